using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>One node of the work, in its place.</summary>
/// <param name="Depth">0 for a tactic or an action that stands alone.</param>
/// <param name="Place">Its place in the plan, from 1, over all levels.</param>
/// <param name="Accountable">The person named on this node; <paramref name="Owner"/> is that person or the one above.</param>
/// <param name="Progress">Per cent, 0 to 100, from the leaves.</param>
/// <param name="Gaps">What a leaf lacks to be watched.</param>
/// <param name="WaitsFor">Hard dependencies that are still open, by id.</param>
/// <param name="Orphan">An action without a goal, of its own or of its tactic.</param>
/// <param name="TacticFirst">A tactic that was there before any goal.</param>
/// <param name="Stage">The column of the board an action stands in; null for tactics and steps.</param>
/// <param name="Specificity">How many of its parts a tactic or an action names; null for a step.</param>
/// <param name="GoodThought">What keeps anybody from telling success from failure (“no number”); empty where nothing does.</param>
/// <param name="Campaign">The campaign it belongs to, its own or that of what it is a part of; what shares one is related.</param>
public sealed record WorkView(
    string Id, string? Parent, WorkKind Kind, int Depth, int Place, int Rank, string Title, string? Notes,
    LocalDate? Due, LocalDate? DueAtLatest, string? DoneWhen, decimal? Estimate,
    Id<Member>? Accountable, Id<Member>? Owner, string? Duty, IReadOnlyList<RoleEntry> Roles, IReadOnlyList<RaciFinding> RoleWarnings,
    decimal Progress, int Leaves, int LeavesDone, WorkState State, Instant? StartedAt, Instant? DoneAt, string? OverrideReason,
    IReadOnlyList<WorkGap> Gaps, IReadOnlyList<RelationView> Relations, IReadOnlyList<string> WaitsFor,
    Id<Goal>? Goal, Id<Channel>? Channel, Id<SocialAccount>? Account, ActionType? Type, bool Milestone, bool Orphan, bool TacticFirst,
    string? Stage, Specificity? Specificity, IReadOnlyList<string> GoodThought,
    IReadOnlyList<UpdateRow> Updates, Deliverable? Deliverable,
    Outcome? Outcome, string? Evidence, OutcomeStanding? Standing, string? Origin, Id<Campaign>? Campaign, int Version) : IVersioned;

/// <summary>A relation as seen from one of its ends.</summary>
/// <param name="Other">The id of the other end.</param>
/// <param name="Outgoing">Whether this end is the one that depends.</param>
public sealed record RelationView(Id<WorkRelation> Id, RelationKind Kind, string Other, bool Outgoing);

/// <summary>Draws nodes as read models.</summary>
public static class WorkViews
{
    /// <summary>Every node of the open book, in plan order.</summary>
    public static IReadOnlyList<WorkView> Of(WorkBook book)
    {
        var tree = book.Tree;
        var waits = new Waiting(tree, book.Relations);
        return [.. tree.All.Select((node, index) => Of(node, index + 1, book, waits))];
    }

    /// <summary>One node of the open book, with its place among all.</summary>
    public static WorkView Of(WorkBook book, string key)
    {
        var tree = book.Tree;
        var place = tree.All.Select((node, index) => (node, index)).First(pair => pair.node.Work.Key == key);
        return Of(place.node, place.index + 1, book, new Waiting(tree, book.Relations));
    }

    private static WorkView Of(WorkNode node, int place, WorkBook book, Waiting waits)
    {
        var work = node.Work;
        var (tactic, action, step) = (work as Tactic, work as ActionItem, work as Step);
        var leaves = node.Leaves.ToList();
        var mine = book.Relations.Where(relation => relation.From == work.Key || relation.To == work.Key)
            .Select(relation => new RelationView(relation.Id, relation.Kind, relation.From == work.Key ? relation.To : relation.From, relation.From == work.Key));
        var served = ServedGoal.Of(node);
        var specific = WorkSpecificity.Of(node, served is { } goal ? book.Goals.GetValueOrDefault(goal) : null);
        return new WorkView(
            work.Key, work.ParentKey, work.Kind, node.Depth, place, work.Rank, work.Title, work.Notes,
            work.Due, node.DueAtLatest, work.DoneWhen, work.Estimate,
            work.Accountable, node.Owner, work.Duty, work.Roles, Warnings(work),
            decimal.Round(node.Progress * 100, 2), leaves.Count, leaves.Count(leaf => leaf.Work.DoneAt is not null),
            node.State, node.StartedAt, node.DoneAt, work.OverrideReason,
            node.Gaps, [.. mine], [.. waits.For(node).Select(blocker => blocker.Work.Key)],
            served, tactic?.Channel ?? action?.Channel, action?.Account, action?.Type, action?.Milestone ?? false,
            work.Kind == WorkKind.ActionItem && served is null, tactic?.TacticFirst ?? false,
            action is null ? null : BoardStages.Of(book.Board, action.Stage, node.State), specific?.Score, specific?.GoodThought ?? [],
            action?.Updates ?? [], step?.Deliverable,
            work.Outcome, work.Evidence, work.Outcome is null ? null : work.Evidence is null ? OutcomeStanding.Claimed : OutcomeStanding.Evidenced,
            action?.Origin, JoinedCampaign.Of(node), work.Version);
    }

    /// <summary>Too many R or C; a missing A is a gap, told as such.</summary>
    private static IReadOnlyList<RaciFinding> Warnings(IWork work) =>
        [.. Raci.Check([.. work.Roles.Select(role => role.Letter)]).Where(finding => finding is RaciFinding.ManyConsulted or RaciFinding.ManyResponsible)];
}

/// <summary>Which goal a node serves.</summary>
internal static class ServedGoal
{
    /// <summary>Its own goal, else that of what it is a part of.</summary>
    public static Id<Goal>? Of(WorkNode node) =>
        (node.Work as Tactic)?.Goal ?? (node.Work as ActionItem)?.Goal ?? (node.Parent is { } parent ? Of(parent) : null);
}

/// <summary>Which campaign a node belongs to.</summary>
internal static class JoinedCampaign
{
    /// <summary>Its own campaign, else that of what it is a part of.</summary>
    public static Id<Campaign>? Of(WorkNode node) =>
        (node.Work as Tactic)?.Campaign ?? (node.Work as ActionItem)?.Campaign ?? (node.Parent is { } parent ? Of(parent) : null);
}

/// <summary>What keeps a node from being started.</summary>
internal sealed class Waiting(WorkTree tree, IReadOnlyList<WorkRelation> relations)
{
    private readonly ILookup<string, string> hard = relations.Where(relation => relation.Kind == RelationKind.HardDependsOn)
        .ToLookup(relation => relation.From, relation => relation.To, StringComparer.Ordinal);

    /// <summary>Hard dependencies, its own and of what it is a part of, that are not done.</summary>
    public IReadOnlyList<WorkNode> For(WorkNode node) =>
        [.. node.Up.SelectMany(above => hard[above.Work.Key]).Distinct().Select(tree.Find).OfType<WorkNode>().Where(other => other.State != WorkState.Done)];
}
