using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>
/// Writes what the inbox took as observations, week by week, so that goals can be measured by it: the median of the first answer in
/// business minutes and of the resolution in hours, the share that was answered and answered in time, and today's open cases; for the
/// brand and for each account. A week in which nobody wrote has no number.
/// </summary>
/// <param name="Weeks">How many weeks back, this one included; numbers of a week are corrected when late answers come.</param>
[Internal("Runs by the timetable every hour.")]
public sealed record RollInbox(Id<Brand> Brand, int Weeks = 5) : ICommand<RecordedObservations>
{
    /// <summary>Under which source the numbers stand.</summary>
    public const string Source = "inbox";

    internal sealed class Handler(Db db, InboxDesk desk, ObservationWriter writer, TimeProvider clock) : IHandle<RollInbox, RecordedObservations>
    {
        public async Task<RecordedObservations> HandleAsync(RollInbox request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var business = await desk.ClockAsync(brand, cancel);
            var today = clock.Today(brand.Zone);
            var from = PeriodDays.StartOf(today, PeriodLength.Week, brand.WeekStart).PlusWeeks(1 - request.Weeks);
            var since = from.AtStartOfDayInZone(brand.Zone).ToInstant();
            var rows = (await db.Set<Case>().AsNoTracking().Where(row => row.Brand == brand.Id && (row.ReceivedAt >= since || row.Status != CareStatus.Resolved)).ToListAsync(cancel))
                .ConvertAll(row => desk.Row(row, business));
            var entries = new List<ObservationEntry>();
            foreach (var (subject, mine) in rows.Where(row => row.Account is not null).GroupBy(row => row.Account!.Value.ToString()).Select(group => (group.Key, group.ToList())).Prepend((brand.Id.ToString(), rows)))
            {
                var weeks = mine.Where(row => row.ReceivedAt >= since).GroupBy(row => PeriodDays.StartOf(row.ReceivedAt.InZone(brand.Zone).Date, PeriodLength.Week, brand.WeekStart));
                entries.AddRange(weeks.OrderBy(week => week.Key).SelectMany(week => Numbers(subject, week.Key, [.. week])));
                if (mine.Count > 0)
                {
                    entries.Add(new ObservationEntry("complaints_open", subject, today, PeriodLength.Day, mine.Count(row => row.Status != CareStatus.Resolved)));
                }
            }

            return entries.Count == 0 ? new RecordedObservations(null, 0, 0, 0, 0, []) : await writer.WriteAsync(brand.Id, entries, Source, WhenPresent.Correct, cancel);
        }

        private static IEnumerable<ObservationEntry> Numbers(string subject, LocalDate week, IReadOnlyList<CareRow> rows)
        {
            ObservationEntry Of(string metric, decimal? value, int? of = null, int? all = null) => new(metric, subject, week, PeriodLength.Week, value, of, all);
            var answers = rows.Select(row => row.FirstAnswer).OfType<CareTime>().ToList();
            yield return Of("response_rate", null, answers.Count, rows.Count);
            if (Percentile.Of(answers.Select(time => (decimal)time.BusinessMinutes), 0.5m) is { } minutes)
            {
                yield return Of("first_response", minutes);
            }

            if (Percentile.Of(rows.Select(row => row.Resolution).OfType<CareTime>().Select(time => time.ElapsedMinutes / 60m), 0.5m) is { } hours)
            {
                yield return Of("resolution_time", decimal.Round(hours, 2));
            }

            var judged = answers.Count + rows.Count(row => row is { FirstAnswer: null, Due: { Overdue: true, Duty: CareDuty.Answer } });
            if (judged > 0)
            {
                yield return Of("sla_met", null, answers.Count(time => time.Met), judged);
            }
        }
    }
}
