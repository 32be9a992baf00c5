using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Campaigns;

/// <summary>One number a campaign is judged by.</summary>
/// <param name="Value">What came so far; null without data.</param>
/// <param name="Of">What it was made of, where the campaign has no number of its own: “spend ÷ leads”.</param>
/// <param name="Why">Why there is no number.</param>
/// <param name="Adds">Whether it adds up over the days, so that it grows towards its target.</param>
/// <param name="Difference">Value against target; positive is always good. Null where either is missing, or neither way is better.</param>
public sealed record CampaignFigure(string Metric, string Name, MetricUnit Unit, MetricDirection Direction, bool Adds, decimal? Target, decimal? Value, string? Of, string? Why, decimal? Difference);

/// <summary>One campaign with its numbers.</summary>
/// <param name="Figures">The numbers it is judged by, in their order.</param>
/// <param name="Paid">The decision about paid advertising, with the budgets held against its ceiling.</param>
public sealed record CampaignPage(CampaignView Campaign, IReadOnlyList<CampaignFigure> Figures, PaidStanding Paid);

/// <summary>One campaign with the numbers it is judged by. Its funnel is asked for with its id, like that of any node.</summary>
[Needs(Permission.Read)]
public sealed record CampaignDetail(Id<Campaign> Campaign) : IQuery<CampaignPage>
{
    internal sealed class Handler(Db db, PlanFinder plans, CampaignViews views, PaidBook paid, CampaignFigures figures) : IHandle<CampaignDetail, CampaignPage>
    {
        public async Task<CampaignPage> HandleAsync(CampaignDetail request, CancellationToken cancel)
        {
            var campaign = await db.FindAsync(request.Campaign, "campaign", cancel);
            Rule.Found(campaign.RemovedAt is null ? campaign : null, "campaign");
            var (plan, brand) = await plans.FindWithBrandAsync(campaign.Plan, cancel);
            var all = await db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan.Id && row.RemovedAt == null).ToListAsync(cancel);
            return new CampaignPage(await views.OfAsync(campaign, plan, brand, cancel), await figures.OfAsync(campaign, cancel), await paid.OfAsync(plan, brand, all, cancel));
        }
    }
}

/// <summary>Reads the numbers of a campaign: those recorded for it, and quotients of them.</summary>
[Scoped]
public sealed class CampaignFigures(ObservationBook book, MetricCatalogue catalogue)
{
    /// <summary>What is divided by what when a quotient itself was never recorded.</summary>
    private static readonly Dictionary<string, (string Over, string Under, string Words)> Quotients = new(StringComparer.Ordinal)
    {
        ["ctr"] = ("link_clicks", "impressions", "link clicks ÷ impressions"),
        ["cvr"] = ("conversions", "link_clicks", "conversions ÷ link clicks"),
        ["cpl"] = ("ad_spend", "leads", "ad spend ÷ leads"),
        ["cpa"] = ("ad_spend", "conversions", "ad spend ÷ conversions"),
        ["cpc"] = ("ad_spend", "link_clicks", "ad spend ÷ link clicks"),
        ["roas"] = ("revenue_social", "ad_spend", "revenue ÷ ad spend"),
        ["aov"] = ("revenue_social", "orders", "revenue ÷ orders"),
    };

    public async Task<IReadOnlyList<CampaignFigure>> OfAsync(Campaign campaign, CancellationToken cancel)
    {
        var subject = campaign.Id.ToString();
        var keys = campaign.Kpis.Select(kpi => kpi.Metric).Concat(Quotients.Values.SelectMany(parts => new[] { parts.Over, parts.Under })).Distinct(StringComparer.Ordinal).ToList();
        var series = await book.SeriesAsync([.. keys.Select(key => new SeriesKey(subject, key))], LocalDate.MinIsoValue, LocalDate.MaxIsoValue, cancel);
        var figures = new List<CampaignFigure>();
        foreach (var kpi in campaign.Kpis)
        {
            var metric = await catalogue.NeedAsync(kpi.Metric, cancel);
            var own = Combined.Of(metric, series[new SeriesKey(subject, metric.Key)]);
            var (value, of) = own.Value is null && own.Parts == 0 && Quotients.TryGetValue(metric.Key, out var parts)
                ? (metric.ValueOf(await SumAsync(parts.Over) ?? 0, await SumAsync(parts.Over) is null ? 0 : await SumAsync(parts.Under) ?? 0), parts.Words)
                : (own.Value, null);
            figures.Add(new CampaignFigure(
                metric.Key, metric.Name, metric.Unit, metric.Direction, metric.Aggregation == Aggregation.Sum, kpi.Target, value, value is null ? null : of, value is null ? own.Why : null,
                value is { } came && kpi.Target is { } target && metric.Direction != MetricDirection.Context ? metric.Direction == MetricDirection.Down ? target - came : came - target : null));
        }

        return figures;

        async Task<decimal?> SumAsync(string key) => Combined.Of(await catalogue.NeedAsync(key, cancel), series[new SeriesKey(subject, key)]).Value;
    }
}
