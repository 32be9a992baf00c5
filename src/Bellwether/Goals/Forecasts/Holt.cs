using Bellwether.Kernel;
using MathNet.Numerics.Distributions;

namespace Bellwether.Goals.Forecasts;

/// <summary>A level with a trend, and the spread of its one-step errors: Holt's linear method (Holt 1957).</summary>
/// <param name="Level">Where the series stands, smoothed.</param>
/// <param name="Trend">How much it changes a step.</param>
/// <param name="Sigma">Standard deviation of the one-step errors, with two degrees of freedom spent.</param>
/// <param name="Alpha">Weight of a new number in the level.</param>
/// <param name="Beta">Weight of an error in the trend: α times β*.</param>
public sealed record Holt(double Level, double Trend, double Sigma, double Alpha, double Beta)
{
    private const int Fewest = 4;

    /// <summary>Level and trend of a series (α 0.5, β* 0.3), from its first number and its first step; nothing below four numbers.</summary>
    public static Holt? Of(IReadOnlyList<double> series, double alpha = 0.5, double beta = 0.3)
    {
        if (series.Count < Fewest)
        {
            return null;
        }

        var (level, trend, errors) = Fit(series, alpha, beta);
        return new Holt(level, trend, Math.Sqrt(errors.Sum(error => error * error) / (series.Count - 3)), alpha, alpha * beta);
    }

    /// <summary>How far each number from the second on lay from what was expected of it one step before.</summary>
    public static IReadOnlyList<double> Errors(IReadOnlyList<double> series, double alpha = 0.5, double beta = 0.3) => series.Count < 2 ? [] : Fit(series, alpha, beta).Errors;

    private static (double Level, double Trend, List<double> Errors) Fit(IReadOnlyList<double> series, double alpha, double beta)
    {
        var (level, trend) = (series[0], series[1] - series[0]);
        var errors = new List<double>();
        foreach (var number in series.Skip(1))
        {
            errors.Add(number - (level + trend));
            var before = level;
            level = (alpha * number) + ((1 - alpha) * (level + trend));
            trend = (beta * (level - before)) + ((1 - beta) * trend);
        }

        return (level, trend, errors);
    }

    /// <summary>The expected number some steps ahead.</summary>
    public double At(double steps) => Level + (Trend * steps);

    /// <summary>Its standard deviation (Hyndman and Athanasopoulos, prediction intervals of the linear method).</summary>
    public double SpreadAt(double steps) =>
        Sigma * Math.Sqrt(1 + ((steps - 1) * ((Alpha * Alpha) + (Alpha * Beta * steps) + (Beta * Beta * steps * ((2 * steps) - 1) / 6))));

    /// <summary>Chance of a number at least as high some steps ahead.</summary>
    public double AtLeast(double number, double steps)
    {
        Rule.Require(steps >= 1, "steps-too-few", "A forecast looks at least one step ahead.", "steps");
        var spread = SpreadAt(steps);
        return spread <= 0 ? (At(steps) >= number ? 1 : 0) : Math.Clamp(1 - Normal.CDF(At(steps), spread, number), 0, 1);
    }

    /// <summary>The number that is not exceeded with that chance some steps ahead.</summary>
    public double Quantile(double share, double steps) =>
        SpreadAt(steps) is > 0 and var spread ? Normal.InvCDF(At(steps), spread, share) : At(steps);
}
