using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Adds something to do, under a tactic or directly in the plan. Without a goal it is an orphan until it gets one.</summary>
/// <param name="Accountable">The one person who answers for it.</param>
/// <param name="Due">The planned day, in the brand's days.</param>
/// <param name="DoneWhen">How anybody can tell that it is done.</param>
/// <param name="Estimate">Hours; the weight in the progress of what it is a part of.</param>
/// <param name="Origin">The id of what it came from: a comment, an idea.</param>
[Needs(Permission.EditPlan)]
public sealed record AddActionItem(
    Id<Plan> Plan,
    string Title,
    Id<Tactic>? Tactic = null,
    ActionType Type = ActionType.Other,
    Id<Goal>? Goal = null,
    Id<Channel>? Channel = null,
    Id<SocialAccount>? Account = null,
    Id<Member>? Accountable = null,
    LocalDate? Due = null,
    string? DoneWhen = null,
    decimal? Estimate = null,
    bool Milestone = false,
    string? Notes = null,
    string? Origin = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<AddActionItem, WorkView>
    {
        public async Task<WorkView> HandleAsync(AddActionItem request, CancellationToken cancel)
        {
            await book.EditAsync(request.Plan, cancel);
            var tactic = request.Tactic is { } id ? (Tactic)book.Find(id.ToString()).Work : null;
            var action = new ActionItem(book.Plan, request.Title, request.Type, tactic, book.NextRank(tactic?.Key, WorkKind.ActionItem));
            action.Link(await PlanGoal.CheckedAsync(db, request.Goal, book.Plan, cancel));
            action.RunOn(await PlanChannel.CheckedAsync(db, request.Channel, book.Plan, cancel));
            action.WorkOn(request.Account is { } account ? (await db.FindAsync(account, "account", cancel)).Id : null);
            action.Assign(await Person.CheckedAsync(db, request.Accountable, cancel), null);
            action.Schedule(request.Due);
            action.FinishWhen(request.DoneWhen);
            action.Weigh(request.Estimate);
            action.Mark(request.Milestone);
            action.Note(request.Notes);
            action.ComeFrom(request.Origin);
            book.Add(action);
            var changes = book.NoteProgress($"added the action “{action.Title}”");
            journal.Say($"added the action “{action.Title}”", action.Brand.Value, action.Plan.Value, action.Id, changes);
            return WorkViews.Of(book, action.Key);
        }
    }
}

/// <summary>A member of the workspace, or nobody.</summary>
internal static class Person
{
    public static async Task<Id<Member>?> CheckedAsync(Db db, Id<Member>? member, CancellationToken cancel) =>
        member is { } id ? (await db.FindAsync(id, "member", cancel)).Id : null;
}
