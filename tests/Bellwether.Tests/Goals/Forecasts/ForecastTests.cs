using Bellwether.Goals;
using Bellwether.Goals.Forecasts;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Goals.Forecasts;

[Requirement("R002-07")]
[Requirement("R002-09")]
public sealed class ForecastTests
{
    internal static readonly decimal[] Increments = [40, 50, 35, 55, 35, 55, 30];
    internal static readonly double[] Series = [1000, 1040, 1090, 1125, 1180, 1215, 1270, 1300];

    [Theory]
    [InlineData(5, 220, 0.4309513893)]
    [InlineData(5, 200, 0.7704527875)]
    [InlineData(3, 135, 0.4023323615)]
    [InlineData(8, 320, 0.8199238794)]
    [InlineData(8, 350, 0.4317843756)]
    [InlineData(8, 400, 0.0217043051)]
    [InlineData(5, 0, 1)]
    [InlineData(5, 999, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    public void The_chance_of_a_sum_is_exact(int steps, int needed, double chance) =>
        Bootstrap.AtLeast(Increments, steps, needed).ShouldNotBeNull().ShouldBe(chance, 1e-9);

    [Fact]
    public void The_first_of_them_is_7243_of_16807() => Bootstrap.AtLeast(Increments, 5, 220).ShouldNotBeNull().ShouldBe(7243 / 16807.0, 1e-12);

    [Fact]
    public void The_eight_points_of_the_example_are_checked_by_resampling_too() => Bootstrap.AtLeast(Increments, 8, 300).ShouldNotBeNull().ShouldBe(0.9541, 5e-5);

    [Fact]
    public void Level_trend_and_spread_are_Holts()
    {
        var line = Holt.Of(Series).ShouldNotBeNull();
        line.Level.ShouldBe(1304.525505, 1e-6);
        line.Trend.ShouldBe(43.279327, 1e-6);
        line.At(1).ShouldBe(1347.804831, 1e-6);
        line.At(4).ShouldBe(1477.642812, 1e-6);
        line.At(8).ShouldBe(1650.760118, 1e-6);
        line.Sigma.ShouldBe(9.801423, 1e-6);
        line.SpreadAt(8).ShouldBe(31.14941, 1e-5);
        line.AtLeast(1600, 8).ShouldBe(0.948404, 1e-6);
        line.AtLeast(1620, 8).ShouldBe(0.838302, 1e-6);
        line.AtLeast(1650, 8).ShouldBe(0.509734, 1e-6);
        line.AtLeast(line.Quantile(0.9, 8), 8).ShouldBe(0.1, 1e-9);
    }

    [Fact]
    public void The_errors_of_one_step_are_those_of_the_example()
    {
        double[] published = [0, 10, -1.5, 12.975, -1.73375, 11.1719375, -9.0510094];
        var errors = Holt.Errors(Series);
        errors.Count.ShouldBe(published.Length);
        errors.Zip(published).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        Holt.Errors([1]).ShouldBeEmpty();
    }

    [Fact]
    public void Level_trend_and_seasons_are_Holts_and_Winters()
    {
        var line = HoltWinters.Of([10, 20, 30, 40, 12, 22, 33, 43, 15, 25, 36, 46], 4).ShouldNotBeNull();
        line.Level.ShouldBe(31.326900, 1e-6);
        line.Trend.ShouldBe(0.699583, 1e-6);
        double[] seasonals = [-14.882648, -5.009027, 5.024008, 14.942250];
        double[] ahead = [17.143836, 27.717040, 38.449658, 49.067483, 19.942168];
        line.Seasonals.Zip(seasonals).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        Enumerable.Range(1, 5).Select(line.At).Zip(ahead).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    [Fact]
    public void Two_full_seasons_are_the_least() => HoltWinters.Of([1, 2, 3, 4, 5, 6, 7], 4).ShouldBeNull();

    [Fact]
    public void What_comes_three_steps_ahead_is_every_triple_of_past_errors()
    {
        // Four errors after the first season of four: 64 equally likely triples, each carried on by the method.
        var line = HoltWinters.Of([10, 20, 30, 40, 13, 22, 35, 43], 4).ShouldNotBeNull();
        var mean = line.Errors.Average();
        var errors = line.Errors.Select(error => error - mean).ToList();
        var all = (from a in errors from b in errors from c in errors select a + (line.CarriedAfter(1) * b) + (line.CarriedAfter(2) * c)).ToList();
        var grid = line.Ahead(3)[2];
        for (var number = all.Min() - 1; number <= all.Max() + 1; number += 0.37)
        {
            // Between two cells of the grid the chance is shared; one triple more or less is all that may differ.
            grid.AtLeast(number).ShouldBe(all.Count(sum => sum >= number) / 64.0, (1.0 / 64) + 1e-9);
        }

        all.Average().ShouldBe(grid.Chances.Select((chance, i) => chance * (grid.Origin + (i * grid.Unit))).Sum(), 1e-9);
    }

    [Fact]
    public void Drawing_errors_at_random_comes_to_the_same_chance()
    {
        var chance = new Random(7);
        var series = Enumerable.Range(0, 28).Select(day => 100 + (2 * day) + (day % 7 == 0 ? 12 : 0) + (chance.NextDouble() * 10)).ToList();
        var line = HoltWinters.Of(series, 7).ShouldNotBeNull();
        var errors = line.Errors.Select(error => error - line.Errors.Average()).ToList();
        const int Ahead = 10, Draws = 40_000;
        var number = line.At(Ahead) + 3;
        var reached = Enumerable.Range(0, Draws).Count(_ => line.At(Ahead) + Enumerable.Range(0, Ahead).Sum(step => line.CarriedAfter(step) * errors[chance.Next(errors.Count)]) >= number);
        line.Ahead(Ahead)[Ahead - 1].AtLeast(3).ShouldBe((double)reached / Draws, 0.01);
    }

    [Fact]
    public void A_damped_trend_fades()
    {
        var series = Enumerable.Range(0, 28).Select(day => 100.0 + (2 * day)).ToList();
        var (straight, fading) = (HoltWinters.Of(series, 7).ShouldNotBeNull(), HoltWinters.Of(series, 7, 0.98).ShouldNotBeNull());
        (fading.At(42) - fading.At(35)).ShouldBeLessThan(fading.At(14) - fading.At(7));
        fading.At(40).ShouldBeLessThan(straight.At(40));
    }

    [Theory]
    [InlineData(5, false, null)]
    [InlineData(6, false, ForecastMethod.Holt)]
    [InlineData(13, true, ForecastMethod.Holt)]
    [InlineData(14, true, ForecastMethod.HoltWinters)]
    [InlineData(60, false, ForecastMethod.Holt)]
    public void The_number_of_points_chooses_the_method(int points, bool daily, ForecastMethod? method) =>
        Outlook.Of([.. Enumerable.Range(0, points).Select(i => 10.0 + i)], daily, 5)?.Method.ShouldBe(method!.Value);

    [Fact]
    public void Fewer_than_six_numbers_foresee_nothing() => Outlook.Of([1, 2, 3, 4, 5], true, 5).ShouldBeNull();

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void The_trend_is_damped_when_the_way_ahead_is_more_than_half_the_way_behind(int steps, bool damped) =>
        Outlook.Of([.. Enumerable.Range(0, 20).Select(i => 10.0 + i)], true, steps).ShouldNotBeNull().Damped.ShouldBe(damped);

    [Theory]
    [InlineData(0.43, "about 4 in 10")]
    [InlineData(0.01, "almost never")]
    [InlineData(0.99, "almost surely")]
    [InlineData(0.95, "about 9 in 10")]
    public void A_chance_is_said_in_words(double chance, string words) => Attainability.InTen(chance).ShouldBe(words);

    [Fact]
    public void A_range_too_wide_for_exact_cells_is_laid_over_a_grid()
    {
        // A billion apart in millionths: exact cells would need 10^15 of them.
        decimal[] wide = [0.000001m, 1_000_000_000m, 499_999_999.5m];
        Bootstrap.AtLeast(wide, 10, 0).ShouldBe(1);
        Bootstrap.AtLeast(wide, 10, 10_000_000_001m).ShouldNotBeNull().ShouldBeLessThan(1e-4);
        Bootstrap.AtLeast(wide, 10, 11_000_000_000m).ShouldBe(0);
        Bootstrap.AtLeast(wide, 1, 999_999_999m).ShouldNotBeNull().ShouldBe(1 / 3.0, 1e-6);
        Bootstrap.AtLeast([-9_000_000_000_000m, 9_000_000_000_000m], 60, 0).ShouldNotBeNull().ShouldBeInRange(0.4, 0.7);
    }

    [Fact]
    public void Nothing_and_too_far_give_nothing()
    {
        Bootstrap.AtLeast([], 3, 1).ShouldBeNull();
        Bootstrap.AtLeast([1, 2], -1, 1).ShouldBeNull();
        Bootstrap.AtLeast([1, 2], Bootstrap.MostSteps + 1, 1).ShouldBeNull();
    }
}
