using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Kernel;

/// <summary>Reads and writes RFC 5545's letters for a recurrence.</summary>
internal static class RecurrenceText
{
    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HHmmss");

    public static Recurrence Read(string text, string field)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var letters = text.Trim().ToUpperInvariant();
        foreach (var part in (letters.StartsWith("RRULE:", StringComparison.Ordinal) ? letters[6..] : letters).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split('=', 2);
            Require(sides.Length == 2 && sides[1].Length > 0, $"“{part}” is no part of a recurrence rule. Write NAME=VALUE.", field);
            Require(parts.TryAdd(sides[0], sides[1]), $"{sides[0]} stands twice in the rule. Leave one of them.", field);
        }

        Require(parts.Remove("FREQ", out var frequency), "The rule does not say how often. Begin with FREQ=MONTHLY, FREQ=WEEKLY, FREQ=DAILY or FREQ=YEARLY.", field);
        Require(Enum.TryParse<Frequency>(frequency, ignoreCase: true, out var often) && !char.IsAsciiDigit(frequency[0]), $"FREQ={frequency} cannot be used: a rule here is DAILY, WEEKLY, MONTHLY or YEARLY.", field);
        LocalDate? until = null;
        LocalTime? untilTime = null;
        if (parts.Remove("UNTIL", out var end))
        {
            (until, untilTime) = ReadEnd(end, field);
        }

        var rule = new Recurrence
        {
            Frequency = often,
            Interval = parts.Remove("INTERVAL", out var interval) ? Number(interval, "INTERVAL", field) : 1,
            Count = parts.Remove("COUNT", out var count) ? Number(count, "COUNT", field) : null,
            Until = until,
            UntilTime = untilTime,
            Months = Numbers(parts, "BYMONTH", field),
            WeekNumbers = Numbers(parts, "BYWEEKNO", field),
            YearDays = Numbers(parts, "BYYEARDAY", field),
            MonthDays = Numbers(parts, "BYMONTHDAY", field),
            Positions = Numbers(parts, "BYSETPOS", field),
            Days = parts.Remove("BYDAY", out var days) ? [.. days.Split(',').Select(day => ReadDay(day, field)).Distinct().OrderBy(day => day.Nth).ThenBy(day => day.Day)] : [],
            WeekStart = parts.Remove("WKST", out var weekStart) ? ReadWeekday(weekStart, weekStart, field) : IsoDayOfWeek.Monday,
        };
        Require(parts.Count == 0, $"{parts.Keys.FirstOrDefault()} cannot be used in a rule for dates. Leave it out.", field);
        return rule.Checked(field);
    }

    public static string Write(Recurrence rule)
    {
        var text = new StringBuilder("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        Add("INTERVAL", rule.Interval == 1 ? "" : rule.Interval.ToString(CultureInfo.InvariantCulture));
        Add("COUNT", rule.Count?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add("UNTIL", rule.Until is { } until ? DatePattern.Format(until) + (rule.UntilTime is { } time ? $"T{TimePattern.Format(time)}Z" : "") : "");
        Add("BYMONTH", string.Join(',', rule.Months));
        Add("BYWEEKNO", string.Join(',', rule.WeekNumbers));
        Add("BYYEARDAY", string.Join(',', rule.YearDays));
        Add("BYMONTHDAY", string.Join(',', rule.MonthDays));
        Add("BYDAY", string.Join(',', rule.Days.Select(day => (day.Nth == 0 ? "" : day.Nth.ToString(CultureInfo.InvariantCulture)) + Code(day.Day))));
        Add("BYSETPOS", string.Join(',', rule.Positions));
        Add("WKST", rule.WeekStart == IsoDayOfWeek.Monday ? "" : Code(rule.WeekStart));
        return text.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(';').Append(name).Append('=').Append(value);
            }
        }
    }

    private static string Code(IsoDayOfWeek day) => DayCodes[(int)day - 1];

    private static (LocalDate, LocalTime?) ReadEnd(string text, string field)
    {
        var sides = text.TrimEnd('Z').Split('T');
        var date = DatePattern.Parse(sides[0]);
        var time = sides.Length == 2 ? TimePattern.Parse(sides[1]) : null;
        Require(date.Success && sides.Length <= 2 && time is not { Success: false }, $"UNTIL={text} is no date. Write it as 20261231.", field);
        return (date.Value, time?.Value);
    }

    private static CountedDay ReadDay(string text, string field)
    {
        Require(text.Length >= 2, $"“{text}” names no weekday. Write a day such as TH, or -1TH for the last Thursday.", field);
        var day = ReadWeekday(text[^2..], text, field);
        if (text.Length == 2)
        {
            return new CountedDay(0, day);
        }

        var nth = Number(text[..^2], "BYDAY", field);
        Require(nth != 0, $"“{text}” counts from nothing. Use 1 for the first and -1 for the last.", field);
        return new CountedDay(nth, day);
    }

    private static IsoDayOfWeek ReadWeekday(string code, string text, string field)
    {
        var index = Array.IndexOf(DayCodes, code);
        Require(index >= 0, $"“{text}” names no weekday. The days are MO, TU, WE, TH, FR, SA and SU.", field);
        return (IsoDayOfWeek)(index + 1);
    }

    private static int[] Numbers(Dictionary<string, string> parts, string name, string field) =>
        parts.Remove(name, out var list) ? [.. list.Split(',').Select(one => Number(one, name, field)).Distinct().Order()] : [];

    private static int Number(string text, string name, string field)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        Require(read, $"{name}: “{text}” is no whole number.", field);
        return number;
    }

    private static void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string message, string field) =>
        Rule.Require(holds, "recurrence-invalid", message, field);
}
