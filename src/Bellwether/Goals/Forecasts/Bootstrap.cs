namespace Bellwether.Goals.Forecasts;

/// <summary>
/// What comes of drawing past steps again and again: the distribution of the sum of so many increments, each drawn from
/// the observed ones with replacement. Exact by convolution where the increments lie on a common unit, such as whole numbers.
/// </summary>
public static class Bootstrap
{
    /// <summary>Beyond so many steps the past says too little, and nothing is given.</summary>
    public const int MostSteps = 60;

    // A range so wide or so fine that exact cells would not fit is laid over this many instead.
    private const int MostCells = 1 << 14;

    /// <summary>The distribution of the sum of <paramref name="steps"/> increments; nothing without increments, or for too many steps.</summary>
    public static ChanceGrid? Of(IReadOnlyList<decimal> increments, int steps)
    {
        if (increments.Count == 0 || steps is < 0 or > MostSteps)
        {
            return null;
        }

        var (low, high) = (increments.Min(), increments.Max());
        var width = (high - low) * Math.Max(1, steps);
        var unit = increments.Select(increment => increment - low).Aggregate(0m, CommonUnit);
        unit = unit == 0 ? 1 : Math.Max(unit, width / MostCells);
        var draws = increments.Select(increment => (double)(increment - low)).ToList();
        var grid = ChanceGrid.Certain((double)low * steps, (double)unit);
        for (var step = 0; step < steps; step++)
        {
            grid = grid.Plus(draws);
        }

        return grid;
    }

    /// <summary>Chance that <paramref name="steps"/> more increments add up to at least <paramref name="needed"/>.</summary>
    public static double? AtLeast(IReadOnlyList<decimal> increments, int steps, decimal needed) => Of(increments, steps)?.AtLeast((double)needed);

    /// <summary>The largest unit of which both are whole multiples, down to a millionth.</summary>
    private static decimal CommonUnit(decimal one, decimal other)
    {
        var (a, b) = (decimal.Round(one, 6), decimal.Round(other, 6));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
