using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>How often a promise was kept.</summary>
/// <param name="Judged">How many could be judged: done, or later than promised by now.</param>
/// <param name="Share">Kept over judged, from 0 to 1; null while none can be judged.</param>
public sealed record PromiseKept(int Judged, int Kept, decimal? Share)
{
    internal static PromiseKept Of(int judged, int kept) => new(judged, kept, judged == 0 ? null : decimal.Round((decimal)kept / judged, 6));
}

/// <summary>How cases of one severity, or all of them, were looked after.</summary>
/// <param name="Severity">Null for all of them.</param>
/// <param name="Received">How many came in.</param>
/// <param name="Answered">How many of them a person has answered.</param>
/// <param name="FirstAnswer">The median of business minutes until a person answered; null while nobody has.</param>
/// <param name="Resolved">How many of them are settled.</param>
/// <param name="Resolution">The median of business minutes until they were settled; null while none is.</param>
/// <param name="Answers">How often the first answer came in time.</param>
/// <param name="Resolutions">How often they were settled in time.</param>
/// <param name="Open">How many of them are not settled.</param>
/// <param name="Overdue">How many of those are later than promised.</param>
/// <param name="AnswerWithin">What is promised now for a first answer, in business minutes; null for all of them.</param>
public sealed record CareFigure(
    CaseSeverity? Severity, int Received, int Answered, decimal? FirstAnswer, int Resolved, decimal? Resolution, PromiseKept Answers, PromiseKept Resolutions, int Open, int Overdue, int? AnswerWithin);

/// <summary>The first answers of one week.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="FirstAnswer">The median of business minutes; null when nothing that came in that week was answered.</param>
public sealed record CareWeek(LocalDate Start, int Received, int Answered, decimal? FirstAnswer);

/// <summary>How the inbox was looked after.</summary>
/// <param name="Why">Why there are no figures; null when there are some.</param>
public sealed record CareFiguresView(LocalDate From, LocalDate Until, CareFigure All, IReadOnlyList<CareFigure> BySeverity, IReadOnlyList<CareWeek> Weeks, string? Why);

/// <summary>
/// How a brand's inbox was looked after: medians of the first answer and of the resolution in business minutes, how often promises were
/// kept, what is open and overdue; in all, by severity and by week. Cases count for the day they came in.
/// </summary>
/// <param name="Days">How many days back, today included.</param>
[Needs(Permission.Read)]
public sealed record InboxFigures(Id<Brand> Brand, int Days = 90) : IQuery<CareFiguresView>
{
    internal sealed class Handler(Db db, InboxDesk desk, TimeProvider clock) : IHandle<InboxFigures, CareFiguresView>
    {
        public async Task<CareFiguresView> HandleAsync(InboxFigures request, CancellationToken cancel)
        {
            Rule.Require(request.Days is >= 1 and <= 1100, "days-out-of-range", "Look back 1 to 1100 days.", "days");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var business = await desk.ClockAsync(brand, cancel);
            var terms = (await desk.SlaAsync(brand.Id, cancel))?.Terms ?? Sla.Usual;
            var today = clock.Today(brand.Zone);
            var from = today.PlusDays(1 - request.Days);
            var since = from.AtStartOfDayInZone(brand.Zone).ToInstant();
            var rows = (await db.Set<Case>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ReceivedAt >= since).ToListAsync(cancel)).ConvertAll(row => desk.Row(row, business));
            return new CareFiguresView(
                from, today, Figure(null, rows, null),
                [.. terms.OrderByDescending(term => term.Severity).Select(term => Figure(term.Severity, rows.FindAll(row => row.Severity == term.Severity), term.AnswerMinutes))],
                [.. Weeks(rows, brand, from, today)],
                rows.Count == 0 ? "Nothing came in during these days." : null);
        }

        private static CareFigure Figure(CaseSeverity? severity, List<CareRow> rows, int? within)
        {
            var answered = rows.FindAll(row => row.FirstAnswer is not null);
            var resolved = rows.FindAll(row => row.Resolution is not null);
            var overdue = rows.FindAll(row => row.Due is { Overdue: true });
            // What waits for longer than promised is broken already, whenever the answer comes.
            var late = overdue.Count(row => row.FirstAnswer is null && row.Due!.Duty == CareDuty.Answer);
            return new CareFigure(
                severity, rows.Count, answered.Count, Median(answered.Select(row => row.FirstAnswer!)), resolved.Count, Median(resolved.Select(row => row.Resolution!)),
                PromiseKept.Of(answered.Count + late, answered.Count(row => row.FirstAnswer!.Met)),
                PromiseKept.Of(resolved.Count + overdue.Count(row => row.Due!.Duty == CareDuty.Resolution), resolved.Count(row => row.Resolution!.Met)),
                rows.Count(row => row.Status != CareStatus.Resolved), overdue.Count, within);
        }

        private static IEnumerable<CareWeek> Weeks(List<CareRow> rows, Brand brand, LocalDate from, LocalDate until)
        {
            var byWeek = rows.ToLookup(row => StartOf(row.ReceivedAt.InZone(brand.Zone).Date, brand.WeekStart));
            for (var week = StartOf(from, brand.WeekStart); week <= until; week = week.PlusWeeks(1))
            {
                var answered = byWeek[week].Where(row => row.FirstAnswer is not null).ToList();
                yield return new CareWeek(week, byWeek[week].Count(), answered.Count, Median(answered.Select(row => row.FirstAnswer!)));
            }
        }

        private static LocalDate StartOf(LocalDate day, IsoDayOfWeek first) => PeriodDays.StartOf(day, PeriodLength.Week, first);

        private static decimal? Median(IEnumerable<CareTime> times) => Percentile.Of(times.Select(time => (decimal)time.BusinessMinutes), 0.5m);
    }
}
