using Bellwether.Kernel;
using Bellwether.Metrics;
using Shouldly;

namespace Bellwether.Tests.Metrics;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(8, 100, 0.04109346, 0.14998108)]
    [InlineData(3, 10, 0.10779127, 0.60322185)]
    [InlineData(0, 20, 0, 0.16112516)]
    [InlineData(20, 20, 0.83887484, 1)]
    [InlineData(1, 1, 0.20654931, 1)]
    [InlineData(12, 150, 0.04635364, 0.13462136)]
    [InlineData(5, 20, 0.11186170, 0.46870088)]
    [InlineData(60, 2500, 0.01869117, 0.03076942)]
    public void The_interval_of_a_rate_is_Wilsons(long successes, long trials, double low, double high)
    {
        var interval = Wilson.Of(successes, trials).ShouldNotBeNull();
        interval.Low.ShouldBe(low, 1e-8);
        interval.High.ShouldBe(high, 1e-8);
    }

    [Fact]
    public void No_trials_are_no_data() => Wilson.Of(0, 0).ShouldBeNull();

    [Fact]
    public void More_successes_than_trials_are_refused() =>
        Should.Throw<ProblemException>(() => Wilson.Of(3, 2)).Code.ShouldBe("rate-impossible");

    [Fact]
    public void No_success_in_twenty_still_allows_nearly_fourteen_percent() =>
        Wilson.MostWhenNone(20).ShouldNotBeNull().ShouldBe(0.13910834, 1e-8);
}
