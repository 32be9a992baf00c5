using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Metrics;

namespace Bellwether.Plans;

/// <summary>One line of a summary: what it is, and what is said about it.</summary>
public sealed record SummaryLine(string Title, IReadOnlyList<string> Details);

/// <summary>One part of the summary.</summary>
/// <param name="Step">The step it comes from, by its folder name.</param>
public sealed record SummaryPart(string Step, string Title, IReadOnlyList<SummaryLine> Lines, int Words);

/// <summary>A plan on one page, with a meter of its length.</summary>
/// <param name="Pages">How many pages it fills; one is the budget.</param>
/// <param name="Meter">“Plan is 1.4 pages”.</param>
/// <param name="Warnings">What makes it longer or broader than one can keep in mind.</param>
public sealed record PlanSummaryView(PlanView Plan, string Brand, IReadOnlyList<SummaryPart> Parts, decimal Pages, string Meter, IReadOnlyList<string> Warnings);

/// <summary>Everything planned and hoped for on one page, made from the plan as it is now.</summary>
[Needs(Permission.Read)]
public sealed record PlanSummary(Id<Plan> Plan) : IQuery<PlanSummaryView>
{
    internal sealed class Handler(PlanFinder finder, PlanSnapshots snapshots, MetricCatalogue metrics, TimeProvider clock) : IHandle<PlanSummary, PlanSummaryView>
    {
        public async Task<PlanSummaryView> HandleAsync(PlanSummary request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            var names = (await metrics.AllAsync(cancel)).ToDictionary(metric => metric.Key, metric => metric.Name, StringComparer.Ordinal);
            var parts = SummaryText.PartsOf(plan, await snapshots.WriteAsync(plan, nextCycle: false, cancel), key => names.GetValueOrDefault(key, key));
            var pages = SummaryText.Pages(parts);
            return new PlanSummaryView(PlanView.Of(plan, brand, clock.Now()), brand.Name, parts, pages, SummaryText.Meter(pages), SummaryText.Warnings(parts, pages));
        }
    }
}
