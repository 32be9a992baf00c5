using Bellwether.Returns.Hours;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Returns;

public sealed class HoursTextTests
{
    [Theory, Requirement("R004-01")]
    [InlineData("1:30", 90)]
    [InlineData("0:05", 5)]
    [InlineData("1.5", 90)]
    [InlineData("1,5", 90)]
    [InlineData(".25", 15)]
    [InlineData("90m", 90)]
    [InlineData("90 min", 90)]
    [InlineData("2h", 120)]
    [InlineData("1h 30m", 90)]
    [InlineData("1h30", 90)]
    [InlineData("2 Std.", 120)]
    [InlineData("0", 0)]
    [InlineData("24", 1440)]
    public void Time_is_read_as_people_write_it(string text, int minutes) => HoursText.Minutes(text).ShouldBe(minutes);

    [Theory, Requirement("R004-01")]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1:60")]
    [InlineData("25")]
    [InlineData("90")]
    [InlineData("1441m")]
    [InlineData("-1")]
    [InlineData("1:30:00")]
    public void What_is_no_time_of_a_day_is_refused(string text) => HoursText.Minutes(text).ShouldBeNull();

    [Fact]
    public void What_is_said_is_read_back() =>
        Prop.ForAll(Gen.Choose(0, HoursText.Most).ToArbitrary(), minutes => HoursText.Minutes(HoursText.Say(minutes)) == minutes).QuickCheckThrowOnFailure();
}
