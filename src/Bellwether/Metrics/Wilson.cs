using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>The interval that a rate seen in a few trials leaves open, by Wilson's score, at 95 %.</summary>
/// <param name="Low">Lower end, at least 0.</param>
/// <param name="High">Upper end, at most 1.</param>
/// <param name="Trials">How many trials it rests on.</param>
public sealed record Wilson(double Low, double High, long Trials)
{
    private const double Z = 1.959963984540054;

    /// <summary>The interval; nothing for no trials, 422 for more successes than trials.</summary>
    public static Wilson? Of(long successes, long trials)
    {
        Rule.Require(trials >= 0 && successes >= 0 && successes <= trials, "rate-impossible", $"{successes} of {trials} is no rate: there cannot be more successes than trials.", "numerator");
        if (trials == 0)
        {
            return null;
        }

        double n = trials, share = successes / n, square = Z * Z;
        var middle = (share + (square / (2 * n))) / (1 + (square / n));
        var half = Z / (1 + (square / n)) * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n)));
        // At the ends the formula is exact; floating point leaves a dust that must not show.
        return new Wilson(successes == 0 ? 0 : Math.Max(0, middle - half), successes == trials ? 1 : Math.Min(1, middle + half), trials);
    }

    /// <summary>The largest rate that no success in so many trials still allows, one-sided, at 95 %; nothing for no trials.</summary>
    public static double? MostWhenNone(long trials) => trials <= 0 ? null : 1 - Math.Pow(0.05, 1.0 / trials);
}
