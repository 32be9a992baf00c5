using NodaTime;

namespace Bellwether.Metrics;

/// <summary>One number of a series.</summary>
/// <param name="Start">First day of its period.</param>
/// <param name="Length">How long the period is.</param>
/// <param name="Value">The number; a rate as a fraction.</param>
/// <param name="Numerator">What a ratio was made of, where known.</param>
/// <param name="Denominator">What a ratio was made of, where known.</param>
public sealed record Point(LocalDate Start, PeriodLength Length, decimal Value, decimal? Numerator = null, decimal? Denominator = null)
{
    /// <summary>The last day of the period.</summary>
    public LocalDate End => PeriodDays.LastDay(Start, Length);
}
