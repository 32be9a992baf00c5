using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Ranking;

/// <summary>What came of an answer.</summary>
/// <param name="Action">The new action; null when the proposal was declined.</param>
/// <param name="BudgetsMoved">Whether the budgets of both were changed: where each has one that holds today.</param>
public sealed record ReallocationAnswered(string? Action, bool BudgetsMoved);

/// <summary>
/// Accepts or declines to move money and hours from one concept to another. Accepting makes an action of it and, where both have a
/// budget that holds today, moves the money between the two. Declining needs a reason.
/// </summary>
/// <param name="Amount">How much money, in the brand's currency; less than was proposed if one likes.</param>
/// <param name="Minutes">How much time.</param>
[Needs(Permission.RunPlan)]
public sealed record AnswerReallocation(Id<Plan> Plan, string From, string To, bool Accept, Money Amount, int Minutes = 0, string? Reason = null) : ICommand<ReallocationAnswered>
{
    internal sealed class Handler(Db db, PlanFinder plans, WorkPlaces places, IMakeActions actions, ICurrent current, TimeProvider clock, Journal journal) : IHandle<AnswerReallocation, ReallocationAnswered>
    {
        public async Task<ReallocationAnswered> HandleAsync(AnswerReallocation request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            var titles = (await places.OfAsync(plan, cancel)).Titles;
            var (from, to) = (Rule.Found(titles.GetValueOrDefault(request.From), "item"), Rule.Found(titles.GetValueOrDefault(request.To), "item"));
            Rule.Require(request.From != request.To, "same-place", "Money that stays where it is needs no answer.", "to");
            Rule.Require(request.Amount.Currency == brand.Currency && request.Amount.Minor >= 0, "amount-invalid", $"Say the amount in {brand.Currency}.", "amount");
            Rule.Require(request.Minutes is >= 0 and <= 60 * 10_000, "time-invalid", "Say the time in minutes.", "minutes");
            Rule.Require(request.Amount.Minor + request.Minutes > 0, "nothing-moved", "Say how much money or time is moved.", "amount");
            var what = string.Join(" and ", new[] { request.Amount.Minor > 0 ? request.Amount.Say() : null, request.Minutes > 0 ? $"{HoursText.Say(request.Minutes)} h" : null }.OfType<string>());
            var answer = new Reallocation(plan, request.From, request.To, request.Amount, request.Minutes, current.Name);
            var moved = false;
            if (request.Accept)
            {
                answer.Accept(await actions.MakeAsync(new ActionSeed(plan.Id, $"Move {what} from “{Short(from)}” to “{Short(to)}”", answer.Id.ToString(), request.To, null, null, request.Reason), cancel));
                moved = await MoveBudgetsAsync(plan, request, clock.Today(brand.Zone), cancel);
            }
            else
            {
                answer.Decline(request.Reason);
            }

            db.Add(answer);
            journal.Say($"{(request.Accept ? "agreed" : "declined")} to move {what} from “{from}” to “{to}”", plan.Brand.Value, plan.Id.Value, answer.Id, request.Reason);
            return new ReallocationAnswered(answer.Action, moved);
        }

        private async Task<bool> MoveBudgetsAsync(Plan plan, AnswerReallocation request, NodaTime.LocalDate today, CancellationToken cancel)
        {
            var budgets = await db.Set<Budget>().Where(row => row.Plan == plan.Id && row.From <= today && row.Until >= today && row.Currency == request.Amount.Currency).OrderBy(row => row.Id).ToListAsync(cancel);
            if (budgets.Find(row => row.Work == request.From) is not { } gives || budgets.Find(row => row.Work == request.To) is not { } gets || request.Amount.Minor == 0 || gives.Minor <= request.Amount.Minor)
            {
                return false;
            }

            gives.Hold(gives.Ceiling - request.Amount);
            gets.Hold(gets.Ceiling + request.Amount);
            return true;
        }

        private static string Short(string title) => title.Length > 50 ? title[..49] + "…" : title;
    }
}
