using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Adds a tactic. Without a goal it is kept as “tactic first”, even when a goal is linked later.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddTactic(Id<Plan> Plan, string Title, Id<Goal>? Goal = null, Id<Channel>? Channel = null, string? Notes = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<AddTactic, WorkView>
    {
        public async Task<WorkView> HandleAsync(AddTactic request, CancellationToken cancel)
        {
            await book.EditAsync(request.Plan, cancel);
            var tactic = new Tactic(book.Plan, request.Title, await PlanGoal.CheckedAsync(db, request.Goal, book.Plan, cancel), book.NextRank(null, WorkKind.Tactic));
            tactic.RunOn(await PlanChannel.CheckedAsync(db, request.Channel, book.Plan, cancel));
            tactic.Note(request.Notes);
            book.Add(tactic);
            journal.Say($"added the tactic “{tactic.Title}”" + (tactic.TacticFirst ? " before any goal" : ""), tactic.Brand.Value, tactic.Plan.Value, tactic.Id);
            return WorkViews.Of(book, tactic.Key);
        }
    }
}

/// <summary>A goal of the same plan, or none.</summary>
internal static class PlanGoal
{
    public static async Task<Id<Goal>?> CheckedAsync(Db db, Id<Goal>? goal, Plan plan, CancellationToken cancel)
    {
        if (goal is not { } id)
        {
            return null;
        }

        Rule.Require((await db.FindAsync(id, "goal", cancel)).Plan == plan.Id, "goal-of-another-plan", "This goal belongs to another plan. Choose one of this plan's.", "goal");
        return id;
    }
}

/// <summary>A channel of the same plan, or none.</summary>
internal static class PlanChannel
{
    public static async Task<Id<Channel>?> CheckedAsync(Db db, Id<Channel>? channel, Plan plan, CancellationToken cancel)
    {
        if (channel is not { } id)
        {
            return null;
        }

        Rule.Require((await db.FindAsync(id, "channel", cancel)).Plan == plan.Id, "channel-of-another-plan", "This channel belongs to another plan. Choose one of this plan's.", "channel");
        return id;
    }
}
