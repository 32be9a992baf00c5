using NodaTime;

namespace Bellwether.Kernel;

/// <summary>Where a date goes that falls on a holiday or another day off.</summary>
public enum DayOffMove
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>To the nearest working day before.</summary>
    Earlier,

    /// <summary>To the nearest working day after.</summary>
    Later,
}

/// <summary>One date of a schedule, with the date the rule gave when it was moved off a day off.</summary>
public sealed record ScheduledDate(LocalDate Date, LocalDate ByRule)
{
    public bool Moved => Date != ByRule;
}

/// <summary>Moves dates off days off.</summary>
public static class DayOffMoves
{
    private const int FarthestInDays = 31;

    /// <summary>The date after moving; it stays where a month around it has no working day at all.</summary>
    public static ScheduledDate Move(this DayOffMove move, LocalDate date, Func<LocalDate, bool> isOff)
    {
        if (move == DayOffMove.Keep || !isOff(date))
        {
            return new ScheduledDate(date, date);
        }

        var step = move == DayOffMove.Earlier ? -1 : 1;
        for (var days = 1; days <= FarthestInDays; days++)
        {
            if (!isOff(date.PlusDays(step * days)))
            {
                return new ScheduledDate(date.PlusDays(step * days), date);
            }
        }

        return new ScheduledDate(date, date);
    }
}
