using Bellwether.Channels;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Channels;

public class SaturationTests
{
    // Two posts a day earn 57 % of a single post's response each: 114 % together.
    private static readonly PostingDay[] Study = [new(1, 100), new(2, 114), new(1, 100), new(2, 114)];

    [Fact, Requirement("R001-12")]
    public void Two_a_day_that_earn_57_percent_each_grow_with_the_power_of_0_189()
    {
        var saturation = Saturation.Of(Study).ShouldNotBeNull();
        saturation.Exponent.ShouldBe(0.189, 0.0005);
        saturation.Gain(3).ShouldBe(0.09, 0.005);
        saturation.Days.ShouldBe(4);
    }

    [Fact, Requirement("R001-12")]
    public void Two_are_recommended_when_the_third_adds_less_than_a_tenth()
    {
        var saturation = Saturation.Of(Study).ShouldNotBeNull();
        saturation.Most(0.10).ShouldBe(2);
        saturation.Most(0.05).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Posts_that_all_earn_the_same_are_limited_only_by_the_cap()
    {
        Saturation.Of([new(1, 10), new(2, 20), new(4, 40)]).ShouldNotBeNull().Most(0.1, 6).ShouldBe(6);
    }

    [Fact]
    public void Without_different_numbers_of_posts_nothing_is_claimed()
    {
        Saturation.Of([]).ShouldBeNull();
        Saturation.Of([new(2, 20), new(2, 30)]).ShouldBeNull();
        Saturation.Of([new(1, 20), new(2, 0)]).ShouldBeNull();
    }
}
