using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>One number that a file brings.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Subject">The id of what was measured.</param>
/// <param name="Point">The number and its period.</param>
public sealed record BroughtNumber(string Metric, string Subject, Point Point);

/// <summary>What a file brings under a mapping: its numbers, and every row that brings none, with the reason.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="LeftOut">Rows that were not taken and cells of rows that were.</param>
/// <param name="RowsRead">Rows that have anything in them.</param>
/// <param name="RowsTaken">Rows that brought at least one number.</param>
/// <param name="Columns">What each column brings.</param>
/// <param name="NeedsStart">Whether the file states no dates, so that a person must.</param>
public sealed record ReadNumbers(
    IReadOnlyList<BroughtNumber> Numbers,
    IReadOnlyList<LeftOut> LeftOut,
    int RowsRead,
    int RowsTaken,
    IReadOnlyList<ColumnReport> Columns,
    bool NeedsStart);

/// <summary>The frame that rows are read in.</summary>
/// <param name="Metrics">Every metric by its key.</param>
/// <param name="Brand">The brand's id, the subject of last resort.</param>
/// <param name="Today">Today in the brand's zone; later days are refused.</param>
/// <param name="WeekStart">The first day of the brand's weeks.</param>
public sealed record ReadingFrame(IReadOnlyDictionary<string, Metric> Metrics, string Brand, LocalDate Today, IsoDayOfWeek WeekStart);
