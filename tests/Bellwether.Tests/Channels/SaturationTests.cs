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
        Saturation.Of([new(1, 10), new(2, 20), new(4, 40)]).ShouldNotBeNull().Most(0.1, cap: 6).ShouldBe(6);
    }

    [Fact]
    public void Without_different_numbers_of_posts_nothing_is_claimed()
    {
        Saturation.Of([]).ShouldBeNull();
        Saturation.Of([new(2, 20), new(2, 30)]).ShouldBeNull();
        Saturation.Of([new(1, 20), new(2, 0)]).ShouldBeNull();
    }

    [Fact, Requirement("R001-12")]
    public void The_published_point_gives_the_whole_curve()
    {
        var saturation = Saturation.Published(2, 0.57);
        saturation.Exponent.ShouldBe(0.189034, 1e-6);
        saturation.PerPost(2).ShouldBe(0.57, 1e-9);
        saturation.PerPost(3).ShouldBe(0.410271, 1e-6);
        saturation.Total(1).ShouldBe(1, 1e-12);
        saturation.Total(2).ShouldBe(1.14, 1e-9);
        saturation.Total(3).ShouldBe(1.23081, 1e-5);
        saturation.Total(4).ShouldBe(1.2996, 1e-9);
        saturation.Gain(3).ShouldBe(0.0908, 5e-5);
        saturation.Most(0.10).ShouldBe(2);
    }

    [Fact, Requirement("R001-12")]
    public void A_day_with_more_posts_is_not_recommended_when_more_people_leave_on_it()
    {
        var days = Enumerable.Range(0, 40).Select(day => new PostingDay(day % 2 == 0 ? 1 : 2, day % 2 == 0 ? 10 : 20, day % 2 == 0 ? 1 : 3)).ToList();
        Leaving.Rises(days, 2).ShouldBe(true);
        Saturation.Of(days).ShouldNotBeNull().Most(0.10, posts => Leaving.Rises(days, posts) == true).ShouldBe(1);
        Leaving.Rises([.. days.Select(day => day with { Unfollows = 2 })], 2).ShouldBe(false);
        Leaving.Rises([.. days.Select(day => day with { Unfollows = null })], 2).ShouldBeNull("nobody counted");
    }

    [Fact]
    public void The_chance_of_a_rise_is_the_exact_binomial_tail()
    {
        // Twelve in four weeks against nine in two: the classic conditional test.
        Leaving.Chance(9, 21, 1.0 / 3).ShouldBe(0.23987542, 1e-8);
        Leaving.Chance(0, 5, 0.5).ShouldBe(1);
        Leaving.Chance(5, 5, 0.5).ShouldBe(1.0 / 32, 1e-12);
    }
}
