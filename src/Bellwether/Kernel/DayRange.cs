using NodaTime;

namespace Bellwether.Kernel;

/// <summary>
/// The days that may be told at all, at every door and in every file: far enough for what this program is about, and far
/// enough from the calendar's end that a day, a month or years may be added to each of them. What a field takes may be narrower.
/// </summary>
public static class DayRange
{
    /// <summary>The code of the problem beside the field.</summary>
    public const string Code = "day-out-of-range";

    public static readonly LocalDate First = new(2000, 1, 1);

    public static readonly LocalDate Last = new(2199, 12, 31);

    public static bool Holds(LocalDate day) => day >= First && day <= Last;

    /// <summary>Says of a day as it was written that it lies outside.</summary>
    public static string Words(string written) => $"“{written}” is outside the days from {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}. Check the year.";

    /// <summary>422 beside the field for a day outside.</summary>
    public static LocalDate Checked(LocalDate day, string field)
    {
        Rule.Require(Holds(day), Code, Words(day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), field);
        return day;
    }
}
