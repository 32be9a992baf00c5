using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>How long people worked on some days, on all plans together: a day of one person has 24 hours, however many entries it has.</summary>
public sealed class WorkedDays
{
    private readonly Dictionary<(Id<Member> Who, LocalDate Day), int> minutes;

    private WorkedDays(Dictionary<(Id<Member> Who, LocalDate Day), int> minutes) => this.minutes = minutes;

    /// <summary>What these people have on the days from the first to the last.</summary>
    public static async Task<WorkedDays> OfAsync(Db db, IReadOnlyCollection<Id<Member>> people, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var rows = await db.Set<TimeEntry>().AsNoTracking().Where(row => people.Contains(row.Member) && row.Day >= first && row.Day <= last)
            .GroupBy(row => new { row.Member, row.Day }).Select(day => new { day.Key.Member, day.Key.Day, Minutes = day.Sum(row => row.Minutes) }).ToListAsync(cancel);
        return new WorkedDays(rows.ToDictionary(row => (row.Member, row.Day), row => row.Minutes));
    }

    /// <summary>Counts so many minutes more, or fewer; 422 when the day becomes too long by it.</summary>
    /// <param name="field">What is named when it does.</param>
    public void Add(Member who, LocalDate day, int more, string field = "time")
    {
        if (Refusal(who, day, more) is { } full)
        {
            throw Rule.Broken("day-full", full, field);
        }
    }

    /// <summary>Why the day has no room for so many minutes more; null when they are counted.</summary>
    public string? Refusal(Member who, LocalDate day, int more)
    {
        var there = minutes.GetValueOrDefault((who.Id, day));
        if (more > 0 && there + more > HoursText.Most)
        {
            var left = there < HoursText.Most ? $"Enter at most {HoursText.Say(HoursText.Most - there)} h, or shorten what is there." : "Shorten what is there, or choose another day.";
            return $"{who.Name} has {HoursText.Say(there)} h on {day:uuuu-MM-dd} already, and a day has 24. {left}";
        }

        minutes[(who.Id, day)] = there + more;
        return null;
    }
}
