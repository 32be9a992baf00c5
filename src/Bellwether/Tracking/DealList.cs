using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>The deals of a brand with orders, revenue per currency and redemption, newest first.</summary>
[Needs(Permission.Read)]
public sealed record DealList(Id<Brand> Brand) : IQuery<IReadOnlyList<DealView>>
{
    internal sealed class Handler(Db db) : IHandle<DealList, IReadOnlyList<DealView>>
    {
        public async Task<IReadOnlyList<DealView>> HandleAsync(DealList request, CancellationToken cancel)
        {
            var deals = await db.Set<Deal>().AsNoTracking().Where(deal => deal.Brand == request.Brand).OrderByDescending(deal => deal.Id).ToListAsync(cancel);
            var orders = await db.Set<Conversion>().AsNoTracking()
                .Where(one => one.Brand == request.Brand && one.Deal != null && one.MatchedBy != MatchedBy.Customer && one.VoidedAt == null)
                .GroupBy(one => new { one.Deal, one.Currency })
                .Select(group => new { group.Key.Deal, group.Key.Currency, Count = group.Count(), Minor = group.Sum(one => one.ValueMinor) ?? 0 })
                .ToListAsync(cancel);
            return
            [
                .. deals.Select(deal =>
                {
                    var own = orders.FindAll(order => order.Deal == deal.Id);
                    return DealView.Of(deal, own.Sum(order => order.Count), [.. own.Where(order => order.Currency is not null).OrderBy(order => order.Currency, StringComparer.Ordinal).Select(order => new Money(order.Minor, order.Currency!))]);
                }),
            ];
        }
    }
}
