using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>A goal on the executive page.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Why">The reason, where no number shows it.</param>
/// <param name="Metric">The metric of its leading target.</param>
/// <param name="Deadline">By when it is to be reached.</param>
/// <param name="Activities">How many tactics, actions and channels serve it; none makes it a wish.</param>
public sealed record ExecutiveGoal(
    Id<Goal> Id, string Title, GoalStatus Status, string? Why, string? Metric, MetricUnit? Unit, decimal? Now, decimal? Expected, decimal? Target, LocalDate? Deadline, string? OwnerName, int Activities);

/// <summary>An objective and the goals that contribute to it.</summary>
/// <param name="Title">The objective; null for goals that serve none.</param>
/// <param name="Serves">What the business itself wants by it, where that is said.</param>
/// <param name="More">Goals that are left out to keep to one page.</param>
public sealed record ExecutiveObjective(string? Title, string? Serves, IReadOnlyList<ExecutiveGoal> Goals, int More);

/// <summary>A plan on one page for whoever pays for it.</summary>
/// <param name="Number">The version in force.</param>
/// <param name="MadeOn">The brand's date when the page was made.</param>
/// <param name="SignOffs">What is asked for and what was signed.</param>
/// <param name="Standing">How spending stands against the approval.</param>
public sealed record ExecutiveView(
    Id<Plan> Plan, string Title, string Brand, PlanStatus Status, int Number, LocalDate MadeOn, LocalDate? Start, LocalDate? End, string? Picture, LocalDate? PictureBy,
    IReadOnlyList<ExecutiveObjective> Objectives, SpendingView Spending, ReturnedView Returned, SignOffsView SignOffs, BudgetStanding Standing);

/// <summary>A plan on one page for whoever pays for it: success in a picture, what contributes to which objective, what is spent and planned, what comes back, and what is asked for.</summary>
[Needs(Permission.Read)]
public sealed record ExecutivePage(Id<Plan> Plan) : IQuery<ExecutiveView>
{
    /// <summary>More goals than this do not fit on a page beside the rest, nor into a head.</summary>
    public const int MostGoals = 7;

    internal sealed class Handler(Db db, PlanFinder plans, GoalRows rows, SpendingBook spendings, ReturnedMoney returns, SignOffBook signOffs, TimeProvider clock) : IHandle<ExecutivePage, ExecutiveView>
    {
        public async Task<ExecutiveView> HandleAsync(ExecutivePage request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var spending = await spendings.OfAsync(plan, brand, cancel);
            var signed = await signOffs.OfAsync(plan, brand, cancel);
            return new ExecutiveView(
                plan.Id, plan.Title, brand.Name, plan.Status, plan.Number, clock.Today(brand.Zone), plan.Start, plan.End, plan.Picture, plan.PictureBy,
                await ObjectivesAsync(plan, brand, cancel), spending, await returns.OfAsync(plan, brand, cancel), signed, BudgetStanding.Of(signed, spending));
        }

        private async Task<IReadOnlyList<ExecutiveObjective>> ObjectivesAsync(Plan plan, Brand brand, CancellationToken cancel)
        {
            var business = await db.Set<BusinessObjective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);
            var objectives = await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            // The parts of a goal stand behind it: how it stands says how they stand.
            var goals = (await rows.AllAsync(plan, brand, cancel)).Where(goal => goal.Parent is null).OrderBy(goal => goal.Place).ToList();
            var of = goals.ToLookup(goal => objectives.Exists(objective => objective.Id == goal.Objective) ? goal.Objective : null);
            var room = MostGoals;
            var told = new List<ExecutiveObjective>();
            foreach (var (id, title, serves) in objectives.Select(row => ((Id<Objective>?)row.Id, (string?)row.Title, row.Serves is { } up ? business.GetValueOrDefault(up) : null)).Append((null, null, null)))
            {
                var own = of[id].ToList();
                if (title is not null || own.Count > 0)
                {
                    var shown = own.Take(room).Select(Of).ToList();
                    room -= shown.Count;
                    told.Add(new ExecutiveObjective(title, serves, shown, own.Count - shown.Count));
                }
            }

            return told;
        }

        private static ExecutiveGoal Of(GoalRow goal) => new(
            goal.Id, goal.Title, goal.Status, goal.Why, goal.Metric?.Name, goal.Metric?.Unit, goal.Now, goal.Expected, goal.Target, goal.Deadline, goal.OwnerName, goal.Actions);
    }
}
