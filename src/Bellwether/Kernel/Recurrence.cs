using NodaTime;

namespace Bellwether.Kernel;

/// <summary>How often the periods of a recurrence come.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday, plain (every one of the period) or counted: 3 is the third, -1 the last; 0 is plain.</summary>
public sealed record CountedDay(int Nth, IsoDayOfWeek Day);

/// <summary>
/// A rule for dates that come again: RFC 5545's recurrence rule down to the day. Times of day are not part of it: a schedule
/// keeps a local time beside it, so that 10:00 stays 10:00 when clocks change. Two rules are equal when their texts are.
/// </summary>
public sealed class Recurrence : IEquatable<Recurrence>
{
    /// <summary>The day a review is best held on, near the end of a month: its last Thursday.</summary>
    public static readonly Recurrence NearMonthEnd = Monthly(-1, IsoDayOfWeek.Thursday);

    public Frequency Frequency { get; init; } = Frequency.Monthly;

    /// <summary>Every how many periods: 2 with Weekly is every other week.</summary>
    public int Interval { get; init; } = 1;

    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Weeks of the year, the first one having at least four days in it; -1 is the last.</summary>
    public IReadOnlyList<int> WeekNumbers { get; init; } = [];

    public IReadOnlyList<int> YearDays { get; init; } = [];

    /// <summary>Days of the month; -1 is the last. Months without such a day are left out, never bent.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<CountedDay> Days { get; init; } = [];

    /// <summary>Which of a period's dates count, in order: -1 is the last of them.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>After how many dates it ends; null when it does not end by count.</summary>
    public int? Count { get; init; }

    /// <summary>The last day on which it may fall.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The time of day (UTC) on <see cref="Until"/> after which it has ended; null for the whole day.</summary>
    public LocalTime? UntilTime { get; init; }

    /// <summary>The first day of a week: it decides which days “every other week” takes together.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The nth weekday of each month; -1 is the last one.</summary>
    public static Recurrence Monthly(int nth, IsoDayOfWeek day) =>
        new Recurrence { Frequency = Frequency.Monthly, Days = [new CountedDay(nth, day)] }.Checked("recurrence");

    /// <summary>These weekdays, every <paramref name="interval"/> weeks.</summary>
    public static Recurrence Weekly(int interval, params IsoDayOfWeek[] days) =>
        new Recurrence { Frequency = Frequency.Weekly, Interval = interval, Days = [.. days.Select(day => new CountedDay(0, day))] }.Checked("recurrence");

    /// <summary>Reads a rule such as FREQ=MONTHLY;BYDAY=-1TH; 422 beside <paramref name="field"/> when it makes no sense.</summary>
    public static Recurrence Parse(string text, string field = "recurrence") => RecurrenceText.Read(text, field);

    /// <summary>The rule's dates on and after <paramref name="start"/>, in order; the start counts only when the rule meets it.</summary>
    public IEnumerable<LocalDate> Dates(LocalDate start) => RecurrenceDates.Of(this, start);

    /// <summary>The rule's local times on and after <paramref name="start"/>, ended by <see cref="Until"/> in this zone.</summary>
    public IEnumerable<LocalDateTime> Times(LocalDateTime start, DateTimeZone zone)
    {
        var end = UntilTime is { } time ? Until!.Value.At(time).InUtc().ToInstant() : Instant.MaxValue;
        return Dates(start.Date).Select(date => date.At(start.TimeOfDay)).TakeWhile(local => Clock.Resolve(local, zone) <= end);
    }

    /// <summary>The rule with its parts checked against each other.</summary>
    public Recurrence Checked(string field) => RecurrenceCheck.Check(this, field);

    /// <summary>The months of a year in which a monthly rule has no date, as the 31st has none in five of them.</summary>
    public IReadOnlyList<int> MonthsWithout(int year)
    {
        if (Frequency != Frequency.Monthly)
        {
            return [];
        }

        var always = new Recurrence { Frequency = Frequency, MonthDays = MonthDays, Days = Days, Positions = Positions };
        var first = new LocalDate(year, 1, 1);
        var met = always.Dates(first).TakeWhile(date => date.Year == year).Select(date => date.Month).ToHashSet();
        return [.. Enumerable.Range(1, 12).Where(month => !met.Contains(month))];
    }

    /// <summary>The rule as a person says it: “last Thursday of each month”.</summary>
    public string InWords() => RecurrenceWords.Say(this);

    /// <summary>The rule in RFC 5545's letters, its parts in a fixed order.</summary>
    public override string ToString() => RecurrenceText.Write(this);

    public bool Equals(Recurrence? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Recurrence);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
