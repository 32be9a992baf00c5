namespace Bellwether.Goals.Forecasts;

/// <summary>A level with a trend and a season that adds to it: the additive Holt-Winters method (Winters 1960).</summary>
public sealed class HoltWinters
{
    // Resampling more errors than this says no more and takes longer.
    private const int MostErrors = 60;

    private const int Cells = 4096;

    private readonly (double Alpha, double Beta, double Gamma) weights;
    private readonly double damping;
    private readonly int count;

    private HoltWinters(double level, double trend, double[] seasonals, IReadOnlyList<double> errors, (double Alpha, double Beta, double Gamma) weights, double damping, int count) =>
        (Level, Trend, Seasonals, Errors, this.weights, this.damping, this.count) = (level, trend, seasonals, errors, weights, damping, count);

    public double Level { get; }

    /// <summary>How much it changes a step.</summary>
    public double Trend { get; }

    /// <summary>What each place of the season adds, from the first place on.</summary>
    public IReadOnlyList<double> Seasonals { get; }

    /// <summary>The one-step errors after the first season.</summary>
    public IReadOnlyList<double> Errors { get; }

    /// <summary>
    /// Smooths a series with seasons of <paramref name="season"/> steps (α 0.5, β 0.1, γ 0.1), beginning with the mean of the
    /// first season and the mean change to the second. A damping below 1 lets the trend fade. Nothing below two seasons.
    /// </summary>
    public static HoltWinters? Of(IReadOnlyList<double> series, int season, double damping = 1, double alpha = 0.5, double beta = 0.1, double gamma = 0.1)
    {
        if (season < 2 || series.Count < 2 * season)
        {
            return null;
        }

        var level = series.Take(season).Average();
        var trend = (series.Skip(season).Take(season).Sum() - series.Take(season).Sum()) / (season * season);
        var seasonals = series.Take(season).Select(number => number - level).ToArray();
        var errors = new List<double>();
        for (var i = season; i < series.Count; i++)
        {
            var place = i % season;
            var ahead = level + (damping * trend);
            errors.Add(series[i] - (ahead + seasonals[place]));
            var before = level;
            level = (alpha * (series[i] - seasonals[place])) + ((1 - alpha) * ahead);
            trend = (beta * (level - before)) + ((1 - beta) * damping * trend);
            seasonals[place] = (gamma * (series[i] - level)) + ((1 - gamma) * seasonals[place]);
        }

        return new HoltWinters(level, trend, seasonals, errors, (alpha, beta, gamma), damping, series.Count);
    }

    /// <summary>The expected number some steps ahead.</summary>
    public double At(int steps) => Level + (Fading(steps) * Trend) + Seasonals[(count + steps - 1) % Seasonals.Count];

    /// <summary>
    /// What may come each step ahead, up to <paramref name="steps"/>: the past errors drawn again with equal chances, each
    /// carried on by the method itself. Computed by convolution, so that no random draw is needed.
    /// </summary>
    public IReadOnlyList<ChanceGrid> Ahead(int steps)
    {
        var errors = Resampled();
        var carried = Enumerable.Range(0, steps).Select(CarriedAfter).ToList();
        var range = carried.Sum(Math.Abs) * (errors.Max() - errors.Min());
        var grid = ChanceGrid.Certain(0, range > 0 ? range / Cells : 1);
        var all = new List<ChanceGrid>();
        foreach (var weight in carried)
        {
            grid = range > 0 ? grid.Plus([.. errors.Select(error => error * weight)]) : grid;
            all.Add(grid);
        }

        return all;
    }

    /// <summary>How much of an error is still felt so many steps later.</summary>
    internal double CarriedAfter(int steps) => steps == 0 ? 1
        : weights.Alpha + (weights.Alpha * weights.Beta * Fading(steps)) + (steps % Seasonals.Count == 0 ? weights.Gamma * (1 - weights.Alpha) : 0);

    /// <summary>φ + φ² + … + φ^steps; simply the steps where nothing fades.</summary>
    private double Fading(int steps) => damping >= 1 ? steps : damping * (1 - Math.Pow(damping, steps)) / (1 - damping);

    /// <summary>The errors around their mean; of many, evenly spaced ones in the order of their size.</summary>
    private List<double> Resampled()
    {
        var mean = Errors.Average();
        var sorted = Errors.Select(error => error - mean).Order().ToList();
        return sorted.Count <= MostErrors ? sorted
            : [.. Enumerable.Range(0, MostErrors).Select(i => sorted[(int)((i + 0.5) * sorted.Count / MostErrors)])];
    }
}
