using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Measures;

/// <summary>How something that is done stands, by the goals it serves.</summary>
/// <param name="Subject">Its id.</param>
/// <param name="Kind">What it is: “channel”, “campaign”, “tactic”.</param>
/// <param name="Title">What a person would call it.</param>
/// <param name="Status">Its weakest goal; null where it serves none.</param>
/// <param name="Words">“not gauged” where it serves no goal; otherwise the status in words.</param>
/// <param name="Goals">The goals it serves.</param>
public sealed record Gauge(string Subject, string Kind, string Title, GoalStatus? Status, string Words, IReadOnlyList<Id<Goal>> Goals);

/// <summary>How the channels, campaigns and other activities of a plan stand by their goals. What serves no goal is “not gauged”: no score is made up for it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Kind">Only of this kind: “campaign”. Without it, all but single posts, of which there are too many to read.</param>
[Needs(Permission.Read)]
public sealed record Gauges(Id<Plan> Plan, string? Kind = null) : IQuery<IReadOnlyList<Gauge>>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalAssessments assessments, GoalRows rows) : IHandle<Gauges, IReadOnlyList<Gauge>>
    {
        public async Task<IReadOnlyList<Gauge>> HandleAsync(Gauges request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var statuses = (await assessments.AllAsync(plan, brand, cancel)).ToDictionary(goal => goal.Goal.Id, goal => goal.Status);
            var links = (await ChannelsAsync(plan.Id, cancel)).Concat(await rows.LinksAsync(plan.Id, cancel));
            return [.. links.Where(link => request.Kind is null ? link.Kind != "post" : link.Kind == request.Kind).GroupBy(link => (link.Subject, link.Kind, link.Title)).Select(group =>
            {
                var goals = group.Select(link => link.Goal).OfType<Id<Goal>>().Where(statuses.ContainsKey).Distinct().ToList();
                GoalStatus? status = goals.Count == 0 ? null : Statuses.Together(Composition.All, goals.Select(goal => statuses[goal]));
                return new Gauge(group.Key.Subject, group.Key.Kind, group.Key.Title, status, status is { } known ? Statuses.Words(known) : "not gauged", goals);
            })];
        }

        /// <summary>A channel is no activity of a goal, so it does not stand among the links; it is gauged like one.</summary>
        private async Task<IEnumerable<GoalLink>> ChannelsAsync(Id<Plan> plan, CancellationToken cancel) =>
            (await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == plan && row.Status == ChannelStatus.Active).OrderBy(row => row.Rank).ToListAsync(cancel))
                .SelectMany(channel => channel.Goals.Select(goal => (Id<Goal>?)goal).Append(channel.PrimaryGoal).Where(goal => goal is not null).DefaultIfEmpty()
                    .Select(goal => new GoalLink(channel.Id.ToString(), "channel", NetworkCatalogue.Of(channel.Network).Name, goal, channel.CreatedAt)));
    }
}
