using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Says what a finding led to: a goal, channel, action or any other node of the plan. Saying it twice is once.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Why">How the one follows from the other.</param>
[Needs(Permission.EditPlan)]
public sealed record LinkFinding(Id<Finding> Finding, string Node, string? Why = null) : ICommand<FindingView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, FindingBook book, Nodes nodes, ICurrent current) : IHandle<LinkFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(LinkFinding request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            var plan = await desk.PlanAsync(finding.Plan, cancel);
            var node = await nodes.FindAsync(request.Node, cancel, plan);
            Rule.Require(!IsResearch(request.Node), "node-no-decision", "A finding leads to a decision: a goal, a channel, an action. Choose one of those.", "node");
            if (!await db.Set<FindingLink>().AnyAsync(link => link.Finding == finding.Id && link.Target == request.Node, cancel))
            {
                db.Add(new FindingLink(finding, plan, request.Node, request.Why, current.Name));
                finding.TakeUp();
                desk.Say(finding, $"“{finding.Spoken}” led to “{node.Title}”", request.Why);
            }

            return await book.OneAsync(finding, await desk.TodayAsync(finding.Brand, cancel), cancel);
        }

        private static bool IsResearch(string node) =>
            node.StartsWith(Id<Finding>.Prefix + "_", StringComparison.Ordinal) || node.StartsWith(Id<StakeholderInterview>.Prefix + "_", StringComparison.Ordinal) || node.StartsWith(Id<Plan>.Prefix + "_", StringComparison.Ordinal);
    }
}

/// <summary>Takes back that a finding led to something.</summary>
[Needs(Permission.EditPlan)]
public sealed record UnlinkFinding(Id<Finding> Finding, string Node) : ICommand<FindingView>
{
    internal sealed class Handler(Db db, ResearchDesk desk, FindingBook book) : IHandle<UnlinkFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(UnlinkFinding request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            var link = Rule.Found(await db.Set<FindingLink>().FirstOrDefaultAsync(row => row.Finding == finding.Id && row.Target == request.Node, cancel), "link");
            db.Remove(link);
            desk.Say(finding, $"took back what “{finding.Spoken}” led to");
            return await book.OneAsync(finding, await desk.TodayAsync(finding.Brand, cancel), cancel);
        }
    }
}

/// <summary>Makes an action of a finding; the action remembers where it came from, the finding what it led to.</summary>
/// <param name="Title">What is to be done.</param>
[Needs(Permission.EditPlan)]
public sealed record FollowUpFinding(Id<Finding> Finding, string Title, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<FindingView>, IStoresInBetween
{
    internal sealed class Handler(Db db, ResearchDesk desk, FindingBook book, IMakeActions actions, ICurrent current) : IHandle<FollowUpFinding, FindingView>
    {
        public async Task<FindingView> HandleAsync(FollowUpFinding request, CancellationToken cancel)
        {
            var finding = await desk.ToChangeAsync(request.Finding, "finding", null, cancel);
            if (request.Owner is { } owner)
            {
                await db.FindAsync(owner, "member", cancel);
            }

            var plan = await desk.PlanAsync(finding.Plan, cancel);
            var action = await actions.MakeAsync(new ActionSeed(plan.Id, Rule.Text(request.Title, "title", 200), finding.Id.ToString(), null, request.Owner, request.Due, finding.Sheet.Text), cancel);
            db.Add(new FindingLink(finding, plan, action, null, current.Name));
            finding.TakeUp();
            desk.Say(finding, $"made “{finding.Spoken}” into the action “{request.Title}”");
            await db.SaveAsync(cancel);
            return await book.OneAsync(finding, await desk.TodayAsync(finding.Brand, cancel), cancel);
        }
    }
}
