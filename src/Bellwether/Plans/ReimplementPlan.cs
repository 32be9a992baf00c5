using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>
/// Begins the next cycle: a new outline that follows this plan, filled with its parts as they are now, without what was
/// eliminated, done or dropped. Baselines are taken anew.
/// </summary>
/// <param name="Confirm">True to go on although nothing was modified since the cycle was activated.</param>
[Needs(Permission.RunPlan)]
public sealed record ReimplementPlan(Id<Plan> Plan, string? Title = null, LocalDate? Start = null, LocalDate? End = null, bool Confirm = false) : ICommand<PlanView>
{
    internal sealed class Handler(Db db, PlanFinder finder, PlanSnapshots snapshots, PlanHistory history, TimeProvider clock, Journal journal) : IHandle<ReimplementPlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(ReimplementPlan request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            Rule.Require(plan.Status is PlanStatus.Active or PlanStatus.Closed, "plan-move-illegal", "The next cycle follows a plan that is in force or closed. Finish what is open first.", "status");
            if (await finder.SuccessorAsync(plan.Id, cancel) is { } successor)
            {
                throw Rule.Conflict("cycle-exists", $"The next cycle exists already: “{successor.Title}”. Go on with that one.");
            }

            var unchanged = plan.Number == 1 && (await history.PendingAsync(plan, cancel)).Count == 0;
            Rule.Require(!unchanged || request.Confirm, "nothing-changed", "Nothing changed since this plan was activated. Confirm that the next cycle is to be the same.", "confirm");
            var (parts, _) = IdRemap.Fresh(await snapshots.WriteAsync(plan, nextCycle: true, cancel));
            var next = new Plan(brand.Id, request.Title ?? $"{Bare(plan.Title)}, cycle {plan.Cycle + 1}");
            next.Follow(plan);
            next.Run(request.Start ?? (plan.End ?? clock.Today(brand.Zone)).PlusDays(1), request.End);
            db.Add(next);
            await snapshots.ReadAsync(next, parts, cancel);
            db.Raise(new PlanReimplemented(next.Id, plan.Id, brand.Id));
            journal.Say($"began cycle {next.Cycle} of “{plan.Title}”", brand.Id.Value, next.Id.Value, next.Id);
            return PlanView.Of(next, brand, clock.Now());
        }

        private static string Bare(string title)
        {
            var mark = title.LastIndexOf(", cycle ", StringComparison.Ordinal);
            var bare = mark > 0 ? title[..mark] : title;
            return bare.Length <= 100 ? bare : bare[..100].TrimEnd();
        }
    }
}
