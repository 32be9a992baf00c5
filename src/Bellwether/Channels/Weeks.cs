using NodaTime;

namespace Bellwether.Channels;

/// <summary>Weeks as a brand counts them.</summary>
public static class Weeks
{
    /// <summary>The first day of the week that holds a date.</summary>
    public static LocalDate StartOf(LocalDate date, IsoDayOfWeek weekStart) =>
        date.PlusDays(-(((int)date.DayOfWeek - (int)weekStart + 7) % 7));
}
