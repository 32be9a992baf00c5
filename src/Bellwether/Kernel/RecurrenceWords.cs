using System.Globalization;
using NodaTime;

namespace Bellwether.Kernel;

/// <summary>Says a recurrence in plain words.</summary>
internal static class RecurrenceWords
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static string Say(Recurrence rule) => Core(rule) + Within(rule) + End(rule);

    private static string Core(Recurrence rule) => rule.Frequency switch
    {
        Frequency.Daily => Every(rule.Interval, "day"),
        Frequency.Weekly when rule.Days.Count == 0 || rule.Positions.Count > 0 => Every(rule.Interval, "week"),
        Frequency.Weekly when rule.Interval > 2 => $"{Every(rule.Interval, "week")} on {Days(rule)}",
        Frequency.Weekly => $"every {(rule.Interval == 2 ? "other " : "")}{Days(rule)}",
        Frequency.Monthly => Which(rule) is { } which ? $"{which} of {Each(rule.Interval, "month")}" : $"{Every(rule.Interval, "month")} on the same day",
        _ => Which(rule) is { } which && rule.Months.Count > 0
            ? $"{which} of {Join(rule.Months.Select(Month))} {Each(rule.Interval, "year")}"
            : $"{Every(rule.Interval, "year")}{(rule.Months.Count > 0 ? " in " + Join(rule.Months.Select(Month)) : "")}",
    };

    /// <summary>Months of a rule that is not yearly narrow it: “only in June and July”.</summary>
    private static string Within(Recurrence rule) =>
        rule.Frequency != Frequency.Yearly && rule.Months.Count > 0 ? $", only in {Join(rule.Months.Select(Month))}" : "";

    private static string End(Recurrence rule) => rule switch
    {
        { Count: 1 } => ", once",
        { Count: { } count } => $", {count} times",
        { Until: { } until } => $", until {until.ToString("d MMM uuuu", CultureInfo.InvariantCulture)}",
        _ => "",
    };

    private static string? Which(Recurrence rule)
    {
        if (rule.YearDays.Count + rule.WeekNumbers.Count > 0)
        {
            return null;
        }

        if (rule.MonthDays.Count > 0)
        {
            return rule.Days.Count > 0 ? null : "the " + Join(rule.MonthDays.Select(MonthDay));
        }

        // One set of plain days and positions says the same as counted days: the last of all Thursdays is the last Thursday.
        var positions = rule.Positions.Count > 0 ? rule.Positions : [0];
        var plain = rule.Days.All(day => day.Nth == 0);
        if (rule.Days.Count == 0 || (rule.Positions.Count > 0 && !plain))
        {
            return null;
        }

        if (plain)
        {
            return Join(positions.Select(position => position == 0 ? "every " + Days(rule) : $"{Nth(position)} {Days(rule, "or")}"));
        }

        return Join(rule.Days.GroupBy(day => day.Day).Select(group =>
            $"{Join(group.OrderBy(day => day.Nth < 0).ThenBy(day => day.Nth).Select(day => day.Nth == 0 ? "every" : Nth(day.Nth)))} {group.Key}"));
    }

    private static string Days(Recurrence rule, string between = "and")
    {
        var days = rule.Days.Select(day => day.Day).Order().ToList();
        return days.Count switch
        {
            7 => "day",
            5 when days[^1] == IsoDayOfWeek.Friday => "working day",
            2 when days[0] == IsoDayOfWeek.Saturday => "weekend day",
            _ => Join(days.Select(day => day.ToString()), between),
        };
    }

    private static string Every(int interval, string period) => interval switch
    {
        1 => $"every {period}",
        2 => $"every other {period}",
        _ => $"every {interval} {period}s",
    };

    private static string Each(int interval, string period) => interval switch
    {
        1 => $"each {period}",
        2 => $"every other {period}",
        <= 5 => $"every {Ordinals[interval - 1]} {period}",
        _ => $"every {interval}th {period}",
    };

    private static string Nth(int nth) => nth switch
    {
        -1 => "last",
        < 0 and >= -5 => $"{Ordinals[-nth - 1]} to last",
        > 0 and <= 5 => Ordinals[nth - 1],
        _ => nth.ToString(CultureInfo.InvariantCulture) + ".",
    };

    private static string MonthDay(int day) => day switch
    {
        -1 => "last day",
        < 0 => $"{(-day <= 5 ? Ordinals[-day - 1] : (-day).ToString(CultureInfo.InvariantCulture) + ".")} to last day",
        _ => day.ToString(CultureInfo.InvariantCulture) + (day % 10, day / 10) switch
        {
            (1, not 1) => "st",
            (2, not 1) => "nd",
            (3, not 1) => "rd",
            _ => "th",
        },
    };

    private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string Join(IEnumerable<string> parts, string between = "and")
    {
        var list = parts.ToList();
        return list.Count <= 1 ? string.Concat(list) : $"{string.Join(", ", list.Take(list.Count - 1))} {between} {list[^1]}";
    }
}
