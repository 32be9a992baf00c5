namespace Bellwether.Goals.Forecasts;

/// <summary>How a chance was found.</summary>
public enum ForecastMethod
{
    /// <summary>Too few numbers: only how fast it moves can be said.</summary>
    RunRate,

    /// <summary>Level and trend; the exact resampling of past steps stands beside it as a check.</summary>
    Holt,

    /// <summary>Level, trend and the days of the week, with the past errors drawn again.</summary>
    HoltWinters,

    /// <summary>The share of past items that passed.</summary>
    Items,
}

/// <summary>What may come at one moment.</summary>
/// <param name="Middle">The expected number.</param>
/// <param name="Low">Below it in 1 of 10 cases.</param>
/// <param name="High">Above it in 1 of 10 cases.</param>
/// <param name="InnerLow">Below it in 1 of 4 cases.</param>
/// <param name="InnerHigh">Above it in 1 of 4 cases.</param>
public sealed record Spread(double Middle, double Low, double High, double InnerLow, double InnerHigh);

/// <summary>What a regular series says about its next steps, by the method that its length allows.</summary>
public sealed class Outlook
{
    /// <summary>Below so many numbers nothing is foreseen.</summary>
    public const int Fewest = 6;

    private const int Week = 7;

    // The upper end of what is usual; a trend that fades faster would be gone within a month of days.
    private const double Damping = 0.98;

    private readonly Holt? holt;
    private readonly HoltWinters? winters;
    private readonly IReadOnlyList<ChanceGrid> grids;

    private Outlook(Holt? holt, HoltWinters? winters, int steps, bool damped)
    {
        (this.holt, this.winters, Damped) = (holt, winters, damped);
        grids = winters?.Ahead(steps) ?? [];
    }

    public ForecastMethod Method => winters is null ? ForecastMethod.Holt : ForecastMethod.HoltWinters;

    /// <summary>Whether the trend fades, because the way ahead is more than half as long as the way behind.</summary>
    public bool Damped { get; }

    /// <summary>
    /// Daily series of at least two weeks are foreseen with their weekdays, all others by level and trend; below six numbers
    /// there is nothing. <paramref name="steps"/> says how far it will be asked.
    /// </summary>
    public static Outlook? Of(IReadOnlyList<double> series, bool daily, double steps)
    {
        if (series.Count < Fewest)
        {
            return null;
        }

        if (daily && series.Count >= 2 * Week)
        {
            var damped = steps > series.Count / 2.0;
            return new Outlook(null, HoltWinters.Of(series, Week, damped ? Damping : 1), (int)Math.Max(1, Math.Round(steps)), damped);
        }

        return new Outlook(Holt.Of(series), null, 0, false);
    }

    /// <summary>Chance of a number at least as high some steps ahead, at least one.</summary>
    public double AtLeast(double number, double steps) =>
        holt?.AtLeast(number, steps) ?? GridAt(steps).AtLeast(number - winters!.At(Whole(steps)));

    /// <summary>Chance of a number at most as high some steps ahead, at least one.</summary>
    public double AtMost(double number, double steps) =>
        holt is null ? GridAt(steps).AtMost(number - winters!.At(Whole(steps))) : 1 - holt.AtLeast(number, steps);

    /// <summary>What may come some steps ahead, at least one.</summary>
    public Spread At(double steps)
    {
        if (holt is not null)
        {
            return new Spread(holt.At(steps), holt.Quantile(0.1, steps), holt.Quantile(0.9, steps), holt.Quantile(0.25, steps), holt.Quantile(0.75, steps));
        }

        var (middle, grid) = (winters!.At(Whole(steps)), GridAt(steps));
        return new Spread(middle, middle + grid.Quantile(0.1), middle + grid.Quantile(0.9), middle + grid.Quantile(0.25), middle + grid.Quantile(0.75));
    }

    private int Whole(double steps) => Math.Clamp((int)Math.Round(steps), 1, grids.Count);

    private ChanceGrid GridAt(double steps) => grids[Whole(steps) - 1];
}
