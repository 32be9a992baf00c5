using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Campaigns;

/// <summary>The campaigns of a plan and what they may cost.</summary>
/// <param name="Campaigns">What runs first, then drafts, then what is over; in each the earliest first.</param>
/// <param name="Paid">The decision about paid advertising, with the budgets held against its ceiling.</param>
public sealed record CampaignsView(IReadOnlyList<CampaignView> Campaigns, PaidStanding Paid);

/// <summary>The campaigns of a plan, each with how the goals it serves stand.</summary>
[Needs(Permission.Read)]
public sealed record CampaignList(Id<Plan> Plan) : IQuery<CampaignsView>
{
    internal sealed class Handler(Db db, PlanFinder plans, CampaignViews views, PaidBook paid) : IHandle<CampaignList, CampaignsView>
    {
        public async Task<CampaignsView> HandleAsync(CampaignList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var campaigns = (await db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan.Id && row.RemovedAt == null).ToListAsync(cancel))
                .OrderBy(row => Place(row.Status)).ThenBy(row => row.From is null).ThenBy(row => row.From).ThenBy(row => row.Id).ToList();
            return new CampaignsView(await views.OfAsync(campaigns, plan, brand, cancel), await paid.OfAsync(plan, brand, campaigns, cancel));
        }

        private static int Place(CampaignStatus status) => status switch { CampaignStatus.Running => 0, CampaignStatus.Draft => 1, CampaignStatus.Ended => 2, _ => 3 };
    }
}

/// <summary>A kind of campaign with the metrics that fit it.</summary>
/// <param name="Paid">Whether it needs the decision for paid advertising.</param>
public sealed record CampaignKindView(CampaignKind Kind, bool Paid, IReadOnlyList<string> Metrics);

/// <summary>The kinds of campaigns, each with the KPIs proposed for it: keys of the metric catalogue, the most telling first.</summary>
[Needs(Permission.Read)]
public sealed record CampaignKinds : IQuery<IReadOnlyList<CampaignKindView>>
{
    internal sealed class Handler : IHandle<CampaignKinds, IReadOnlyList<CampaignKindView>>
    {
        public Task<IReadOnlyList<CampaignKindView>> HandleAsync(CampaignKinds request, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<CampaignKindView>>(
                [.. Enum.GetValues<CampaignKind>().Select(kind => new CampaignKindView(kind, kind == CampaignKind.Advertising, [.. CampaignKpis.For(kind).Where(key => ShippedMetrics.Find(key) is { Enabled: true })]))]);
    }
}
