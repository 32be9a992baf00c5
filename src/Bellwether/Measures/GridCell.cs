using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>A cell as a person typed or pasted it.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Start">A day of the period.</param>
/// <param name="Text">The number as typed: “1.234,5”, “12k”, “3,4 %”.</param>
public sealed record GridEntry(string Metric, LocalDate Start, string Text);

/// <summary>What becomes of a cell.</summary>
public enum CellOutcome
{
    /// <summary>The period had no number; now it has this one.</summary>
    Stored,

    /// <summary>The period had another number; this one replaces it.</summary>
    Replaced,

    /// <summary>The period has this number already.</summary>
    Unchanged,

    /// <summary>The cell is empty; nothing is done.</summary>
    Empty,

    /// <summary>The period has another number, which is kept.</summary>
    Kept,

    /// <summary>It cannot be stored.</summary>
    Bad,
}

/// <summary>What becomes of one cell of the grid.</summary>
/// <param name="Value">The number it was understood as; a rate as a fraction.</param>
/// <param name="Message">Why it is bad, or what is worth a second look.</param>
public sealed record CellResult(string Metric, LocalDate Start, CellOutcome Outcome, decimal? Value, string? Message);

/// <summary>A block of cells read before anything is stored.</summary>
internal sealed record ReadCells(IReadOnlyList<CellResult> Results, IReadOnlyList<ObservationEntry> Entries);
