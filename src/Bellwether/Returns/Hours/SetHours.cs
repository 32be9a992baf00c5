using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>One cell of the week.</summary>
/// <param name="Time">How long: 1:30, 1.5 or 90m; empty or 0 for nothing.</param>
public sealed record HoursCell(LocalDate Day, string Time, string? Work = null);

/// <summary>
/// Sets how long a member worked on some days, as typed into the week: what is entered for the same work and day becomes that
/// long together. Nothing, or 0, takes it away.
/// </summary>
[Needs(Permission.TakePart)]
public sealed record SetHours(Id<Plan> Plan, IReadOnlyList<HoursCell> Cells, Id<Member>? Member = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeDesk desk, WorkedDaysBook book, Journal journal) : IHandle<SetHours, Done>
    {
        public async Task<Done> HandleAsync(SetHours request, CancellationToken cancel)
        {
            Rule.Require(request.Cells.Count is > 0 and <= 500, "cells-missing", "Send between 1 and 500 cells.", "cells");
            Rule.Require(request.Cells.DistinctBy(cell => (cell.Day, Work(cell))).Count() == request.Cells.Count, "cell-twice", "One of the cells is there twice: the same day and the same work. Send each once.", "cells");
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var who = await desk.WhoAsync(request.Member, cancel);
            var days = request.Cells.Select(cell => cell.Day).Distinct().ToList();
            // Before the cells are read: the same cells sent twice at once are set twice, not added.
            var worked = await book.OfAsync([who.Id], days.Min(), days.Max(), cancel);
            var known = await db.Set<TimeEntry>().Where(row => row.Plan == plan.Id && row.Member == who.Id && days.Contains(row.Day)).OrderBy(row => row.Id).ToListAsync(cancel);
            foreach (var work in request.Cells.Select(cell => cell.Work).Distinct(StringComparer.Ordinal))
            {
                await desk.TitleAsync(work, plan, cancel);
            }

            var more = new Dictionary<LocalDate, int>();
            foreach (var cell in request.Cells)
            {
                var work = Work(cell);
                var minutes = string.IsNullOrWhiteSpace(cell.Time) ? 0 : LogTime.Read(cell.Time);
                List<TimeEntry> there = [.. known.Where(entry => entry.Day == cell.Day && entry.Work == work)];
                more[cell.Day] = more.GetValueOrDefault(cell.Day) + minutes - there.Sum(entry => entry.Minutes);
                Become(plan, who.Id, new TimeSheet(cell.Day, minutes, work), there, today);
            }

            // What one cell gives up makes room for another of the same day.
            foreach (var (day, minutes) in more)
            {
                worked.AddCells(who, day, minutes);
            }

            journal.Say($"entered time for {(days.Count == 1 ? $"{days[0]:uuuu-MM-dd}" : $"{days.Count} days")}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }

        /// <summary>The last entry takes the difference, so that notes of the others stay with their time.</summary>
        private void Become(Plan plan, Id<Member> member, TimeSheet wanted, List<TimeEntry> entries, LocalDate today)
        {
            var left = wanted.Minutes - entries.Sum(entry => entry.Minutes);
            if (left > 0)
            {
                if (entries.Count == 0)
                {
                    db.Add(new TimeEntry(plan, member, wanted, today));
                }
                else
                {
                    entries[^1].Write(Of(entries[^1], entries[^1].Minutes + left), today);
                }

                return;
            }

            for (var place = entries.Count - 1; left < 0; place--)
            {
                var taken = Math.Min(-left, entries[place].Minutes);
                left += taken;
                if (taken == entries[place].Minutes)
                {
                    db.Remove(entries[place]);
                }
                else
                {
                    entries[place].Write(Of(entries[place], entries[place].Minutes - taken), today);
                }
            }
        }

        private static string? Work(HoursCell cell) => string.IsNullOrWhiteSpace(cell.Work) ? null : cell.Work.Trim();

        private static TimeSheet Of(TimeEntry entry, int minutes) => new(entry.Day, minutes, entry.Work, entry.Note);
    }
}
