using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>A finding in one line.</summary>
public sealed record TraceFinding(Id<Finding> Id, string Text);

/// <summary>A decision of the plan with the findings that led to it.</summary>
/// <param name="Kind">“goal”, “channel”, “tactic”, “decision”.</param>
/// <param name="Findings">Findings that led to it directly.</param>
/// <param name="Through">Findings that led to what it serves.</param>
/// <param name="Cited">Whether any finding stands behind it.</param>
public sealed record TracedDecision(string Node, string Kind, string Title, string? Path, IReadOnlyList<TraceFinding> Findings, IReadOnlyList<TraceFinding> Through, bool Cited);

/// <summary>From finding to decision and back.</summary>
/// <param name="CitedShare">Decisions with a finding by all decisions, 0 to 1; null without decisions.</param>
/// <param name="Nowhere">Findings that led nowhere, and of which nobody said why.</param>
/// <param name="SetAside">Findings of which somebody said why nothing follows.</param>
public sealed record ResearchTraceView(IReadOnlyList<TracedDecision> Decisions, decimal? CitedShare, IReadOnlyList<FindingView> Nowhere, IReadOnlyList<FindingView> SetAside);

/// <summary>Which finding led to which decision, which findings led nowhere, and which decisions rest on no finding.</summary>
[Needs(Permission.Read)]
public sealed record ResearchTrace(Id<Plan> Plan) : IQuery<ResearchTraceView>
{
    internal sealed class Handler(ResearchDesk desk, FindingBook book, IEnumerable<IPlanDecisions> sources, Nodes nodes) : IHandle<ResearchTrace, ResearchTraceView>
    {
        public async Task<ResearchTraceView> HandleAsync(ResearchTrace request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var findings = await book.AllAsync(plan, today, cancel);
            var byNode = findings.SelectMany(finding => finding.Links.Select(link => (link.Node, Finding: new TraceFinding(finding.Id, finding.Sheet.Text)))).ToLookup(pair => pair.Node, pair => pair.Finding, StringComparer.Ordinal);
            var decisions = new List<TracedDecision>();
            foreach (var decision in await sources.AllAsync(plan.Id, cancel))
            {
                List<TraceFinding> direct = [.. byNode[decision.Node]];
                List<TraceFinding> through = decision.Through is { } served ? [.. byNode[served]] : [];
                decisions.Add(new TracedDecision(decision.Node, decision.Kind, decision.Title, (await nodes.TryFindAsync(decision.Node, cancel))?.Path, direct, through, direct.Count + through.Count > 0));
            }

            return new ResearchTraceView(
                decisions, decisions.Count == 0 ? null : (decimal)decisions.Count(decision => decision.Cited) / decisions.Count,
                [.. findings.Where(finding => finding.Gaps.Contains(FindingGap.NoConsequence))], [.. findings.Where(finding => finding.AsideWhy is not null)]);
        }
    }
}
