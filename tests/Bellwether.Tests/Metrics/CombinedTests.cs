using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Metrics;

[Requirement("R000-27")]
public sealed class CombinedTests
{
    private static readonly LocalDate January = new(2026, 1, 1);

    [Fact]
    public void Followers_of_a_quarter_are_those_of_its_last_month() =>
        Of("followers", Month(1, 100), Month(2, 120)).Value.ShouldBe(120);

    [Fact]
    public void Leads_of_months_add_up() =>
        Of("leads", Month(1, 10), Month(2, 15)).Value.ShouldBe(25);

    [Fact]
    public void Rates_pool_as_sums_over_sums()
    {
        var pooled = Of("er_reach", Day(1, 0.1m, 10, 100), Day(2, 0.01m, 10, 1000));
        pooled.Value.ShouldNotBeNull().ShouldBe(20m / 1100m, 1e-6m);
        pooled.Numerator.ShouldBe(20);
        pooled.Denominator.ShouldBe(1100);
    }

    [Fact]
    public void A_mean_of_bare_ratios_is_refused_with_the_reason()
    {
        var combined = Of("er_reach", Day(1, 0.1m), Day(2, 0.01m));
        combined.Value.ShouldBeNull();
        combined.Why.ShouldNotBeNull().ShouldContain("mean of ratios");
    }

    [Fact]
    public void Reach_of_two_days_lies_between_the_larger_and_the_sum()
    {
        var combined = Of("reach", Day(1, 100), Day(2, 80));
        combined.Value.ShouldBeNull();
        (combined.Low, combined.High).ShouldBe((100m, 180m));
    }

    [Fact]
    public void Reach_that_the_network_states_for_the_week_stands() =>
        Of("reach", new Point(January, PeriodLength.Week, 150)).Value.ShouldBe(150);

    [Fact]
    public void A_percentile_of_percentiles_is_refused() =>
        Of("first_response", Day(1, 30), Day(8, 50)).Why.ShouldNotBeNull().ShouldContain("raw values");

    [Fact]
    public void Percentiles_come_from_raw_values()
    {
        Percentile.Of([10m, 20m, 30m, 40m], 0.5m).ShouldBe(25);
        Percentile.Of([], 0.5m).ShouldBeNull();
    }

    [Fact]
    public void A_net_score_pools_its_counts() =>
        Of("nps", Day(1, 50, 5, 10), Day(2, 0, 0, 30)).Value.ShouldBe(12.5m);

    [Fact]
    public void A_running_total_counts_once() =>
        Of("likes", new Point(January, PeriodLength.ToDate, 20), new Point(January.PlusDays(6), PeriodLength.ToDate, 35)).Value.ShouldBe(35);

    [Fact]
    public void A_weighted_mean_weighs_by_its_counts() =>
        Of("review_rating", Day(1, 5, null, 1), Day(2, 3, null, 3)).Value.ShouldBe(3.5m);

    [Fact]
    public void Nothing_is_no_data_and_not_zero()
    {
        var combined = Of("leads");
        combined.Value.ShouldBeNull();
        combined.Why.ShouldBe("no data");
    }

    [Fact]
    public void The_catalogue_holds_every_metric_once_and_earned_media_value_is_switched_off()
    {
        ShippedMetrics.All.Count.ShouldBeGreaterThanOrEqualTo(95);
        ShippedMetrics.All.Select(metric => metric.Key).Distinct().Count().ShouldBe(ShippedMetrics.All.Count);
        ShippedMetrics.All.Where(metric => !metric.Enabled).ShouldHaveSingleItem().Key.ShouldBe("emv");
        ShippedMetrics.Find("emv")!.Note.ShouldNotBeNull().ShouldContain("Not recommended");
        ShippedMetrics.Find("leads")!.Class.ShouldBe(MetricClass.Business);
        ShippedMetrics.Find("cpl")!.Direction.ShouldBe(MetricDirection.Down);
    }

    [Theory]
    [Requirement("R000-29")]
    [InlineData("followers", -1, "observation-below-least")]
    [InlineData("cvr", -0.02, "observation-below-least")]
    [InlineData("review_rating", 6, "observation-above-most")]
    public void An_impossible_number_is_refused(string metric, double value, string code) =>
        Should.Throw<ProblemException>(() => ShippedMetrics.Find(metric)!.Check((decimal)value, January, January)).Code.ShouldBe(code);

    [Fact]
    [Requirement("R000-29")]
    public void A_number_about_a_day_to_come_is_refused() =>
        Should.Throw<ProblemException>(() => ShippedMetrics.Find("leads")!.Check(1, January.PlusDays(1), January)).Code.ShouldBe("observation-in-future");

    [Fact]
    [Requirement("R000-29")]
    public void A_conversion_rate_above_100_percent_is_kept_with_a_warning()
    {
        ShippedMetrics.Find("cvr")!.Check(1.3m, January, January).ShouldNotBeNull().ShouldContain("130 %");
        ShippedMetrics.Find("roi")!.Check(1.3m, January, January).ShouldBeNull();
        ShippedMetrics.Find("roi")!.Check(-0.5m, January, January).ShouldBeNull();
    }

    private static Combined Of(string metric, params Point[] points) => Combined.Of(ShippedMetrics.Find(metric)!, points);

    private static Point Month(int month, decimal value) => new(new LocalDate(2026, month, 1), PeriodLength.Month, value);

    private static Point Day(int day, decimal value, decimal? numerator = null, decimal? denominator = null) =>
        new(January.PlusDays(day - 1), PeriodLength.Day, value, numerator, denominator);
}
