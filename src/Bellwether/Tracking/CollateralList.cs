using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>A brand's library of proofs for people who sell, the newest first, with what each piece did.</summary>
/// <param name="Find">Only pieces whose title, text or link contains every one of these words.</param>
/// <param name="Claim">Only pieces that prove this claim.</param>
/// <param name="Archived">The archive instead of the library.</param>
[Needs(Permission.Read)]
public sealed record CollateralList(Id<Brand> Brand, [property: MaxLength(200)] string? Find = null, CollateralKind? Kind = null, Id<Claim>? Claim = null, bool Archived = false) : IQuery<IReadOnlyList<CollateralView>>
{
    internal sealed class Handler(Db db, CollateralBook book) : IHandle<CollateralList, IReadOnlyList<CollateralView>>
    {
        public async Task<IReadOnlyList<CollateralView>> HandleAsync(CollateralList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var items = db.Set<Collateral>().AsNoTracking().Where(item => item.Brand == brand.Id && (item.ArchivedAt != null) == request.Archived
                && (request.Kind == null || item.Kind == request.Kind) && (request.Claim == null || item.Claim == request.Claim));
            foreach (var word in (request.Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var find = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters, not this program.
                items = items.Where(item => item.Title.ToLower().Contains(find) || item.Text!.ToLower().Contains(find) || item.Link!.ToLower().Contains(find));
#pragma warning restore CA1304, CA1311, CA1862
            }

            return await book.ViewsAsync(brand.Id, await items.OrderByDescending(item => item.Id).Take(500).ToListAsync(cancel), cancel);
        }
    }
}

/// <summary>One piece with the people who used it and the deals it helped along.</summary>
[Needs(Permission.Read)]
public sealed record CollateralDetail(Id<Collateral> Collateral) : IQuery<CollateralSheet>
{
    internal sealed class Handler(Db db, CollateralBook book) : IHandle<CollateralDetail, CollateralSheet>
    {
        public async Task<CollateralSheet> HandleAsync(CollateralDetail request, CancellationToken cancel)
        {
            var item = await db.FindAsync(request.Collateral, "piece of collateral", cancel);
            var deals = await db.Set<AssistedDeal>().AsNoTracking().Where(deal => deal.Brand == item.Brand).ToListAsync(cancel);
            return new CollateralSheet(
                await book.ViewAsync(item, cancel), await book.SharesAsync(item, cancel),
                [.. deals.Where(deal => deal.Items.Contains(item.Id)).OrderByDescending(deal => deal.On).ThenByDescending(deal => deal.Id).Select(AssistedDealView.Of)]);
        }
    }
}
