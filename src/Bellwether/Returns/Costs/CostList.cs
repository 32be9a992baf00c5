using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>What one kind of cost comes to over the whole plan, in the brand's currency.</summary>
/// <param name="Spent">Until today.</param>
/// <param name="Committed">Ordered, agreed or running, and still to come.</param>
/// <param name="Planned">Meant to be spent beyond that.</param>
public sealed record CostSum(CostKind Kind, Money Spent, Money Committed, Money Planned);

/// <summary>What a plan costs.</summary>
/// <param name="From">The plan's first day.</param>
/// <param name="Until">Its last day; a year when it has none.</param>
/// <param name="Entries">The costs that were entered, the latest first.</param>
/// <param name="Kinds">All costs by kind, wherever they are kept.</param>
/// <param name="Missing">Costs that nobody can tell yet, in sentences.</param>
/// <param name="LabourWithheld">Whether labour is left out because whoever asks may not see it.</param>
public sealed record CostListView(
    Id<Plan> Plan, string Currency, LocalDate From, LocalDate Until, LocalDate Today, IReadOnlyList<CostEntryView> Entries, IReadOnlyList<CostSum> Kinds, IReadOnlyList<string> Missing, bool LabourWithheld);

/// <summary>The costs of a plan: those that were entered one by one, and all of them by kind, spent, committed and planned.</summary>
[Needs(Permission.Read)]
public sealed record CostList(Id<Plan> Plan) : IQuery<CostListView>
{
    internal sealed class Handler(Db db, PlanFinder plans, WorkPlaces places, CostBook book, Nodes nodes, ICurrent current, TimeProvider clock) : IHandle<CostList, CostListView>
    {
        public async Task<CostListView> HandleAsync(CostList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var today = clock.Today(brand.Zone);
            var from = plan.Start ?? plan.CreatedAt.InZone(brand.Zone).Date;
            var until = plan.End ?? from.PlusYears(1).PlusDays(-1);
            var costs = await book.OfAsync(plan, brand, await places.OfAsync(plan, cancel), from, until, today, cancel);
            var withheld = !current.May(Permission.SeeCosts) && costs.Hours.Count > 0;
            var pieces = withheld ? costs.Pieces : [.. costs.Pieces, .. costs.Hours.Where(piece => piece.Cost is not null).Select(piece => new CostPiece(CostKind.Labour, CostState.Spent, piece.Cost!.Value, piece.Place))];
            Money Sum(IEnumerable<CostPiece> some, CostState state) => some.Where(piece => piece.State == state).Aggregate(Money.Zero(brand.Currency), (sum, piece) => sum + piece.Amount);
            var entries = new List<CostEntryView>();
            foreach (var cost in await db.Set<CostEntry>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderByDescending(row => row.From).ThenByDescending(row => row.Id).ToListAsync(cancel))
            {
                entries.Add(new CostEntryView(cost.Id, plan.Id, cost.Sheet, cost.Work is { } work ? (await nodes.TryFindAsync(work, cancel))?.Title : null, cost.Version));
            }

            return new CostListView(
                plan.Id, brand.Currency, from, until, today, entries,
                [.. pieces.GroupBy(piece => piece.Kind).OrderBy(group => group.Key).Select(group => new CostSum(group.Key, Sum(group, CostState.Spent), Sum(group, CostState.Committed), Sum(group, CostState.Planned)))],
                UnknownCost.Say(costs.Unknown), withheld);
        }
    }
}
