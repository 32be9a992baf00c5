using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Demo;

/// <summary>How much data the demo has.</summary>
public enum DemoSize
{
    /// <summary>A quarter of a year: enough to look around.</summary>
    Small,

    /// <summary>A year, as a business that posts three times a week has it.</summary>
    Year,

    /// <summary>A year with several posts a day, to see how it feels when it is full.</summary>
    Full,
}

/// <summary>The demo that was loaded.</summary>
public sealed record DemoLoaded(Id<Brand> Brand, string Name, int Posts, int Numbers, int Clicks);

/// <summary>Adds a made-up brand with believable data beside your own: a plan in force, posts, numbers, clicks and orders. It can be removed in one go.</summary>
[Needs(Permission.Own)]
public sealed record LoadDemo(DemoSize Size = DemoSize.Year) : ICommand<DemoLoaded>
{
    internal sealed class Handler(Db db, Runner runner, ICurrent current, DemoPlan plan, DemoYear year, BrandEraser eraser, Journal journal) : IHandle<LoadDemo, DemoLoaded>
    {
        public async Task<DemoLoaded> HandleAsync(LoadDemo request, CancellationToken cancel)
        {
            if (await db.Set<Brand>().AnyAsync(brand => brand.IsDemo, cancel))
            {
                throw Rule.Conflict("demo-there", "The demo brand is here already. Remove it first to load it anew.");
            }

            var made = await runner.RunAsync(new AddBrand(DemoPlan.BrandName, "Europe/Berlin", "EUR", null, ["tacoloco.example"]), asker => asker.Become(current), cancel);
            try
            {
                var brand = await db.FindAsync(made.Id, "brand", cancel);
                brand.MarkDemo();
                await db.SaveAsync(cancel);
                var scene = await plan.MakeAsync(brand, request.Size, cancel);
                var (posts, numbers, clicks) = await year.FillAsync(scene, request.Size, cancel);
                journal.Say($"loaded the demo brand “{brand.Name}”", brand.Id.Value, subject: brand.Id);
                return new DemoLoaded(brand.Id, brand.Name, posts, numbers, clicks);
            }
            catch
            {
                // Half a demo is of no use to anybody.
                db.ChangeTracker.Clear();
                await eraser.EraseAsync(made.Id, CancellationToken.None);
                throw;
            }
        }
    }
}
