using Bellwether.Brands;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Inbox;

/// <summary>Business minutes: examples whose answer can be counted by hand, and what holds for all.</summary>
[Requirement("R001-07")]
public sealed class BusinessClockTests
{
    private static readonly DateTimeZone Berlin = Clock.Zone("Europe/Berlin");
    private static readonly BusinessClock Usual = new(WorkingHours.Usual, Berlin);

    private static readonly Gen<WorkingHours> AnyHours =
        from many in Gen.Choose(0, 9)
        from spans in (from day in Gen.Choose(1, 7) from start in Gen.Choose(0, 22 * 60) from length in Gen.Choose(1, 600)
                       select new WorkingSpan((IsoDayOfWeek)day, Time(start), Time(Math.Min((24 * 60) - 1, start + length)))).ArrayOf(many)
        select new WorkingHours(Apart(spans));

    private static readonly Gen<DateTimeZone> AnyZone = Gen.Elements("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Havana", "UTC").Select(name => Clock.Zone(name));

    // 2026 with both changes of summer time, in minutes.
    private static readonly Gen<Instant> AnyTime = Gen.Choose(0, 400 * 24 * 60).Select(minutes => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes));

    private static readonly Gen<(WorkingHours Hours, DateTimeZone Zone, Instant[] Times)> AnySpan =
        from hours in AnyHours from zone in AnyZone from first in AnyTime from a in Gen.Choose(0, 40 * 24 * 60) from b in Gen.Choose(0, 40 * 24 * 60)
        select (hours, zone, new[] { first, first + Duration.FromMinutes(a), first + Duration.FromMinutes(a + b) });

    [Fact]
    public void Over_a_weekend_only_working_time_counts()
    {
        var (from, to) = (At(2026, 2, 13, 17, 30), At(2026, 2, 16, 9, 20));
        Usual.Minutes(from, to).ShouldBe(50);
        (to - from).TotalMinutes.ShouldBe(3830);
        Usual.DueAt(from, 60).ShouldBe(At(2026, 2, 16, 9, 30));
        Usual.DueAt(from, 30).ShouldBe(At(2026, 2, 13, 18, 0), "the last minute of the day is still that day");
    }

    [Theory]
    [InlineData(7, 0, 540)]
    [InlineData(12, 0, 360)]
    [InlineData(18, 0, 0)]
    [InlineData(23, 30, 0)]
    public void What_is_left_of_a_day_depends_on_its_hour(int hour, int minute, int left) =>
        Usual.Minutes(At(2026, 2, 12, hour, minute), At(2026, 2, 12, 23, 59)).ShouldBe(left);

    [Fact]
    public void A_day_off_does_not_count()
    {
        var may = new BusinessClock(WorkingHours.Usual, Berlin, [new LocalDate(2026, 5, 1)]);
        may.Minutes(At(2026, 4, 30, 17, 0), At(2026, 5, 4, 10, 0)).ShouldBe(120);
        may.DueAt(At(2026, 4, 30, 17, 0), 61).ShouldBe(At(2026, 5, 4, 9, 1));
    }

    [Fact]
    public void A_night_shift_across_the_change_of_summer_time_is_as_long_as_it_really_was()
    {
        var night = new BusinessClock(new WorkingHours([new WorkingSpan(IsoDayOfWeek.Sunday, new LocalTime(1, 0), new LocalTime(5, 0))]), Berlin);
        night.Minutes(At(2026, 3, 28, 12, 0), At(2026, 3, 30, 12, 0)).ShouldBe(180, "the hour from two to three does not exist");
        night.Minutes(At(2026, 10, 24, 12, 0), At(2026, 10, 26, 12, 0)).ShouldBe(300, "the hour from two to three comes twice");
        night.Minutes(At(2026, 3, 21, 12, 0), At(2026, 3, 23, 12, 0)).ShouldBe(240);
    }

    [Fact]
    public void A_brand_without_hours_owes_nothing()
    {
        var never = new BusinessClock(new WorkingHours([]), Berlin);
        never.Minutes(At(2026, 1, 1, 0, 0), At(2026, 12, 31, 0, 0)).ShouldBe(0);
        never.DueAt(At(2026, 1, 1, 0, 0), 1).ShouldBeNull();
    }

    [Fact]
    public void Time_adds_up_over_any_instant_between() =>
        Prop.ForAll(AnySpan.ToArbitrary(), span =>
        {
            var clock = new BusinessClock(span.Hours, span.Zone);
            return clock.Between(span.Times[0], span.Times[2]) == clock.Between(span.Times[0], span.Times[1]) + clock.Between(span.Times[1], span.Times[2]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_never_more_than_what_passed_and_nothing_outside_the_hours() =>
        Prop.ForAll(AnySpan.ToArbitrary(), span =>
        {
            var clock = new BusinessClock(span.Hours, span.Zone);
            var (from, to) = (span.Times[0], span.Times[1]);
            var minute = from.InZone(span.Zone);
            var worked = clock.Between(from, from + Duration.FromMinutes(1));
            return clock.Between(from, to) <= to - from && clock.Between(to, from) == Duration.Zero
                // Spans begin and end at whole minutes, so a minute is worked or not.
                && (worked == Duration.Zero || worked == Duration.FromMinutes(1))
                && (span.Hours.Contains(minute.LocalDateTime) || worked == Duration.Zero || IsAmbiguous(minute));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_due_is_due_when_exactly_so_much_was_worked() =>
        Prop.ForAll((from span in AnySpan from minutes in Gen.Choose(1, 5000) select (span, minutes)).ToArbitrary(), both =>
        {
            var clock = new BusinessClock(both.span.Hours, both.span.Zone);
            var (from, work) = (both.span.Times[0], Duration.FromMinutes(both.minutes));
            return clock.DueAt(from, work) is not { } due
                ? both.span.Hours.Spans.Count == 0 || clock.Between(from, from + Duration.FromDays(3600)) < work
                : clock.Between(from, due) == work && clock.Between(from, due - Duration.FromMinutes(1)) < work;
        }).QuickCheckThrowOnFailure();

    private static bool IsAmbiguous(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count != 1;

    private static Instant At(int year, int month, int day, int hour, int minute) => new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(Berlin).ToInstant();

    private static LocalTime Time(int minutes) => new(minutes / 60, minutes % 60);

    /// <summary>Spans that do not overlap, as a brand has them.</summary>
    private static IReadOnlyList<WorkingSpan> Apart(IEnumerable<WorkingSpan> spans)
    {
        var kept = new List<WorkingSpan>();
        foreach (var span in spans.OrderBy(span => span.Day).ThenBy(span => span.From).Where(span => span.From < span.Until))
        {
            if (kept.Count == 0 || kept[^1].Day != span.Day || kept[^1].Until <= span.From)
            {
                kept.Add(span);
            }
        }

        return kept;
    }
}
