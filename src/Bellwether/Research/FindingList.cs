using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>What was found out for a plan, the newest first.</summary>
/// <param name="Area">Only findings about this part of the situation.</param>
/// <param name="Gap">Only findings that lack this.</param>
/// <param name="Node">Only findings that led to this goal, channel, action or other node.</param>
[Needs(Permission.Read)]
public sealed record FindingList(Id<Plan> Plan, SituationArea? Area = null, FindingGap? Gap = null, string? Node = null) : IQuery<IReadOnlyList<FindingView>>
{
    internal sealed class Handler(ResearchDesk desk, FindingBook book) : IHandle<FindingList, IReadOnlyList<FindingView>>
    {
        public async Task<IReadOnlyList<FindingView>> HandleAsync(FindingList request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            return
            [
                .. (await book.AllAsync(plan, today, cancel)).Where(finding => (request.Area is null || finding.Sheet.Area == request.Area)
                    && (request.Gap is not { } gap || finding.Gaps.Contains(gap))
                    && (request.Node is null || finding.Links.Any(link => link.Node == request.Node))),
            ];
        }
    }
}

/// <summary>One finding with its evidence and what it led to.</summary>
[Needs(Permission.Read)]
public sealed record FindingDetail(Id<Finding> Finding) : IQuery<FindingView>
{
    internal sealed class Handler(ResearchDesk desk, FindingBook book) : IHandle<FindingDetail, FindingView>
    {
        public async Task<FindingView> HandleAsync(FindingDetail request, CancellationToken cancel)
        {
            var finding = await desk.FindAsync(request.Finding, "finding", cancel);
            var (plan, _, today) = await desk.SceneAsync(finding.Plan, cancel);
            return Rule.Found((await book.AllAsync(plan, today, cancel)).FirstOrDefault(view => view.Id == finding.Id), "finding");
        }
    }
}
