namespace Bellwether.Goals.Forecasts;

/// <summary>
/// How likely each number is, on an even grid: origin + place × unit. Chances add up to 1. Drawn numbers are added
/// one at a time by convolution, so that nothing is random and the same input gives the same answer.
/// </summary>
public sealed class ChanceGrid
{
    // Rounding in binary fractions must not push a number over the edge of its cell.
    private const double Dust = 1e-7;

    private readonly double[] chances;

    private ChanceGrid(double[] chances, double origin, double unit) => (this.chances, Origin, Unit) = (chances, origin, unit);

    /// <summary>The smallest number that is possible.</summary>
    public double Origin { get; }

    /// <summary>How far two neighbours lie apart.</summary>
    public double Unit { get; }

    /// <summary>The chance of each number, from the smallest on.</summary>
    public IReadOnlyList<double> Chances => chances;

    /// <summary>A single number that is certain.</summary>
    public static ChanceGrid Certain(double number, double unit) => new([1], number, unit);

    /// <summary>The sum of this and one more number, drawn from <paramref name="draws"/> with equal chances. What lies between two cells is shared by both, so that the mean is kept.</summary>
    public ChanceGrid Plus(IReadOnlyList<double> draws)
    {
        var low = draws.Min();
        var shares = new SortedDictionary<int, double>();
        foreach (var draw in draws)
        {
            var place = (draw - low) / Unit;
            var cell = (int)Math.Floor(place + Dust);
            var over = Math.Clamp(place - cell, 0, 1);
            over = over < Dust ? 0 : over;
            Add(shares, cell, (1 - over) / draws.Count);
            Add(shares, cell + 1, over / draws.Count);
        }

        var next = new double[chances.Length + shares.Keys.Max()];
        foreach (var (shift, share) in shares)
        {
            for (var i = 0; i < chances.Length; i++)
            {
                next[i + shift] += chances[i] * share;
            }
        }

        return new ChanceGrid(next, Origin + low, Unit);
    }

    /// <summary>The chance of that number or more; 0 to 1, never rising with the number.</summary>
    public double AtLeast(double number)
    {
        var from = Math.Ceiling(((number - Origin) / Unit) - Dust);
        if (from <= 0)
        {
            return 1;
        }

        var sum = 0.0;
        for (var i = chances.Length - 1; i >= from; i--)
        {
            sum += chances[i];
        }

        return Math.Min(1, sum);
    }

    /// <summary>The chance of that number or less.</summary>
    public double AtMost(double number)
    {
        var until = Math.Floor(((number - Origin) / Unit) + Dust);
        if (until >= chances.Length - 1)
        {
            return 1;
        }

        var sum = 0.0;
        for (var i = 0; i <= until; i++)
        {
            sum += chances[i];
        }

        return Math.Min(1, sum);
    }

    /// <summary>The number below which that share of the chances lies, between two cells by a straight line.</summary>
    public double Quantile(double share)
    {
        var sum = 0.0;
        for (var i = 0; i < chances.Length; i++)
        {
            if (sum + chances[i] >= share && chances[i] > 0)
            {
                return chances.Length == 1 ? Origin : Origin + ((i - 0.5 + ((share - sum) / chances[i])) * Unit);
            }

            sum += chances[i];
        }

        return Origin + ((chances.Length - 1) * Unit);
    }

    private static void Add(SortedDictionary<int, double> shares, int cell, double share)
    {
        if (share > 0)
        {
            shares[cell] = shares.GetValueOrDefault(cell) + share;
        }
    }
}
