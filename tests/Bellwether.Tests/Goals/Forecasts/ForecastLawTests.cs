using Bellwether.Goals.Forecasts;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Goals.Forecasts;

/// <summary>What holds for every chance, tried with generated histories.</summary>
[Requirement("R002-07")]
public sealed class ForecastLawTests
{
    private static readonly Gen<decimal> Steps = Gen.Choose(-400, 400).Select(tenths => tenths / 10m);
    private static readonly Gen<decimal[]> Few = Gen.Choose(1, 4).SelectMany(count => Steps.ArrayOf(count));
    private static readonly Gen<double[]> Histories = Gen.Choose(6, 40).SelectMany(count => Gen.Choose(-5000, 5000).Select(number => number / 7.0).ArrayOf(count));

    [Fact]
    public void Convolution_equals_trying_every_combination() =>
        Holds(from few in Few from steps in Gen.Choose(0, 5) from needed in Gen.Choose(-2500, 2500) select (few, steps, Needed: needed / 10m), one =>
        {
            var sums = Enumerable.Range(0, one.steps).Aggregate<int, IEnumerable<decimal>>([0m], (all, _) => all.SelectMany(sum => one.few.Select(step => sum + step))).ToList();
            var tried = (double)sums.Count(sum => sum >= one.Needed) / sums.Count;
            return Math.Abs(Bootstrap.AtLeast(one.few, one.steps, one.Needed)!.Value - tried) < 1e-9;
        });

    [Fact]
    public void A_resampled_chance_lies_between_0_and_1_and_never_rises_with_the_target() =>
        Holds(from few in Few from steps in Gen.Choose(0, 30) select (few, steps), one =>
        {
            var grid = Bootstrap.Of(one.few, one.steps)!;
            return Falls(Enumerable.Range(-60, 121).Select(i => grid.AtLeast(i * 25.3))) && Falls(Enumerable.Range(-60, 121).Select(i => grid.AtMost(-i * 25.3)))
                && Math.Abs(grid.Chances.Sum() - 1) < 1e-9;
        });

    [Fact]
    public void A_foreseen_chance_lies_between_0_and_1_and_never_rises_with_the_target() =>
        Holds(from history in Histories from daily in Gen.Elements(true, false) from ahead in Gen.Choose(1, 60) select (history, daily, ahead), one =>
        {
            var outlook = Outlook.Of(one.history, one.daily, one.ahead)!;
            return Falls(Enumerable.Range(-40, 81).Select(i => outlook.AtLeast(i * 60.7, one.ahead))) && Falls(Enumerable.Range(-40, 81).Select(i => outlook.AtMost(-i * 60.7, one.ahead)));
        });

    [Fact]
    public void The_fan_is_in_order() =>
        Holds(from history in Histories from daily in Gen.Elements(true, false) from ahead in Gen.Choose(1, 40) select (history, daily, ahead), one =>
        {
            var spread = Outlook.Of(one.history, one.daily, one.ahead)!.At(one.ahead);
            return spread.Low <= spread.InnerLow + 1e-9 && spread.InnerLow <= spread.InnerHigh + 1e-9 && spread.InnerHigh <= spread.High + 1e-9;
        });

    private static bool Falls(IEnumerable<double> chances)
    {
        var all = chances.ToList();
        return all.TrueForAll(chance => chance is >= 0 and <= 1) && all.Zip(all.Skip(1)).All(pair => pair.Second <= pair.First + 1e-12);
    }

    private static void Holds<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(values.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
