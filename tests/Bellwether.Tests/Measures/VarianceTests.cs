using Bellwether.Goals;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Measures;

[Requirement("R001-18")]
public sealed class VarianceTests
{
    [Fact]
    public void Fewer_leads_than_planned_are_negative() =>
        Variance.Of(200, 175, Less("leads")).ShouldBe(new Variance(200, 175, -25, -0.125m));

    [Fact]
    public void Less_cost_than_planned_is_positive() =>
        Variance.Of(500, 450, Less("cost_total")).ShouldBe(new Variance(500, 450, 50, 0.1m));

    [Fact]
    public void Nothing_planned_has_no_percentage() =>
        Variance.Of(0, 5, lessIsBetter: false).ShouldNotBeNull().Percent.ShouldBeNull();

    [Fact]
    public void What_is_not_known_has_no_variance()
    {
        Variance.Of(200, null, lessIsBetter: false).ShouldBeNull();
        Variance.Of(null, 200, lessIsBetter: false).ShouldBeNull();
    }

    [Fact]
    public void What_the_target_asks_counts_before_the_metric() =>
        Variance.LessIsBetter(TargetType.DecreaseTo, ShippedMetrics.Find("leads")!).ShouldBeTrue();

    private static bool Less(string metric) => Variance.LessIsBetter(TargetType.CumulativeInPeriod, ShippedMetrics.Find(metric)!);
}
