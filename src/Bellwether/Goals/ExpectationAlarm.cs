using MathNet.Numerics.Distributions;

namespace Bellwether.Goals;

/// <summary>Whether an expectation has to worry anybody while its days run.</summary>
public enum ExpectationAlarm
{
    /// <summary>Nothing speaks against it.</summary>
    None,

    /// <summary>So little would hardly come by chance if the expectation were right.</summary>
    Short,

    /// <summary>Its days run, and no number has come. That is not falling short.</summary>
    NoData,
}

/// <summary>Tells falling short from bad luck.</summary>
public static class ShortfallCheck
{
    // One false alarm in a hundred looks.
    private const double Rare = 0.01;

    /// <summary>From so many days on, all of what is expected is asked for when the last day has come; shorter ones wait until it is over.</summary>
    public const int DaysToRound = 5;

    /// <summary>The chance of so few or fewer when so many were expected (Poisson); nothing where nothing was expected.</summary>
    public static double? ChanceOfSoFew(decimal came, decimal expected) =>
        expected <= 0 || came < 0 ? null : came >= expected * 20 ? 1 : Math.Clamp(Poisson.CDF((double)expected, Math.Floor((double)came)), 0, 1);

    /// <summary>Judges a count on the way: what came against the share that should have come by now.</summary>
    public static (ExpectationAlarm Alarm, double? Chance) Of(decimal? came, decimal expectedByNow, int daysGone)
    {
        if (came is not { } count)
        {
            // The first day's number comes on the second.
            return (daysGone >= 2 ? ExpectationAlarm.NoData : ExpectationAlarm.None, null);
        }

        var chance = ChanceOfSoFew(count, expectedByNow);
        return (chance < Rare ? ExpectationAlarm.Short : ExpectationAlarm.None, chance);
    }
}
