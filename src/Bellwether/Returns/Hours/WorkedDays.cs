using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>How long people worked on some days, on all plans together: a day of one person has 24 hours, however many entries it has.</summary>
public sealed class WorkedDays(Dictionary<(Id<Member> Who, LocalDate Day), int> minutes)
{
    /// <summary>Counts so many minutes more, or fewer; 422 naming the time when the day becomes too long by it.</summary>
    public void Add(Member who, LocalDate day, int more)
    {
        if (Refusal(who, day, more) is { } full)
        {
            throw Rule.Broken("day-full", full, "time");
        }
    }

    /// <summary>The same of several cells of a week that make up the day together.</summary>
    public void AddCells(Member who, LocalDate day, int more)
    {
        var all = minutes.GetValueOrDefault((who.Id, day)) + more;
        if (Refusal(who, day, more) is not null)
        {
            throw Rule.Broken("day-full", $"{who.Name} would have {HoursText.Say(all)} h on {day:uuuu-MM-dd}, on all plans together, and a day has 24. Take {HoursText.Say(all - HoursText.Most)} h away.", "cells");
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
