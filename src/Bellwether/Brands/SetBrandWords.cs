using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Brands;

/// <summary>Chooses the words a brand uses and those it avoids; the whole lists are given. A word in both is 422.</summary>
/// <param name="Use">Words to use.</param>
/// <param name="Avoid">Words to avoid, each with what to say instead where there is something.</param>
[Needs(Permission.EditPlan)]
public sealed record SetBrandWords(Id<Brand> Brand, IReadOnlyList<string> Use, IReadOnlyList<AvoidedWord> Avoid) : ICommand<BrandWords>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetBrandWords, BrandWords>
    {
        public async Task<BrandWords> HandleAsync(SetBrandWords request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            brand.Speak(new BrandWords(request.Use, request.Avoid));
            journal.Say($"set the words of “{brand.Name}”: {brand.Words.Use.Count} to use, {brand.Words.Avoid.Count} to avoid", brand.Id.Value, subject: brand.Id);
            return brand.Words;
        }
    }
}

/// <summary>The words a brand uses and those it avoids.</summary>
[Needs(Permission.Read)]
public sealed record BrandWordsOf(Id<Brand> Brand) : IQuery<BrandWords>
{
    internal sealed class Handler(Db db) : IHandle<BrandWordsOf, BrandWords>
    {
        public async Task<BrandWords> HandleAsync(BrandWordsOf request, CancellationToken cancel) => (await db.FindAsync(request.Brand, "brand", cancel)).Words;
    }
}
