using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Approves a version of a plan with an amount it may spend, in the brand's currency. Whoever wrote the plan alone may do so too; it is marked as self-approved.</summary>
/// <param name="Amount">What may be spent in all.</param>
/// <param name="On">The day it was given; today when left out, never ahead.</param>
/// <param name="Reason">Why, or what goes with it.</param>
/// <param name="OfNumber">The version it is for; 409 when that is superseded.</param>
/// <param name="Seen">How many approvals and refusals were seen before; 409 when there is another one meanwhile.</param>
[Needs(Permission.RunPlan)]
public sealed record ApproveBudget(Id<Plan> Plan, Money Amount, LocalDate? On = null, [property: MaxLength(1000)] string? Reason = null, int? OfNumber = null, int? Seen = null) : ICommand<SignOffsView>
{
    internal sealed class Handler(Db db, SignOffDesk desk, SignOffBook book, Journal journal) : IHandle<ApproveBudget, SignOffsView>
    {
        public async Task<SignOffsView> HandleAsync(ApproveBudget request, CancellationToken cancel)
        {
            var (plan, brand, today) = await desk.OpenAsync(request.Plan, request.OfNumber, cancel);
            SignOffDesk.RequireCurrency(brand, request.Amount);
            Rule.Require(request.On is not { } day || day <= today, "date-ahead", "The day lies ahead. An approval is dated on the day it was given.", "on");
            var before = await desk.BeforeAsync(plan.Id, request.Seen, cancel);
            if (before.FirstOrDefault() is { Decision: SignOffDecision.Approved } last && last.Number == plan.Number && last.AsOutline == (plan.Status == PlanStatus.Outline) && last.Amount == request.Amount)
            {
                throw Rule.Conflict("approved-already", $"{last.By} has approved version {plan.Number} with this amount already.", "amount");
            }

            var signed = new SignOff(plan, request.Amount, request.On ?? today, request.Reason, await book.SignerAsync(plan, cancel), before.Count + 1);
            db.Add(signed);
            journal.Say($"approved version {plan.Number} with {request.Amount.Say()}{(signed.SelfApproved ? ", self-approved" : "")}", plan.Brand.Value, plan.Id.Value, signed.Id, signed.Reason);
            return await book.OfAsync(plan, brand, cancel, signed);
        }
    }
}

/// <summary>Refuses a version of a plan, and says why. An approval of the same version is taken back by it.</summary>
/// <param name="OfNumber">The version it is for; 409 when that is superseded.</param>
/// <param name="Seen">How many approvals and refusals were seen before; 409 when there is another one meanwhile.</param>
[Needs(Permission.RunPlan)]
public sealed record RefuseBudget(Id<Plan> Plan, [property: MaxLength(1000)] string Reason, int? OfNumber = null, int? Seen = null) : ICommand<SignOffsView>
{
    internal sealed class Handler(Db db, SignOffDesk desk, SignOffBook book, Journal journal) : IHandle<RefuseBudget, SignOffsView>
    {
        public async Task<SignOffsView> HandleAsync(RefuseBudget request, CancellationToken cancel)
        {
            var (plan, brand, today) = await desk.OpenAsync(request.Plan, request.OfNumber, cancel);
            var before = await desk.BeforeAsync(plan.Id, request.Seen, cancel);
            var signed = new SignOff(plan, today, request.Reason, await book.SignerAsync(plan, cancel), before.Count + 1);
            db.Add(signed);
            journal.Say($"did not approve version {plan.Number}", plan.Brand.Value, plan.Id.Value, signed.Id, signed.Reason);
            return await book.OfAsync(plan, brand, cancel, signed);
        }
    }
}

/// <summary>What every sign-off begins and ends with.</summary>
[Scoped]
internal sealed class SignOffDesk(PlanFinder plans, SignOffBook book, TimeProvider clock)
{
    /// <summary>The plan in the version that is signed, its brand and the brand's date.</summary>
    public async Task<(Plan Plan, Brand Brand, LocalDate Today)> OpenAsync(Id<Plan> id, int? number, CancellationToken cancel)
    {
        var (plan, brand) = await plans.FindWithBrandAsync(id, cancel);
        plan.RequireEditable(number);
        return (plan, brand, clock.Today(brand.Zone));
    }

    /// <summary>Every word so far, when it is as many as were seen.</summary>
    public async Task<List<SignOff>> BeforeAsync(Id<Plan> plan, int? seen, CancellationToken cancel)
    {
        var before = await book.AllAsync(plan, cancel);
        return seen is { } count && count != before.Count
            ? throw Rule.Conflict("signed-meanwhile", $"{before.FirstOrDefault()?.By ?? "Somebody"} has signed or refused meanwhile. Look at that first.")
            : before;
    }

    /// <summary>Spending is held against it, and two currencies never add.</summary>
    public static void RequireCurrency(Brand brand, Money amount) =>
        Rule.Require(amount.Currency == brand.Currency, "currency-mixed", $"The brand reports in {brand.Currency}, and there is no rate for {amount.Currency}. Say the amount in {brand.Currency}.", "amount");
}
