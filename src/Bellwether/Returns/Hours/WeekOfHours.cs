using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>One kind of work in a week.</summary>
/// <param name="Work">What it was for; null for the plan as a whole.</param>
/// <param name="Title">What that is called.</param>
/// <param name="Minutes">One number a day, from the week's first day; zero where nothing is entered.</param>
public sealed record HoursRow(string? Work, string Title, IReadOnlyList<int> Minutes);

/// <summary>A member's week: rows of work by days.</summary>
/// <param name="Days">The week's seven days.</param>
/// <param name="Today">The brand's date; days after it take no time yet.</param>
/// <param name="Rows">What time was entered for in this week or the four before it, the plan as a whole first.</param>
/// <param name="Entries">The single entries of the week, the latest day first.</param>
/// <param name="Timer">The timer of whoever asks, wherever it runs.</param>
public sealed record WeekView(Id<Plan> Plan, Id<Member> Member, string MemberName, IReadOnlyList<LocalDate> Days, LocalDate Today, IReadOnlyList<HoursRow> Rows, int Minutes, IReadOnlyList<TimeEntryView> Entries, TimerView? Timer);

/// <summary>A member's time of one week for a plan, by what it was for and by day, with the timer that runs.</summary>
/// <param name="Day">Any day of the week; this week when left out.</param>
/// <param name="Member">Whose week; one's own when left out. Those of others are for who runs plans.</param>
[Needs(Permission.TakePart)]
public sealed record WeekOfHours(Id<Plan> Plan, LocalDate? Day = null, Id<Member>? Member = null) : IQuery<WeekView>
{
    internal sealed class Handler(Db db, TimeDesk desk, TimerDesk timers, Nodes nodes) : IHandle<WeekOfHours, WeekView>
    {
        public async Task<WeekView> HandleAsync(WeekOfHours request, CancellationToken cancel)
        {
            var (plan, brand, today) = await desk.SceneAsync(request.Plan, cancel);
            var who = await desk.WhoAsync(request.Member, cancel);
            var day = request.Day ?? today;
            var first = day.PlusDays(-((((int)day.DayOfWeek - (int)brand.WeekStart) + 7) % 7));
            var days = Enumerable.Range(0, 7).Select(first.PlusDays).ToList();
            var (begin, end) = (first.PlusWeeks(-4), days[^1]);
            var entries = await db.Set<TimeEntry>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Member == who.Id && row.Day >= begin && row.Day <= end).OrderBy(row => row.Id).ToListAsync(cancel);
            var (rows, titles) = (new List<HoursRow>(), new Dictionary<string, string>(StringComparer.Ordinal));
            foreach (var work in entries.Select(entry => entry.Work).Prepend(null).Distinct(StringComparer.Ordinal))
            {
                var title = work is null ? plan.Title : (await nodes.TryFindAsync(work, cancel))?.Title ?? "No longer there";
                titles[work ?? ""] = title;
                var minutes = days.Select(each => entries.Where(entry => entry.Work == work && entry.Day == each).Sum(entry => entry.Minutes)).ToList();
                if (title != "No longer there" || minutes.Sum() > 0)
                {
                    rows.Add(new HoursRow(work, title, minutes));
                }
            }

            var single = entries.Where(entry => entry.Day >= first).OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Id)
                .Select(entry => desk.View(entry, who.Name, entry.Work is { } work ? titles[work] : null));
            return new WeekView(
                plan.Id, who.Id, who.Name, days, today, rows, rows.Sum(row => row.Minutes.Sum()), [.. single], await timers.MineAsync(cancel));
        }
    }
}
