using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Every account that speaks for a brand: who runs it, what it is for, and what is missing.</summary>
/// <param name="Gap">Only accounts with this gap.</param>
/// <param name="Archived">The archive instead of the inventory.</param>
[Needs(Permission.Read)]
public sealed record AccountInventory(Id<Brand> Brand, AccountGap? Gap = null, bool Archived = false) : IQuery<AccountInventory.InventoryView>
{
    /// <summary>The rows, and how many accounts have each gap, whatever the filter.</summary>
    /// <param name="Healthy">How many are confirmed, complete and without a gap: the numerator of account health.</param>
    public sealed record InventoryView(IReadOnlyList<SocialAccountView> Accounts, int Total, IReadOnlyList<GapCount> Gaps, int Suggestions, int Healthy);

    /// <summary>How many accounts have a gap.</summary>
    public sealed record GapCount(AccountGap Gap, int Count);

    internal sealed class Handler(Db db, PlanFinder plans, AccountBook views) : IHandle<AccountInventory, InventoryView>
    {
        public async Task<InventoryView> HandleAsync(AccountInventory request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking()
                .Where(account => account.Brand == brand.Id && (account.ArchivedAt != null) == request.Archived)
                .ToListAsync(cancel);
            var inOrder = accounts.OrderBy(account => account.Network, StringComparer.Ordinal).ThenBy(account => account.Handle, StringComparer.OrdinalIgnoreCase)
                .ToList();
            var all = await views.OfAsync(brand.Id, inOrder, cancel);
            var counts = Enum.GetValues<AccountGap>().Select(gap => new GapCount(gap, all.Count(account => account.Gaps.Contains(gap)))).ToList();
            var shown = request.Gap is { } wanted ? all.Where(account => account.Gaps.Contains(wanted)).ToList() : all;
            return new InventoryView(shown, all.Count, counts, all.Count(account => account.Suggestion is not null), all.Count(account => account.Gaps.Count == 0 && account.Profile.Missing.Count == 0));
        }
    }
}
