using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>Enters time that was worked for a plan: one's own, or that of another member for whoever runs plans.</summary>
/// <param name="Day">The brand's date of the work; today when left out.</param>
/// <param name="Time">How long: 1:30, 1.5 or 90m.</param>
/// <param name="Work">The id of what it was for: a goal, channel, campaign, theme, post, action or case; none is the plan as a whole.</param>
/// <param name="Member">Whose time it is; one's own when left out.</param>
/// <param name="ImportKey">The key of an entry that came with a file and was deleted, to have that one again: the same file does not bring it twice.</param>
[Needs(Permission.TakePart)]
public sealed record LogTime(
    Id<Plan> Plan, string Time, LocalDate? Day = null, string? Work = null, string? Note = null, Id<Member>? Member = null, [property: MaxLength(64)] string? ImportKey = null) : ICommand<TimeEntryView>
{
    internal sealed class Handler(Db db, TimeDesk desk, Journal journal) : IHandle<LogTime, TimeEntryView>
    {
        public async Task<TimeEntryView> HandleAsync(LogTime request, CancellationToken cancel)
        {
            var (plan, _, today) = await desk.SceneAsync(request.Plan, cancel);
            var who = await desk.WhoAsync(request.Member, cancel);
            var title = await desk.TitleAsync(request.Work, plan, cancel);
            var entry = new TimeEntry(plan, who.Id, new TimeSheet(request.Day ?? today, Read(request.Time), request.Work?.Trim(), request.Note), today);
            await desk.RoomAsync(who, entry.Day, entry.Minutes, cancel);
            if (request.ImportKey is { Length: > 0 } key)
            {
                if (await db.Set<TimeEntry>().AnyAsync(row => row.Plan == plan.Id && row.ImportKey == key, cancel))
                {
                    throw Rule.Conflict("entry-there", "This entry came again with its file. Change that one.", "importKey");
                }

                entry.ComeFrom(key);
            }

            db.Add(entry);
            journal.Say($"entered {HoursText.Say(entry.Minutes)} h{(title is null ? "" : $" for “{title}”")}", plan.Brand.Value, plan.Id.Value, entry.Id);
            return desk.View(entry, who.Name, title);
        }
    }

    /// <summary>The minutes of a text, or 422 with the ways to write them.</summary>
    internal static int Read(string? time) =>
        HoursText.Minutes(time) ?? throw Rule.Broken("time-unread", $"“{time}” is no time of a day. Write it like 1:30, 1.5 or 90m.", "time");
}

/// <summary>Changes an entry of time: what is left out stays.</summary>
/// <param name="Time">How long: 1:30, 1.5 or 90m.</param>
/// <param name="Work">What it was for; empty makes it the plan as a whole.</param>
[Needs(Permission.TakePart)]
public sealed record ChangeTime(Id<TimeEntry> Entry, string? Time = null, LocalDate? Day = null, string? Work = null, string? Note = null, int? IfVersion = null) : ICommand<TimeEntryView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeDesk desk, Journal journal) : IHandle<ChangeTime, TimeEntryView>
    {
        public async Task<TimeEntryView> HandleAsync(ChangeTime request, CancellationToken cancel)
        {
            var entry = await desk.ToChangeAsync(request.Entry, request.IfVersion, cancel);
            var (plan, _, today) = await desk.SceneAsync(entry.Plan, cancel);
            var work = request.Work is { } said ? said.Trim() : entry.Work;
            var title = work == entry.Work && request.Work is null ? null : await desk.TitleAsync(work, plan, cancel);
            var (who, day, minutes) = (await db.FindAsync(entry.Member, "member", cancel), entry.Day, entry.Minutes);
            entry.Write(new TimeSheet(request.Day ?? day, request.Time is { } time ? LogTime.Read(time) : minutes, work, request.Note ?? entry.Note), today);
            await desk.RoomAsync(who, entry.Day, entry.Day == day ? entry.Minutes - minutes : entry.Minutes, cancel);
            journal.Say($"changed time of {entry.Day:uuuu-MM-dd} to {HoursText.Say(entry.Minutes)} h", plan.Brand.Value, plan.Id.Value, entry.Id);
            return desk.View(entry, who.Name, title);
        }
    }
}

/// <summary>Takes an entry of time away.</summary>
[Needs(Permission.TakePart)]
public sealed record RemoveTime(Id<TimeEntry> Entry) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeDesk desk, Journal journal) : IHandle<RemoveTime, Done>
    {
        public async Task<Done> HandleAsync(RemoveTime request, CancellationToken cancel)
        {
            var entry = await desk.ToChangeAsync(request.Entry, null, cancel);
            db.Remove(entry);
            journal.Say($"took {HoursText.Say(entry.Minutes)} h of {entry.Day:uuuu-MM-dd} away", entry.Brand.Value, entry.Plan.Value, entry.Id);
            return Done.It;
        }
    }
}
