using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns.Attribution;
using Bellwether.Returns.Costs;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>What was spent on one kind of cost.</summary>
public sealed record KindSum(CostKind Kind, Money Amount);

/// <summary>What a cycle cost and brought.</summary>
/// <param name="Missing">What keeps its return from being told.</param>
public sealed record CycleReturn(Id<Plan> Plan, string Title, int Cycle, LocalDate From, LocalDate Until, ReturnSum Sum, IReadOnlyList<string> Missing);

/// <summary>What a plan cost in money and hours, and what came back.</summary>
/// <param name="From">The first day that counts.</param>
/// <param name="Until">The last day that counts.</param>
/// <param name="Total">All of it.</param>
/// <param name="Kinds">What was spent on each kind of cost, the largest first.</param>
/// <param name="Goals">Told apart by goal; with those below, each list adds up to the total.</param>
/// <param name="Channels">Told apart by channel.</param>
/// <param name="Campaigns">Told apart by campaign.</param>
/// <param name="Themes">Told apart by theme.</param>
/// <param name="Cycles">This cycle and those before it, the latest first; only this one where it is the first.</param>
/// <param name="Unattributed">Conversions that nothing known led to.</param>
/// <param name="Others">What came back in currencies without a rate: shown, never added.</param>
/// <param name="Missing">What keeps the return on investment from being told, in sentences; empty when it is told.</param>
/// <param name="Notes">What should be known of the figures, in sentences.</param>
/// <param name="Model">By which model conversions are credited: the one the brand chose.</param>
/// <param name="LookBackDays">How many days before a conversion a touch counts.</param>
/// <param name="LabourWithheld">Whether what people cost, and what it could be reckoned from, is left out because whoever asks may not see it.</param>
public sealed record ReturnsView(
    Id<Plan> Plan, string Currency, LocalDate From, LocalDate Until, ReturnSum Total, IReadOnlyList<KindSum> Kinds, IReadOnlyList<ReturnSum> Goals, IReadOnlyList<ReturnSum> Channels,
    IReadOnlyList<ReturnSum> Campaigns, IReadOnlyList<ReturnSum> Themes, IReadOnlyList<CycleReturn> Cycles, int Unattributed, IReadOnlyList<Money> Others, IReadOnlyList<string> Missing,
    IReadOnlyList<string> Notes, AttributionModel Model, int LookBackDays, bool LabourWithheld);

/// <summary>What a plan cost in money and hours and what came back: in all, and by goal, channel, campaign, theme and cycle. What people cost is told to those who may see costs.</summary>
/// <param name="From">Only from this day on; the plan's first day when left out.</param>
/// <param name="Until">Only until this day; today, or the plan's last day, when left out.</param>
[Needs(Permission.Read)]
public sealed record ReturnsPage(Id<Plan> Plan, LocalDate? From = null, LocalDate? Until = null) : IQuery<ReturnsView>
{
    /// <summary>So many cycles are compared.</summary>
    public const int MostCycles = 6;

    internal sealed class Handler(Db db, PlanFinder plans, ReturnsBook book, ICurrent current) : IHandle<ReturnsPage, ReturnsView>
    {
        public async Task<ReturnsView> HandleAsync(ReturnsPage request, CancellationToken cancel)
        {
            Rule.Require(request.From is null || request.Until is null || request.From <= request.Until, "ends-before-start", "It ends before it begins. Put the later day last.", "until");
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var facts = await book.OfAsync(plan, brand, request.From, request.Until, cancel);
            var withheld = !current.May(Permission.SeeCosts) && facts.Costs.Hours.Count > 0;
            ReturnSum Shown(ReturnSum sum) => withheld ? sum.WithoutLabour() : sum;
            IReadOnlyList<ReturnSum> By(ReturnsBy by) => [.. facts.By(by).Select(Shown)];
            return new ReturnsView(
                plan.Id, brand.Currency, facts.From, facts.Until, Shown(facts.Total), Kinds(facts, withheld), By(ReturnsBy.Goal), By(ReturnsBy.Channel), By(ReturnsBy.Campaign), By(ReturnsBy.Theme),
                await CyclesAsync(plan, brand, facts, cancel), facts.Unattributed, facts.Others, facts.Missing, facts.Notes, facts.Model, facts.LookBackDays, withheld);
        }

        private static IReadOnlyList<KindSum> Kinds(ReturnFacts facts, bool withheld)
        {
            var labour = withheld ? [] : facts.Costs.Hours.Where(piece => piece.Cost is not null).Select(piece => (Kind: CostKind.Labour, Amount: piece.Cost!.Value));
            return
            [
                .. facts.Costs.Pieces.Where(piece => piece.State == CostState.Spent).Select(piece => (piece.Kind, piece.Amount)).Concat(labour).GroupBy(piece => piece.Kind)
                    .Select(group => new KindSum(group.Key, group.Aggregate(Money.Zero(facts.Currency), (sum, piece) => sum + piece.Amount))).OrderByDescending(sum => sum.Amount.Minor).ThenBy(sum => sum.Kind),
            ];
        }

        private async Task<IReadOnlyList<CycleReturn>> CyclesAsync(Plan plan, Brand brand, ReturnFacts own, CancellationToken cancel)
        {
            var cycles = new List<CycleReturn> { Cycle(plan, own) };
            for (var at = plan; at.Predecessor is { } before && cycles.Count < MostCycles;)
            {
                if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == before, cancel) is not { } older)
                {
                    break;
                }

                cycles.Add(Cycle(older, await book.OfAsync(older, brand, null, null, cancel)));
                at = older;
            }

            return cycles;

            CycleReturn Cycle(Plan of, ReturnFacts facts) => new(
                of.Id, of.Title, of.Cycle, facts.From, facts.Until, current.May(Permission.SeeCosts) ? facts.Total : facts.Total.WithoutLabour(), facts.Missing);
        }
    }
}
