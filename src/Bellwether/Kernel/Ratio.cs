namespace Bellwether.Kernel;

/// <summary>
/// A share that remembers what it was made of, so that ratios pool as sums over sums and never as a mean of ratios.
/// No data is <c>null</c>, not zero: <see cref="Of"/> gives nothing for an empty denominator.
/// </summary>
public readonly record struct Ratio(decimal Numerator, decimal Denominator)
{
    public decimal Value => Numerator / Denominator;

    /// <summary>The ratio, or nothing when there is nothing to divide by.</summary>
    public static Ratio? Of(decimal numerator, decimal denominator) =>
        denominator == 0 ? null : new Ratio(numerator, denominator);

    /// <summary>Sum of numerators over sum of denominators; nothing for no parts.</summary>
    public static Ratio? Pool(IEnumerable<Ratio> parts)
    {
        decimal numerator = 0, denominator = 0;
        foreach (var part in parts)
        {
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        return Of(numerator, denominator);
    }
}
