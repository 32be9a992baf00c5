using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Sales;

/// <summary>What a comparison of weeks before and after a day shows.</summary>
public enum IncreaseVerdict
{
    /// <summary>So few weeks could not show even the clearest difference.</summary>
    TooFew,

    /// <summary>A difference as large would come about by chance more often than once in twenty.</summary>
    NotShown,

    /// <summary>More than before, hardly by chance.</summary>
    More,

    /// <summary>Less than before, hardly by chance.</summary>
    Less,
}

/// <summary>What was sold in one week.</summary>
/// <param name="From">Its first day; weeks are counted from the day that divides them.</param>
/// <param name="After">Whether it lies after that day.</param>
public sealed record SalesWeek(LocalDate From, bool After, decimal Value);

/// <summary>Something else that changed in the weeks that are compared.</summary>
public sealed record ConcurrentChange(LocalDate Date, ChangeKind Kind, string Title);

/// <summary>Whether more is sold since a day.</summary>
/// <param name="Metric">The number that is compared; null for the value of orders.</param>
/// <param name="Weeks">The whole weeks before and after, in order.</param>
/// <param name="Test">The comparison; null without a week on each side.</param>
/// <param name="Smallest">The chance of the clearest difference that so many weeks could show.</param>
/// <param name="Expected">What a week after would have been, had the trend of the weeks before gone on; null with fewer than four of them.</param>
/// <param name="Sentences">What it says, in plain words.</param>
/// <param name="Changes">What else changed in those weeks: the difference may be theirs.</param>
public sealed record SalesIncreaseView(
    Id<Plan> Plan, LocalDate Day, string? Metric, string? Currency, IReadOnlyList<SalesWeek> Weeks, PermutationResult? Test, decimal? Smallest, decimal? Expected, IncreaseVerdict Verdict, IReadOnlyList<string> Sentences, IReadOnlyList<ConcurrentChange> Changes);

/// <summary>Compares what was sold in the weeks before a day with the weeks since, by an exact test, and names what else changed meanwhile.</summary>
/// <param name="Day">The day that divides them; the plan's first day when left out.</param>
/// <param name="Metric">A number of the brand that adds up over days, such as revenue; the value of all its orders when left out.</param>
/// <param name="Weeks">At most so many weeks on each side, 1 to 12.</param>
[Needs(Permission.Read)]
public sealed record SalesIncrease(Id<Plan> Plan, LocalDate? Day = null, string? Metric = null, [property: Range(1, 12)] int Weeks = 8) : IQuery<SalesIncreaseView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ObservationBook numbers, MetricCatalogue metrics, Costs.RateBook rates, TimeProvider clock) : IHandle<SalesIncrease, SalesIncreaseView>
    {
        public async Task<SalesIncreaseView> HandleAsync(SalesIncrease request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var (today, day) = (clock.Today(brand.Zone), request.Day ?? plan.Start ?? plan.CreatedAt.InZone(brand.Zone).Date);
            var metric = request.Metric is { } key ? await metrics.NeedAsync(key, cancel, "metric") : null;
            Rule.Require(metric is null or { Aggregation: Aggregation.Sum }, "metric-not-additive", $"{metric?.Name} does not add up over days, so weeks of it cannot be compared. Choose one that does, such as revenue.", "metric");
            var (from, until) = (day.PlusWeeks(-request.Weeks), day.PlusWeeks(request.Weeks).PlusDays(-1));
            var daily = metric is null ? await OrdersAsync(brand, from, until, cancel) : await NumbersAsync(brand, metric, from, until, cancel);
            var weeks = Weekly(daily, daily.Count == 0 || await EarlierAsync(brand, metric, from, cancel) ? from : daily.Keys.First(), day, today, request.Weeks);
            var changes = await db.Set<ChangeEntry>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Date >= from && row.Date <= until && row.Date <= today).OrderBy(row => row.Date).Select(row => new ConcurrentChange(row.Date, row.Kind, row.Title)).ToListAsync(cancel);
            var money = metric is null || metric.Unit == MetricUnit.Money ? brand.Currency : null;
            return IncreaseWords.Tell(plan.Id, day, metric, money, weeks, changes);
        }

        /// <summary>The value of all orders by day, whatever led to them: what is asked is whether more is sold, not by what.</summary>
        private async Task<SortedDictionary<LocalDate, decimal>> OrdersAsync(Brand brand, LocalDate from, LocalDate until, CancellationToken cancel)
        {
            var (start, end) = (from.AtStartOfDayInZone(brand.Zone).ToInstant(), until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant());
            var rows = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.Kind == "sale" && one.ValueMinor != null && one.At >= start && one.At < end)
                .Select(one => new { one.At, one.ValueMinor, one.Currency }).ToListAsync(cancel);
            var changer = await rates.ChangerAsync(cancel);
            var daily = new SortedDictionary<LocalDate, decimal>();
            foreach (var row in rows)
            {
                var on = row.At.InZone(brand.Zone).Date;
                if (changer.Change(new Money(row.ValueMinor!.Value, row.Currency!), brand.Currency, on) is { } value)
                {
                    daily[on] = daily.GetValueOrDefault(on) + value.Amount;
                }
            }

            return daily;
        }

        private async Task<SortedDictionary<LocalDate, decimal>> NumbersAsync(Brand brand, Metric metric, LocalDate from, LocalDate until, CancellationToken cancel)
        {
            var daily = new SortedDictionary<LocalDate, decimal>();
            foreach (var point in (await numbers.SeriesAsync(new SeriesKey(brand.Id.ToString(), metric.Key), from, until, cancel)).Where(point => point.Length is PeriodLength.Day or PeriodLength.Week))
            {
                daily[point.Start] = daily.GetValueOrDefault(point.Start) + point.Value;
            }

            return daily;
        }

        /// <summary>Whether anything was recorded before these weeks: a week without any is then a week of nothing.</summary>
        private async Task<bool> EarlierAsync(Brand brand, Metric? metric, LocalDate from, CancellationToken cancel)
        {
            if (metric is not null)
            {
                return (await numbers.SeriesAsync(new SeriesKey(brand.Id.ToString(), metric.Key), from.PlusYears(-1), from.PlusDays(-1), cancel)).Any();
            }

            var start = from.AtStartOfDayInZone(brand.Zone).ToInstant();
            return await db.Set<Conversion>().AnyAsync(one => one.Brand == brand.Id && one.VoidedAt == null && one.Kind == "sale" && one.ValueMinor != null && one.At < start, cancel);
        }

        /// <summary>Whole weeks that are over. Weeks before the first number of all are not weeks of nothing: nobody counted yet.</summary>
        private static List<SalesWeek> Weekly(SortedDictionary<LocalDate, decimal> daily, LocalDate first, LocalDate day, LocalDate today, int most)
        {
            if (daily.Count == 0)
            {
                return [];
            }

            return
            [
                .. Enumerable.Range(-most, 2 * most).Select(day.PlusWeeks).Where(week => week.PlusDays(6) < today && week.PlusDays(6) >= first)
                    .Select(week => new SalesWeek(week, week >= day, daily.Where(pair => pair.Key >= week && pair.Key < week.PlusWeeks(1)).Sum(pair => pair.Value))),
            ];
        }
    }
}
