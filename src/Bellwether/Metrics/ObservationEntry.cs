using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>One number to record.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Subject">The id of what was measured, as text.</param>
/// <param name="Start">First day of the period.</param>
/// <param name="Length">How long the period is.</param>
/// <param name="Value">The number; a rate as a fraction. May be left out where numerator and denominator are given.</param>
/// <param name="Numerator">What a ratio is made of.</param>
/// <param name="Denominator">What a ratio is made of.</param>
public sealed record ObservationEntry(
    string Metric,
    string Subject,
    LocalDate Start,
    PeriodLength Length = PeriodLength.Day,
    decimal? Value = null,
    decimal? Numerator = null,
    decimal? Denominator = null)
{
    /// <summary>The point this stands for, with its value computed where only its parts are given.</summary>
    internal Point ToPoint(Metric metric, string field)
    {
        Rule.Require(Numerator is null == Denominator is null, "ratio-half", "A ratio needs both its numerator and its denominator.", $"{field}.denominator");
        Rule.Require(Denominator is not < 0, "denominator-negative", "A denominator cannot be negative.", $"{field}.denominator");
        var value = Value ?? (Numerator is { } numerator && Denominator is { } denominator ? metric.ValueOf(numerator, denominator) : null);
        Rule.Require(value is not null, "observation-without-value", Denominator == 0 ? "There is nothing to divide by: leave the row out, no data is not zero." : "The number is missing.", $"{field}.value");
        return new Point(Start, Length, value.Value, Numerator, Denominator);
    }
}

/// <summary>What to do with a period that has a number already.</summary>
public enum WhenPresent
{
    /// <summary>Record the new number as a correction.</summary>
    Correct,

    /// <summary>Keep the old number.</summary>
    Skip,

    /// <summary>Refuse everything and say which periods they are (409).</summary>
    Refuse,
}

/// <summary>A sentence about one row.</summary>
/// <param name="Row">The row's place, from 0.</param>
/// <param name="Message">What is worth a second look.</param>
public sealed record RowNote(int Row, string Message);

/// <summary>What came of recording numbers.</summary>
/// <param name="Batch">The batch, to undo it with; null when nothing was recorded.</param>
/// <param name="Recorded">Numbers of periods that had none.</param>
/// <param name="Corrected">Numbers that replaced another.</param>
/// <param name="Unchanged">Numbers that were there already, the same.</param>
/// <param name="Skipped">Numbers left out because the period had one.</param>
/// <param name="Warnings">What is worth a second look; nothing was refused for it.</param>
public sealed record RecordedObservations(Id<ObservationBatch>? Batch, int Recorded, int Corrected, int Unchanged, int Skipped, IReadOnlyList<RowNote> Warnings);
