using NodaTime;

namespace Bellwether.Kernel;

/// <summary>“A day, although not a date”: where in its month a weekday stands.</summary>
public static class WeekdayOfMonth
{
    /// <summary>The nth weekday of a month (-1 is the last), or nothing when the month has no such one.</summary>
    public static LocalDate? Find(YearMonth month, int nth, IsoDayOfWeek day)
    {
        Rule.Require(Math.Abs(nth) is >= 1 and <= 5, "weekday-count", "A weekday is counted from 1 to 5, or from -1 to -5 from the end of the month.");
        var interval = month.ToDateInterval();
        var edge = nth > 0
            ? DateAdjusters.NextOrSame(day)(interval.Start).PlusWeeks(nth - 1)
            : DateAdjusters.PreviousOrSame(day)(interval.End).PlusWeeks(nth + 1);
        return interval.Contains(edge) ? edge : null;
    }

    /// <summary>Which of its kind a date is within its month, counted from the start and from the end: the 4th and the last.</summary>
    public static (int FromStart, int FromEnd) Place(LocalDate date) =>
        (((date.Day - 1) / 7) + 1, -((date.Calendar.GetDaysInMonth(date.Year, date.Month) - date.Day) / 7) - 1);
}
