using System.Globalization;
using Bellwether.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Calendar;

/// <summary>The days a row is for: one date, or a rule for dates that come again.</summary>
/// <param name="On">The date, where it is one.</param>
/// <param name="Rule">The rule, where it is none.</param>
public sealed record RowDay(LocalDate? On, Recurrence? Rule)
{
    private static readonly IsoDayOfWeek[] Week = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
    private static readonly char[] Between = [',', ';', '/', '+', '&'];

    /// <summary>Reads “Mon, Wed”, “Mon–Fri”, “daily”, “2026-12-24” or a rule's letters; 422 beside the field otherwise.</summary>
    public static RowDay Parse(string? text, string field = "day")
    {
        var said = Kernel.Rule.Text(text, field, 200);
        if (LocalDatePattern.Iso.Parse(said) is { Success: true } date)
        {
            return new(DayRange.Checked(date.Value, field), null);
        }

        if (said.Contains('=', StringComparison.Ordinal))
        {
            return new(null, Recurrence.Parse(said, field));
        }

        if (said.ToLowerInvariant() is "daily" or "every day")
        {
            return new(null, Recurrence.Weekly(1, Week));
        }

        var days = said.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => Span(part, said, field)).Distinct().Order().ToArray();
        return new(null, Recurrence.Weekly(1, days));
    }

    /// <summary>Its days from one to another, both included; a rule counts from the day its row was written.</summary>
    public IEnumerable<LocalDate> Within(LocalDate from, LocalDate to, LocalDate since)
    {
        if (On is { } date)
        {
            return from <= date && date <= to ? [date] : [];
        }

        return Rule!.Dates(since).TakeWhile(day => day <= to).Where(day => day >= from);
    }

    /// <summary>As people say it.</summary>
    public string InWords() => On is { } date ? date.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture) : Rule!.InWords();

    /// <summary>As it is typed: weekdays in short where they say it all, else the date or the rule's letters.</summary>
    public override string ToString()
    {
        if (On is { } date)
        {
            return LocalDatePattern.Iso.Format(date);
        }

        var days = Rule!.Days.Select(day => day.Day).ToArray();
        return days.Length > 0 && Rule.Equals(Recurrence.Weekly(1, days))
            ? days.Length == 7 ? "daily" : string.Join(", ", days.Order().Select(day => day.ToString()[..3]))
            : Rule.ToString();
    }

    private static IEnumerable<IsoDayOfWeek> Span(string part, string whole, string field)
    {
        var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
        var (first, last) = (One(ends[0], whole, field), One(ends[^1], whole, field));
        Kernel.Rule.Require(ends.Length <= 2, "day-unknown", Unknown(whole), field);
        for (var day = first; ; day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1)
        {
            yield return day;
            if (day == last)
            {
                yield break;
            }
        }
    }

    private static IsoDayOfWeek One(string word, string whole, string field)
    {
        var found = word.Length < 2 ? [] : Week.Where(day => day.ToString().StartsWith(word.TrimEnd('.', 's'), StringComparison.OrdinalIgnoreCase)).ToList();
        Kernel.Rule.Require(found.Count == 1, "day-unknown", Unknown(whole), field);
        return found[0];
    }

    private static string Unknown(string whole) => $"“{whole}” is no day. Write weekdays such as “Mon, Wed”, a date such as 2026-12-24, or “daily”.";
}
