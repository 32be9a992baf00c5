using Bellwether.Goals;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R002-07")]
[Requirement("R002-09")]
public sealed class ForecastTests
{
    private static readonly int[] Increments = [40, 50, 35, 55, 35, 55, 30];
    private static readonly double[] Series = [1000, 1040, 1090, 1125, 1180, 1215, 1270, 1300];

    [Theory]
    [InlineData(5, 220, 0.4309513893)]
    [InlineData(5, 200, 0.7704527875)]
    [InlineData(3, 135, 0.4023323615)]
    [InlineData(8, 320, 0.8199238794)]
    [InlineData(8, 350, 0.4317843756)]
    [InlineData(8, 400, 0.0217043051)]
    [InlineData(5, 0, 1)]
    [InlineData(5, 999, 0)]
    public void The_chance_of_a_sum_is_exact(int steps, int needed, double chance) =>
        Forecast.AtLeast(Increments, steps, needed).ShouldNotBeNull().ShouldBe(chance, 1e-9);

    [Fact]
    public void Level_trend_and_spread_are_Holts()
    {
        var line = Forecast.Holt(Series).ShouldNotBeNull();
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
    }

    [Theory]
    [InlineData(0.43, "about 4 in 10")]
    [InlineData(0.01, "almost never")]
    [InlineData(0.99, "almost surely")]
    [InlineData(0.95, "about 9 in 10")]
    public void A_chance_is_said_in_words(double chance, string words) => Attainability.InTen(chance).ShouldBe(words);
}
