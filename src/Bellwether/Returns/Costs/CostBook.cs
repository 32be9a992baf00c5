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
        var unknown = new List<UnknownCost>();
        var lacking = new List<(CostKind Kind, CostState State, WorkPlace Place, string Currency, LocalDate Day)>();
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

        unknown.AddRange(tools.Where(tool => tool.Cost is null).Select(tool => new UnknownCost(CostKind.Tools, CostState.Spent, WorkPlace.Nowhere, $"Nobody has said what “{tool.Name}” costs.")));
        await MediaAsync();
        var hours = await HoursAsync();
        foreach (var pair in lacking.GroupBy(lack => (lack.Currency, IsSpent: lack.State == CostState.Spent)).OrderByDescending(pair => pair.Key.IsSpent).ThenBy(pair => pair.Key.Currency, StringComparer.Ordinal))
        {
            var words = $"There is no rate from {pair.Key.Currency} to {brand.Currency} for {pair.Min(lack => lack.Day):uuuu-MM-dd} or the month before it.";
            unknown.AddRange(pair.Select(lack => new UnknownCost(lack.Kind, lack.State, lack.Place, words)).Distinct());
        }

        return new CostsOfPlan(pieces, hours.Pieces, unknown, hours.MonthsWithout);

        void Paid(IEnumerable<Occurrence> payments, CostKind kind, CostState state, bool again, WorkPlace place)
        {
            foreach (var payment in payments)
            {
                var amount = changer.Change(payment.Amount, brand.Currency, payment.First);
                void Part(CostState part, LocalDate first, LocalDate last)
                {
                    (first, last) = (first > from ? first : from, last < until ? last : until);
                    if (amount is { } known)
                    {
                        Add(kind, part, Spread.Within(known, payment.First, payment.Last, first, last), place);
                    }
                    else if (first <= last && payment.First <= last && payment.Last >= first)
                    {
                        lacking.Add((kind, part, place, payment.Amount.Currency, payment.First));
                    }
                }

                if (again && state != CostState.Planned)
                {
                    Part(CostState.Spent, from, today);
                    Part(CostState.Committed, today.PlusDays(1), until);
                }
                else
                {
                    Part(state, from, until);
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
                else
                {
                    lacking.Add((CostKind.Advertising, CostState.Spent, places.Of(row.Work), row.Spent.Currency, row.From));
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
                var last = line.Month.PlusMonths(1).PlusDays(-1);
                if (changer.Change(Money.Of(line.SpentMoney!.Value, line.Currency!), brand.Currency, line.Month) is { } spent)
                {
                    ledger += Spread.Within(spent, line.Month, last, from, until);
                }
                else if (line.Month <= until && last >= from)
                {
                    lacking.Add((CostKind.Media, CostState.Spent, WorkPlace.Nowhere, line.Currency!, line.Month));
                }
            }

            Add(CostKind.Media, CostState.Spent, ledger.Minor > ads.Minor ? ledger - ads : null, WorkPlace.Nowhere);
        }

        async Task<(List<HoursPiece> Pieces, List<LocalDate> MonthsWithout)> HoursAsync()
        {
            var soFar = until < today ? until : today;
            var labour = new LabourCost(await db.Set<HourlyRate>().AsNoTracking().ToListAsync(cancel));
            var entries = await db.Set<TimeEntry>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Day >= from && row.Day <= soFar).OrderBy(row => row.Id).ToListAsync(cancel);
            var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
            foreach (var group in entries.Where(entry => labour.PerHour(entry.Member, entry.Day) is null).GroupBy(entry => entry.Member).OrderBy(group => group.Key))
            {
                var words = $"Nobody has said what an hour of {names.GetValueOrDefault(group.Key, "a former member")} costs";
                unknown.AddRange(group.GroupBy(entry => places.Of(entry.Work)).Select(own => new UnknownCost(CostKind.Labour, CostState.Spent, own.Key, words, own.Sum(entry => entry.Minutes))));
            }

            var worked = new List<HoursPiece>();
            foreach (var entry in entries)
            {
                var place = places.Of(entry.Work);
                var paid = labour.Of(entry.Member, entry.Day, entry.Minutes);
                var cost = paid is { } money ? changer.Change(money, brand.Currency, entry.Day) : null;
                worked.Add(new HoursPiece(entry.Minutes, cost, place));
                if (paid is { } foreign && cost is null)
                {
                    lacking.Add((CostKind.Labour, CostState.Spent, place, foreign.Currency, entry.Day));
                }
            }

            return (worked, Without(entries, from, soFar));
        }
    }

    /// <summary>Months that lie wholly within the days and have no time at all.</summary>
    private static List<LocalDate> Without(List<TimeEntry> entries, LocalDate from, LocalDate until)
    {
        var months = new List<LocalDate>();
        var first = from.Day == 1 || from > DayRange.Last ? from : new LocalDate(from.Year, from.Month, 1).PlusMonths(1);
        for (var month = first; month <= DayRange.Last && month.PlusMonths(1).PlusDays(-1) <= until; month = month.PlusMonths(1))
        {
            if (!entries.Exists(entry => entry.Day >= month && entry.Day < month.PlusMonths(1)))
            {
                months.Add(month);
            }
        }

        return months;
    }
}
