using Bellwether.Kernel;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Kernel;

/// <summary>What holds for every rule, tried with generated ones.</summary>
public sealed class RecurrenceLawTests
{
    private static readonly Gen<LocalDate> Starts = Gen.Choose(0, 20_000).Select(days => new LocalDate(1990, 1, 1).PlusDays(days));

    private static readonly Gen<IsoDayOfWeek> Weekdays = Gen.Choose(1, 7).Select(day => (IsoDayOfWeek)day);

    private static readonly Gen<Recurrence> Monthlies =
        from nth in Gen.Elements(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
        from day in Weekdays
        from interval in Gen.Choose(1, 6)
        select new Recurrence { Frequency = Frequency.Monthly, Interval = interval, Days = [new CountedDay(nth, day)] }.Checked("rule");

    private static readonly Gen<Recurrence> Others =
        from frequency in Gen.Elements(Frequency.Daily, Frequency.Weekly, Frequency.Monthly, Frequency.Yearly)
        from interval in Gen.Choose(1, 5)
        from monthDays in Gen.Choose(-31, 31).Where(day => day != 0).ListOf(2)
        from days in Weekdays.ListOf(2)
        from months in Gen.Choose(1, 12).ListOf(2)
        from weekStart in Weekdays
        from choice in Gen.Choose(0, 7)
        select Recurrence.Parse(new Recurrence
        {
            Frequency = frequency,
            Interval = interval,
            MonthDays = (choice & 1) == 1 && frequency != Frequency.Weekly ? [.. monthDays] : [],
            Days = (choice & 2) == 2 ? [.. days.Select(day => new CountedDay(0, day))] : [],
            Months = (choice & 4) == 4 ? [.. months] : [],
            WeekStart = weekStart,
        }.ToString());

    private static readonly Gen<Recurrence> Rules = Gen.OneOf(Monthlies, Others);

    [Fact]
    public void Dates_are_in_order_and_never_before_the_start() => ForAll((rule, start) =>
    {
        var dates = rule.Dates(start).Take(30).ToList();
        return dates.SequenceEqual(dates.Distinct().Order()) && dates.All(date => date >= start);
    });

    [Fact]
    public void Every_date_lies_inside_its_rule() => ForAll((rule, start) => rule.Dates(start).Take(30).All(date =>
        (rule.Months.Count == 0 || rule.Months.Contains(date.Month))
        && (rule.Days.Count == 0 || rule.Days.Any(day => day.Day == date.DayOfWeek && (day.Nth == 0 || InMonth(date, day.Nth))))
        && (rule.MonthDays.Count == 0 || rule.MonthDays.Any(day => day == date.Day || day == date.Day - date.Calendar.GetDaysInMonth(date.Year, date.Month) - 1))));

    [Fact]
    public void A_rule_reads_back_as_it_was_written() => ForAll((rule, _) => Recurrence.Parse(rule.ToString()).Equals(rule));

    [Fact]
    public void A_count_takes_the_first_dates_of_the_rule_without_one() => ForAll((rule, start) =>
        Recurrence.Parse($"{rule};COUNT=7").Dates(start).SequenceEqual(rule.Dates(start).Take(7)));

    [Fact]
    public void An_end_takes_the_dates_up_to_it() => ForAll((rule, start) =>
    {
        var end = start.PlusYears(3);
        return Recurrence.Parse($"{rule};UNTIL={end:yyyyMMdd}").Dates(start).SequenceEqual(rule.Dates(start).TakeWhile(date => date <= end));
    });

    [Fact]
    public void Starting_at_any_of_its_dates_goes_on_with_the_same_dates() => ForAll((rule, start) =>
    {
        // Without parts of its own a rule takes its day from the start, so only rules that choose their days go on alike.
        if (rule.Interval > 1 || rule.Days.Count + rule.MonthDays.Count == 0)
        {
            return true;
        }

        var dates = rule.Dates(start).Take(12).ToList();
        return dates.Count < 6 || rule.Dates(dates[5]).Take(dates.Count - 5).SequenceEqual(dates.Skip(5));
    });

    [Fact]
    public void Every_rule_has_words() => ForAll((rule, _) => rule.InWords().Length > 5 && !rule.InWords().Contains("  ", StringComparison.Ordinal));

    private static bool InMonth(LocalDate date, int nth)
    {
        var place = WeekdayOfMonth.Place(date);
        return place.FromStart == nth || place.FromEnd == nth;
    }

    private static void ForAll(Func<Recurrence, LocalDate, bool> law)
    {
        var tried = 0;
        var both = from rule in Rules from start in Starts select (rule, start);
        Prop.ForAll(both.ToArbitrary(), pair =>
        {
            tried++;
            return law(pair.rule, pair.start);
        }).QuickCheckThrowOnFailure();
        tried.ShouldBeGreaterThanOrEqualTo(100);
    }
}
