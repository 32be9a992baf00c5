using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Adds a piece to the library: a case, a testimonial or a how-to, as text, picture, video or link (one of them at least, 422).</summary>
/// <param name="Asset">A picture or video of the brand's media.</param>
/// <param name="Link">Where it can be read or seen.</param>
/// <param name="Claim">The claim it proves; it becomes one of the claim's proofs.</param>
[Needs(Permission.WritePosts)]
public sealed record AddCollateral(
    Id<Brand> Brand, CollateralKind Kind, string Title, [property: MaxLength(20_000)] string? Text = null, Id<Asset>? Asset = null, [property: MaxLength(4000)] string? Link = null, Id<Claim>? Claim = null,
    Id<Plan>? Plan = null) : ICommand<CollateralView>
{
    internal sealed class Handler(Db db, CollateralBook book, Journal journal) : IHandle<AddCollateral, CollateralView>
    {
        public async Task<CollateralView> HandleAsync(AddCollateral request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            if (request.Plan is { } id)
            {
                Rule.Require((await db.FindAsync(id, "plan", cancel)).Brand == brand.Id, "plan-of-other-brand", "The plan belongs to another brand. Choose one of this brand.", "plan");
            }

            var item = new Collateral(brand.Id, request.Plan, request.Kind, request.Title);
            await book.WriteAsync(item, request.Kind, request.Title, request.Text, request.Asset, request.Link, request.Claim, cancel);
            db.Add(item);
            journal.Say($"added “{item.Title}” to the collateral", brand.Id.Value, item.Plan?.Value, item.Id);
            return await book.ViewAsync(item, cancel);
        }
    }
}
