using NodaTime;

namespace Bellwether.Metrics;

/// <summary>The days of periods.</summary>
public static class PeriodDays
{
    /// <summary>The last day of a period that starts on a day.</summary>
    public static LocalDate LastDay(LocalDate start, PeriodLength length) => Next(start, length).PlusDays(-1);

    /// <summary>The first day of the period after the one that starts on a day.</summary>
    public static LocalDate Next(LocalDate start, PeriodLength length) => length switch
    {
        PeriodLength.Week => start.PlusDays(7),
        PeriodLength.Month => start.PlusMonths(1),
        PeriodLength.Quarter => start.PlusMonths(3),
        PeriodLength.Year => start.PlusYears(1),
        _ => start.PlusDays(1),
    };

    /// <summary>The first day of the period that a day lies in; weeks start on the brand's day.</summary>
    public static LocalDate StartOf(LocalDate day, PeriodLength length, IsoDayOfWeek weekStart = IsoDayOfWeek.Monday) => length switch
    {
        PeriodLength.Week => day.PlusDays(1).Previous(weekStart),
        PeriodLength.Month => new LocalDate(day.Year, day.Month, 1),
        PeriodLength.Quarter => new LocalDate(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        PeriodLength.Year => new LocalDate(day.Year, 1, 1),
        _ => day,
    };
}
