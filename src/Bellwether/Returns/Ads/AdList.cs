using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Ads;

/// <summary>What the ads of a plan cost and brought.</summary>
/// <param name="Campaigns">By the network's campaigns, the dearest first.</param>
/// <param name="Total">All of them, one sum for each currency.</param>
public sealed record AdListView(IReadOnlyList<AdSum> Campaigns, IReadOnlyList<AdSum> Total);

/// <summary>What imported ads of a plan cost and brought, by campaign.</summary>
[Needs(Permission.Read)]
public sealed record AdList(Id<Plan> Plan) : IQuery<AdListView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<AdList, AdListView>
    {
        public async Task<AdListView> HandleAsync(AdList request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var rows = (await db.Set<AdRow>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel))
                .Select(row => new AdSheet(row.Key, row.Name, row.Campaign, row.From, row.Until, row.Spent, row.Impressions, row.Clicks, row.Reach, row.Results)).ToList();
            return new AdListView(AdSum.ByCampaign(rows), AdSum.Totals(rows));
        }
    }
}
