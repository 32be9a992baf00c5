using Bellwether.Kernel;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Kernel;

public sealed class RecurrenceTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    [Theory]
    [Requirement("R000-04")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1TH", "01-29 02-26 03-26 04-30 05-28 06-25 07-30 08-27 09-24 10-29 11-26 12-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=3TH", "01-15 02-19 03-19 04-16 05-21 06-18 07-16 08-20 09-17 10-15 11-19 12-17")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "01-30 02-27 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "01-31 03-31 05-31 07-31 08-31 10-31 12-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH", "01-29 04-30 07-30 10-29")]
    public void A_day_although_not_a_date_gives_its_dates_of_2026(string rule, string expected) =>
        string.Join(' ', Recurrence.Parse(rule).Dates(NewYear).TakeWhile(date => date.Year == 2026).Select(date => $"{date:MM-dd}")).ShouldBe(expected);

    [Fact]
    [Requirement("R000-04")]
    public void Months_without_a_fifth_Friday_are_left_out() =>
        Recurrence.Parse("FREQ=MONTHLY;BYDAY=5FR").Dates(NewYear).Take(6).ShouldBe(
            [new(2026, 1, 30), new(2026, 5, 29), new(2026, 7, 31), new(2026, 10, 30), new(2027, 1, 29), new(2027, 4, 30)]);

    [Fact]
    public void A_quarterly_rule_goes_on_into_the_next_year() =>
        Recurrence.Parse("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH").Dates(NewYear).ElementAt(4).ShouldBe(new LocalDate(2027, 1, 28));

    [Fact]
    [Requirement("R000-04")]
    public void Ten_o_clock_stays_ten_o_clock_when_clocks_change()
    {
        var berlin = Clock.Zone("Europe/Berlin");
        var times = Recurrence.NearMonthEnd.Times(NewYear.At(new LocalTime(10, 0)), berlin).Take(4).ToList();
        times.ShouldAllBe(local => local.TimeOfDay == new LocalTime(10, 0));
        Clock.Resolve(times[2], berlin).ShouldBe(Instant.FromUtc(2026, 3, 26, 9, 0));
        Clock.Resolve(times[3], berlin).ShouldBe(Instant.FromUtc(2026, 4, 30, 8, 0));
    }

    [Theory]
    [Requirement("R000-04")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TH")]
    [InlineData("FREQ=MONTHLY;BYDAY=-6TH")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TH")]
    [InlineData("FREQ=MONTHLY;BYDAY=3")]
    [InlineData("FREQ=MONTHLY;BYDAY=")]
    [InlineData("FREQ=MONTHLY;BYDAY=3XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=3TH")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=-1")]
    [InlineData("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=367")]
    [InlineData("FREQ=MONTHLY;COUNT=3;UNTIL=20261231")]
    [InlineData("FREQ=MONTHLY;INTERVAL=0")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=1")]
    [InlineData("BYDAY=TH")]
    [InlineData("FREQ=DAILY;FREQ=DAILY")]
    [InlineData("FREQ=DAILY;BYHOUR=9")]
    [InlineData("FREQ=DAILY;UNTIL=tomorrow")]
    [InlineData("every Thursday")]
    [InlineData("")]
    public void A_rule_that_makes_no_sense_is_refused_beside_its_field(string rule)
    {
        var problem = Should.Throw<ProblemException>(() => Recurrence.Parse(rule, "rule"));
        problem.Kind.ShouldBe(ProblemKind.Rule);
        problem.Code.ShouldBe("recurrence-invalid");
        problem.Fields.ShouldHaveSingleItem().Field.ShouldBe("rule");
    }

    [Theory]
    [Requirement("R000-04")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1TH", "last Thursday of each month")]
    [InlineData("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1", "last Thursday of each month")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "first and third Monday of each month")]
    [InlineData("FREQ=MONTHLY;BYDAY=-2FR", "second to last Friday of each month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH", "last Thursday of every third month")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "last working day of each month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "the 31st of each month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of each month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=11,12", "the 11th and 12th of each month")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every other Monday")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "every 3 weeks on Monday")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day")]
    [InlineData("FREQ=DAILY;COUNT=3", "every day, 3 times")]
    [InlineData("FREQ=DAILY;INTERVAL=2;UNTIL=20261231", "every other day, until 31 Dec 2026")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR", "last Friday of October each year")]
    public void A_rule_is_said_in_words(string rule, string words) => Recurrence.Parse(rule).InWords().ShouldBe(words);

    [Theory]
    [Requirement("R000-04")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2,4,6,9,11")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=29", "2")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28", "")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1TH", "")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "")]
    public void The_months_without_a_date_are_named(string rule, string months) =>
        string.Join(',', Recurrence.Parse(rule).MonthsWithout(2026)).ShouldBe(months);

    [Fact]
    public void A_date_that_never_comes_ends_the_search() =>
        Recurrence.Parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").Dates(NewYear).ShouldBeEmpty();

    [Fact]
    [Requirement("R000-04")]
    public void A_review_on_a_holiday_moves_to_the_working_day_before_or_after()
    {
        var thanksgiving = new LocalDate(2026, 11, 26);
        bool IsOff(LocalDate date) => date == thanksgiving || date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || date == new LocalDate(2026, 11, 27);
        DayOffMove.Earlier.Move(thanksgiving, IsOff).ShouldBe(new ScheduledDate(new LocalDate(2026, 11, 25), thanksgiving));
        DayOffMove.Later.Move(thanksgiving, IsOff).Date.ShouldBe(new LocalDate(2026, 11, 30));
        DayOffMove.Keep.Move(thanksgiving, IsOff).Moved.ShouldBeFalse();
        DayOffMove.Earlier.Move(new LocalDate(2026, 10, 29), IsOff).Moved.ShouldBeFalse();
        DayOffMove.Later.Move(thanksgiving, _ => true).Moved.ShouldBeFalse();
    }

    [Fact]
    public void A_weekday_is_found_in_its_month_and_knows_its_place()
    {
        WeekdayOfMonth.Find(new YearMonth(2026, 11), -1, IsoDayOfWeek.Thursday).ShouldBe(new LocalDate(2026, 11, 26));
        WeekdayOfMonth.Find(new YearMonth(2026, 11), 5, IsoDayOfWeek.Thursday).ShouldBeNull();
        WeekdayOfMonth.Place(new LocalDate(2026, 11, 26)).ShouldBe((4, -1));
        Should.Throw<ProblemException>(() => WeekdayOfMonth.Find(new YearMonth(2026, 11), 6, IsoDayOfWeek.Thursday));
    }
}
