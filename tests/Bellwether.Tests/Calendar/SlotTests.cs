using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class SlotTests
{
    private static readonly DateTimeZone Berlin = Clock.Zone("Europe/Berlin");
    private static readonly DateTimeZone NewYork = Clock.Zone("America/New_York");

    [Fact, Requirement("R002-39")]
    public void A_time_that_the_clocks_jump_over_moves_on_with_a_note()
    {
        var slot = Slot.Of(new LocalDateTime(2026, 3, 29, 2, 30), Berlin);
        slot.Local.ShouldBe(new LocalDateTime(2026, 3, 29, 3, 30));
        slot.At.ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 30));
        slot.Note.ShouldNotBeNull().ShouldContain("moved to 03:30");
    }

    [Fact, Requirement("R002-39")]
    public void A_time_that_happens_twice_is_the_first_of_the_two()
    {
        var slot = Slot.Of(new LocalDateTime(2026, 11, 1, 1, 30), NewYork);
        slot.At.ShouldBe(Instant.FromUtc(2026, 11, 1, 5, 30));
        slot.Note.ShouldNotBeNull().ShouldContain("twice");
    }

    [Fact]
    public void An_ordinary_time_has_no_note_and_reads_as_people_say_it()
    {
        var slot = Slot.Of(new LocalDateTime(2026, 11, 26, 10, 0), Berlin);
        slot.Note.ShouldBeNull();
        slot.ToString().ShouldBe("Thu 26 Nov, 10:00, Berlin");
        Slot.Of(new LocalDateTime(2026, 11, 26, 10, 0), NewYork).ToString().ShouldBe("Thu 26 Nov, 10:00, New York");
    }

    [Fact]
    public void A_brand_that_moves_keeps_its_local_times()
    {
        var slot = Slot.Of(new LocalDateTime(2026, 11, 26, 10, 0), Berlin).In(NewYork);
        slot.Local.ShouldBe(new LocalDateTime(2026, 11, 26, 10, 0));
        slot.At.ShouldBe(Instant.FromUtc(2026, 11, 26, 15, 0));
    }
}
