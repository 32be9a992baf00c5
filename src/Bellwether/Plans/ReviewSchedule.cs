using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>One review to come: its local time, the instant, and the date the rule gave when it was moved.</summary>
public sealed record ReviewDate(LocalDateTime Local, Instant At, LocalDate? MovedFrom);

/// <summary>When a plan is reviewed: a rule for days, a local time, and where a date goes that falls on a day off.</summary>
/// <param name="Rule">RFC 5545: FREQ=MONTHLY;BYDAY=-1TH is the last Thursday of each month.</param>
/// <param name="Time">Local time in the brand's zone; it stays when clocks change.</param>
/// <param name="Move">Where a date goes that falls on a day off.</param>
/// <param name="DaysOff">Holidays and other dates without reviews, besides the brand's days without working hours.</param>
public sealed record ReviewSchedule(string Rule, LocalTime Time, DayOffMove Move, IReadOnlyList<LocalDate> DaysOff)
{
    private const int MostDaysOff = 400;

    /// <summary>The last Thursday of each month at ten, moved earlier off days off: near the end of the month, never on a date.</summary>
    public static readonly ReviewSchedule Usual = new(Recurrence.NearMonthEnd.ToString(), new LocalTime(10, 0), DayOffMove.Earlier, []);

    private Recurrence Recurrence => Recurrence.Parse(Rule, "reviewRule");

    public string InWords() => $"{Recurrence.InWords()}, {Time.ToString("HH:mm", null)}";

    /// <summary>The same schedule with its rule read and written in one form.</summary>
    public ReviewSchedule Checked()
    {
        Kernel.Rule.Require(DaysOff.Count <= MostDaysOff, "days-off-too-many", $"At most {MostDaysOff} days off fit. Leave out the past ones.", "reviewDaysOff");
        return this with { Rule = Recurrence.ToString(), DaysOff = [.. DaysOff.Distinct().Order()] };
    }

    /// <summary>The dates the rule gives within the plan's time.</summary>
    public IEnumerable<LocalDate> ByRule(LocalDate from, LocalDate? until) =>
        Recurrence.Dates(from).TakeWhile(date => until is null || date <= until);

    /// <summary>The reviews within the plan's time, moved off days off.</summary>
    public IEnumerable<ReviewDate> Occurrences(Brand brand, LocalDate from, LocalDate? until)
    {
        var worked = brand.Hours.Spans.Select(span => span.Day).ToHashSet();
        var off = DaysOff.ToHashSet();
        var zone = brand.Zone;
        return ByRule(from, until)
            .Select(date => Move.Move(date, day => off.Contains(day) || !worked.Contains(day.DayOfWeek)))
            .Select(date => new ReviewDate(date.Date.At(Time), Clock.Resolve(date.Date.At(Time), zone), date.Moved ? date.ByRule : null));
    }

    /// <summary>What is worth knowing about the rule: months of a year without a review.</summary>
    public IReadOnlyList<string> Warnings(int year)
    {
        var without = Recurrence.MonthsWithout(year);
        return without.Count == 0 || Recurrence.Interval > 1
            ? []
            : [$"{without.Count} {(without.Count == 1 ? "month" : "months")} of {year} {(without.Count == 1 ? "has" : "have")} no such day and will pass without a review. A weekday such as the last Thursday comes in every month."];
    }
}
