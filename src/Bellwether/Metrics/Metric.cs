using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>A definition of something measured: what one of it is, which way is better, how its numbers combine.</summary>
/// <param name="Key">Stable name: “followers”.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">What one of it is; rates are fractions (0.034 is 3.4 %).</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Aggregation">How several numbers become one.</param>
/// <param name="Class">What it is worth as evidence.</param>
/// <param name="Level">The AMEC level of evaluation.</param>
/// <param name="Least">The smallest possible value; null for no bound.</param>
/// <param name="Most">The largest possible value; null for no bound.</param>
/// <param name="Factor">A ratio's value is numerator over denominator times this: 1000 for a cost per mille, 100 for a net score.</param>
/// <param name="Formula">How it is computed, in words; empty when it is counted.</param>
/// <param name="Source">Where the number or its definition comes from.</param>
/// <param name="Enabled">Whether it may be chosen for a goal.</param>
/// <param name="Note">Why it is not recommended, where it is not.</param>
/// <param name="Custom">Whether this workspace defined it.</param>
public sealed record Metric(
    string Key,
    string Name,
    MetricUnit Unit,
    MetricDirection Direction,
    Aggregation Aggregation,
    MetricClass Class,
    EvaluationLevel Level,
    decimal? Least,
    decimal? Most,
    decimal Factor,
    string Formula,
    string Source,
    bool Enabled = true,
    string? Note = null,
    bool Custom = false)
{
    /// <summary>Largest magnitude that is stored without loss (six decimals in 64 bits).</summary>
    public const decimal Largest = 9_000_000_000_000m;

    /// <summary>The value of a ratio; nothing when there is nothing to divide by.</summary>
    public decimal? ValueOf(decimal numerator, decimal denominator) =>
        denominator == 0 ? null : decimal.Round(Factor * numerator / denominator, 6, MidpointRounding.ToEven);

    /// <summary>422 when the number cannot be one of this metric; otherwise what is worth a second look, if anything.</summary>
    public string? Check(decimal value, LocalDate start, LocalDate today, string field = "value")
    {
        Rule.Require(start <= today, "observation-in-future", $"{start:uuuu-MM-dd} has not come yet. A number is about a day that has been.", "start");
        Rule.Require(Math.Abs(value) <= Largest, "observation-too-large", "That number is larger than any this metric can have.", field);
        Rule.Require(Least is not { } least || value >= least, "observation-below-least", $"{Name} cannot be {Say(value)}; the least possible is {Say(Least ?? 0)}.", field);
        Rule.Require(Most is not { } most || value <= most, "observation-above-most", $"{Name} cannot be {Say(value)}; the most possible is {Say(Most ?? 0)}.", field);
        return Unit == MetricUnit.Percent && Least is not null && value > 1
            ? $"{Name} of {Say(value)} is above 100 %. It is kept; look whether the numerator and the denominator are swapped."
            : null;
    }

    private string Say(decimal value) => NumberText.Write(value, Unit, "en-US");
}
