using Bellwether.Kernel;
using MathNet.Numerics.Distributions;

namespace Bellwether.Goals;

/// <summary>What a few past numbers say about reaching a number later. No random draws: the same input gives the same answer.</summary>
public static class Forecast
{
    /// <summary>
    /// Chance that <paramref name="steps"/> more increments, each drawn from the observed ones, add up to at least <paramref name="needed"/>:
    /// the exact distribution of the sum, by convolution.
    /// </summary>
    public static double? AtLeast(IReadOnlyList<int> increments, int steps, int needed)
    {
        if (increments.Count == 0 || steps < 0)
        {
            return null;
        }

        var low = increments.Min();
        var weights = new double[increments.Max() - low + 1];
        foreach (var increment in increments)
        {
            weights[increment - low] += 1.0 / increments.Count;
        }

        double[] sums = [1];
        for (var step = 0; step < steps; step++)
        {
            var next = new double[sums.Length + weights.Length - 1];
            for (var i = 0; i < sums.Length; i++)
            {
                for (var j = 0; j < weights.Length; j++)
                {
                    next[i + j] += sums[i] * weights[j];
                }
            }

            sums = next;
        }

        var offset = (long)needed - ((long)low * steps);
        return Math.Clamp(sums.Skip((int)Math.Clamp(offset, 0, sums.Length)).Sum(), 0, 1);
    }

    /// <summary>Level and trend of a series by Holt's linear method (α 0.5, β* 0.3), from its first number and first step; nothing below four numbers.</summary>
    public static HoltLine? Holt(IReadOnlyList<double> series, double alpha = 0.5, double beta = 0.3)
    {
        if (series.Count < 4)
        {
            return null;
        }

        var (level, trend, errors) = (series[0], series[1] - series[0], 0.0);
        for (var i = 1; i < series.Count; i++)
        {
            var error = series[i] - (level + trend);
            errors += error * error;
            var before = level;
            level = (alpha * series[i]) + ((1 - alpha) * (level + trend));
            trend = (beta * (level - before)) + ((1 - beta) * trend);
        }

        return new HoltLine(level, trend, Math.Sqrt(errors / (series.Count - 3)), alpha, alpha * beta);
    }
}

/// <summary>A level with a trend and the spread of its one-step errors.</summary>
public sealed record HoltLine(double Level, double Trend, double Sigma, double Alpha, double Beta)
{
    /// <summary>The expected number some steps ahead.</summary>
    public double At(double steps) => Level + (Trend * steps);

    /// <summary>The standard deviation some steps ahead (Hyndman and Athanasopoulos, prediction intervals of the linear method).</summary>
    public double SpreadAt(double steps) =>
        Sigma * Math.Sqrt(1 + ((steps - 1) * ((Alpha * Alpha) + (Alpha * Beta * steps) + (Beta * Beta * steps * ((2 * steps) - 1) / 6))));

    /// <summary>Chance of a number at least as high some steps ahead.</summary>
    public double AtLeast(double number, double steps)
    {
        Rule.Require(steps >= 1, "steps-too-few", "A forecast looks at least one step ahead.", "steps");
        var spread = SpreadAt(steps);
        return spread <= 0 ? (At(steps) >= number ? 1 : 0) : 1 - Normal.CDF(At(steps), spread, number);
    }
}
