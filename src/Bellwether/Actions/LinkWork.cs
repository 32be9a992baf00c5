using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Links a tactic or an action to the goal and the channel it serves; nothing given takes the link away. A tactic that came first stays marked as such.</summary>
[Needs(Permission.EditPlan)]
public sealed record LinkWork(string Node, Id<Goal>? Goal = null, Id<Channel>? Channel = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<LinkWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(LinkWork request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            var goal = await PlanGoal.CheckedAsync(db, request.Goal, book.Plan, cancel);
            var channel = await PlanChannel.CheckedAsync(db, request.Channel, book.Plan, cancel);
            switch (work)
            {
                case Tactic tactic:
                    tactic.Link(goal);
                    tactic.RunOn(channel);
                    break;
                case ActionItem action:
                    action.Link(goal);
                    action.RunOn(channel);
                    break;
                default:
                    throw Rule.Broken("step-has-no-goal", "A step serves the goal of its action. Link the action instead.", "node");
            }

            journal.Say(goal is null ? $"took the goal from “{work.Title}”" : $"linked “{work.Title}” to a goal", work.Brand.Value, work.Plan.Value, work.Key);
            return WorkViews.Of(book, work.Key);
        }
    }
}
