using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>The work as it stands in a plan file: tactics with their actions, actions that stand alone, relations.</summary>
internal sealed record WrittenActions(IReadOnlyList<WrittenWork>? Tactics = null, IReadOnlyList<WrittenWork>? Actions = null, IReadOnlyList<WrittenRelation>? Relations = null, IReadOnlyList<BoardStage>? Board = null);

/// <summary>A relation in a plan file.</summary>
internal sealed record WrittenRelation(string From, string To, RelationKind Kind);

/// <summary>A letter of the responsibility matrix in a plan file: a member by e-mail address, or a group.</summary>
internal sealed record WrittenRole(RaciLetter Letter, string? Member = null, string? Group = null);

/// <summary>A tactic, an action or a step in a plan file, with its parts below it.</summary>
internal sealed record WrittenWork(
    string Id, string Title, string? Notes = null, LocalDate? Due = null, string? DoneWhen = null, decimal? Estimate = null,
    string? Accountable = null, string? Duty = null, IReadOnlyList<WrittenRole>? Roles = null,
    int? Percent = null, Instant? StartedAt = null, Instant? DoneAt = null, string? OverrideReason = null,
    Outcome? Outcome = null, string? Evidence = null, Instant? OutcomeAt = null,
    Id<Goal>? Goal = null, Id<Channel>? Channel = null, bool? TacticFirst = null,
    ActionType? Type = null, string? Account = null, bool? Milestone = null, IReadOnlyList<UpdateRow>? Updates = null, string? Origin = null, Deliverable? Deliverable = null, string? Stage = null,
    IReadOnlyList<WrittenWork>? Actions = null, IReadOnlyList<WrittenWork>? Steps = null, Id<Campaign>? Campaign = null)
{
    /// <summary>A node with everything below it. The next cycle takes the open work along, without its history and without what was done.</summary>
    public static WrittenWork Of(WorkNode node, bool nextCycle, MembersByEmail people, IReadOnlyDictionary<Id<SocialAccount>, string> accounts)
    {
        var work = node.Work;
        var (tactic, action, step) = (work as Tactic, work as ActionItem, work as Step);
        var parts = node.Children.Where(child => !nextCycle || Stays(child)).Select(child => Of(child, nextCycle, people, accounts)).ToList().OrNull();
        var written = new WrittenWork(
            work.Key, work.Title, work.Notes, nextCycle ? null : work.Due, work.DoneWhen, work.Estimate, people.Email(work.Accountable), work.Duty,
            work.Roles.Select(role => new WrittenRole(role.Letter, people.Email(role.Member), role.Group)).Where(role => role.Member is not null || role.Group is not null).ToList().OrNull(),
            Goal: tactic?.Goal ?? action?.Goal, Channel: tactic?.Channel ?? action?.Channel, TacticFirst: tactic is { TacticFirst: true } ? true : null,
            Type: action is null or { Type: ActionType.Other } ? null : action.Type, Account: action?.Account is { } account ? accounts.GetValueOrDefault(account) : null,
            Milestone: action is { Milestone: true } ? true : null, Updates: action?.Updates.OrNull(), Origin: nextCycle ? null : action?.Origin, Deliverable: step?.Deliverable,
            Actions: tactic is null ? null : parts, Steps: tactic is null ? parts : null, Campaign: tactic?.Campaign ?? action?.Campaign);
        return nextCycle ? written : written with
        {
            Percent = work.Percent == 0 ? null : work.Percent, StartedAt = work.StartedAt, DoneAt = work.DoneAt, OverrideReason = work.OverrideReason,
            Stage = action?.Stage, Outcome = work.Outcome, Evidence = work.Evidence, OutcomeAt = work.OutcomeAt,
        };
    }

    /// <summary>What goes on in the next cycle: tactics that did not fail, and actions and steps that are not done.</summary>
    public static bool Stays(WorkNode node) =>
        node.Work.Outcome != Bellwether.Actions.Outcome.Failed && (node.Work.Kind == WorkKind.Tactic || node.State != WorkState.Done);

    /// <summary>Fills a fresh node with what was written of it.</summary>
    public void Fill<T>(Work<T> work, MembersByEmail people)
        where T : Work<T>
    {
        work.Note(Notes);
        work.Schedule(Due);
        work.FinishWhen(DoneWhen);
        work.Weigh(Estimate);
        work.Assign(people.Find(Accountable), Duty);
        work.Involve([.. (Roles ?? []).Select(role => new RoleEntry(role.Letter, people.Find(role.Member), role.Group)).Where(role => role.Member is not null || role.Group is not null)]);
        work.Recall(Percent ?? 0, StartedAt, DoneAt, OverrideReason);
        if (Outcome is { } outcome && OutcomeAt is { } at)
        {
            work.Conclude(outcome, Evidence, at);
        }
    }
}
