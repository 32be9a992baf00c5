using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Returns.Ads;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>
/// Gathers what a plan costs from where it is kept: entered costs, the inventory of tools, ad spend, the media ledger, and hours at
/// the rates of people. Each payment is changed at the rate of its first day and spread over the days it covers.
/// </summary>
[Scoped]
public sealed class CostBook(Db db, ResearchDesk research, ToolShelf shelf, ObservationBook numbers, RateBook rates)
{
    /// <summary>Everything from one day to another; what lies after <paramref name="today"/> is not spent yet.</summary>
    public async Task<CostsOfPlan> OfAsync(Plan plan, Brand brand, PlacesOfPlan places, LocalDate from, LocalDate until, LocalDate today, CancellationToken cancel)
    {
        var changer = await rates.ChangerAsync(cancel);
        var pieces = new List<CostPiece>();
        var missing = new List<string>();
        void Add(CostKind kind, CostState state, Money? amount, WorkPlace place)
        {
            if (amount is { Minor: not 0 } some)
            {
                pieces.Add(new CostPiece(kind, state, some, place));
            }
        }

        foreach (var cost in await db.Set<CostEntry>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel))
        {
            Paid(Occurrences.Of(cost.Sheet, from, until), cost.Kind, cost.State, cost.Repeat != CostRepeat.Once, places.Of(cost.Work));
        }

        var begins = plan.Start ?? plan.CreatedAt.InZone(brand.Zone).Date;
        var tools = await shelf.AllAsync(plan.Id, cancel);
        foreach (var tool in tools)
        {
            Paid(Occurrences.Of(tool, begins, from, until), CostKind.Tools, CostState.Committed, again: true, WorkPlace.Nowhere);
        }

        missing.AddRange(tools.Where(tool => tool.Cost is null).Select(tool => $"Nobody has said what “{tool.Name}” costs."));
        await MediaAsync();
        var hours = await HoursAsync(plan, brand, places, from, until < today ? until : today, changer, missing, cancel);
        missing.AddRange(changer.Lacking.Select(lack => $"There is no rate from {lack.Key.From} to {lack.Key.To} for {lack.Value:uuuu-MM-dd} or the month before it."));
        return new CostsOfPlan(pieces, hours.Pieces, missing, hours.MonthsWithout);

        void Paid(IEnumerable<Occurrence> payments, CostKind kind, CostState state, bool again, WorkPlace place)
        {
            foreach (var payment in payments)
            {
                if (changer.Change(payment.Amount, brand.Currency, payment.First) is not { } amount)
                {
                    continue;
                }

                Money Part(LocalDate first, LocalDate last) => Spread.Within(amount, payment.First, payment.Last, first > from ? first : from, last < until ? last : until);
                if (again && state != CostState.Planned)
                {
                    Add(kind, CostState.Spent, Part(from, today), place);
                    Add(kind, CostState.Committed, Part(today.PlusDays(1), until), place);
                }
                else
                {
                    Add(kind, state, Part(from, until), place);
                }
            }
        }

        async Task MediaAsync()
        {
            var soFar = until < today ? until : today;
            var advertising = (await numbers.SeriesAsync(new SeriesKey(brand.Id.ToString(), "ad_spend"), from, soFar, cancel)).Where(point => point.Length != PeriodLength.ToDate).Sum(point => point.Value);
            var (ads, own) = (Money.Zero(brand.Currency), Money.Zero(brand.Currency));
            foreach (var row in await db.Set<AdRow>().AsNoTracking().Where(row => row.Plan == plan.Id && row.From <= soFar && row.Until >= from).OrderBy(row => row.Id).ToListAsync(cancel))
            {
                if (changer.Change(row.Spent, brand.Currency, row.From) is { } spent)
                {
                    var part = Spread.Within(spent, row.From, row.Until, from, soFar);
                    Add(CostKind.Advertising, CostState.Spent, part, places.Of(row.Work));
                    ads += part;
                    own += row.Currency == brand.Currency ? part : Money.Zero(brand.Currency);
                }
            }

            // The number holds what was imported in the brand's currency, and what somebody knew beside it.
            var beside = Money.Of(advertising, brand.Currency) - own;
            if (beside.Minor > 0)
            {
                Add(CostKind.Advertising, CostState.Spent, beside, WorkPlace.Nowhere);
                ads += beside;
            }

            // Ad spend is taken to be a part of the ledger's social media, so that no money counts twice.
            var ledger = Money.Zero(brand.Currency);
            foreach (var line in (await research.AllAsync<MediaUsageEntry>(plan.Id, cancel)).Select(entry => entry.Sheet).Where(sheet => sheet.Medium == Medium.Social && sheet.SpentMoney > 0 && sheet.Currency is not null))
            {
                if (changer.Change(Money.Of(line.SpentMoney!.Value, line.Currency!), brand.Currency, line.Month) is { } spent)
                {
                    ledger += Spread.Within(spent, line.Month, line.Month.PlusMonths(1).PlusDays(-1), from, until);
                }
            }

            Add(CostKind.Media, CostState.Spent, ledger.Minor > ads.Minor ? ledger - ads : null, WorkPlace.Nowhere);
        }
    }

    private async Task<(List<HoursPiece> Pieces, List<LocalDate> MonthsWithout)> HoursAsync(
        Plan plan, Brand brand, PlacesOfPlan places, LocalDate from, LocalDate until, MoneyChanger changer, List<string> missing, CancellationToken cancel)
    {
        var labour = new LabourCost(await db.Set<HourlyRate>().AsNoTracking().ToListAsync(cancel));
        var entries = await db.Set<TimeEntry>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Day >= from && row.Day <= until).OrderBy(row => row.Id).ToListAsync(cancel);
        var pieces = entries.Select(entry => new HoursPiece(
            entry.Minutes, labour.Of(entry.Member, entry.Day, entry.Minutes) is { } cost ? changer.Change(cost, brand.Currency, entry.Day) : null, places.Of(entry.Work))).ToList();
        var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        missing.AddRange(entries.Where(entry => labour.PerHour(entry.Member, entry.Day) is null).GroupBy(entry => entry.Member).OrderBy(group => group.Key)
            .Select(group => $"Nobody has said what an hour of {names.GetValueOrDefault(group.Key, "a former member")} costs: {HoursText.Say(group.Sum(entry => entry.Minutes))} h are not in the cost."));
        return (pieces, Without(entries, from, until));
    }

    /// <summary>Months that lie wholly within the days and have no time at all.</summary>
    private static List<LocalDate> Without(List<TimeEntry> entries, LocalDate from, LocalDate until)
    {
        var months = new List<LocalDate>();
        var first = from.Day == 1 ? from : new LocalDate(from.Year, from.Month, 1).PlusMonths(1);
        for (var month = first; month.PlusMonths(1).PlusDays(-1) <= until; month = month.PlusMonths(1))
        {
            if (!entries.Exists(entry => entry.Day >= month && entry.Day < month.PlusMonths(1)))
            {
                months.Add(month);
            }
        }

        return months;
    }
}
