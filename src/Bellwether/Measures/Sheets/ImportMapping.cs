using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>What the days of a row are.</summary>
public enum DateMeaning
{
    /// <summary>The date lies in the period that the numbers are about.</summary>
    InPeriod,

    /// <summary>The numbers were read on that day and are about the period before it.</summary>
    AfterPeriod,
}

/// <summary>What becomes of one column.</summary>
/// <param name="Table">The table of the file, from 0.</param>
/// <param name="Place">The column's place, from 0; -1 counts the rows themselves.</param>
/// <param name="Column">The column's name, for people.</param>
/// <param name="Metric">The key of the metric that its numbers are; null when it is not imported.</param>
/// <param name="Subject">The id of what was measured; null for the mapping's own subject.</param>
/// <param name="Times">What the numbers are multiplied by: 0.01 where a rate is written as 3.4.</param>
/// <param name="Over">The place of the column with the rate's denominator, so that rates are weighted and never averaged.</param>
/// <param name="Why">Why it is mapped like this, or why not at all.</param>
public sealed record ColumnChoice(int Table, int Place, string Column, string? Metric, string? Subject = null, decimal Times = 1, int? Over = null, string? Why = null);

/// <summary>How a table's rows are dated and told apart.</summary>
/// <param name="Table">The table of the file, from 0.</param>
/// <param name="Date">The place of the column with the date; null when the file states none.</param>
/// <param name="Way">How dates are written, by name.</param>
/// <param name="AddUp">Whether several rows of one period are parts that add up, such as posts of a day.</param>
/// <param name="Label">The place of the column where a total row says “Total”.</param>
public sealed record TableChoice(int Table, int? Date, string? Way, bool AddUp = false, int? Label = null);

/// <summary>How a file becomes numbers: which column is which metric of what, in which periods. Remembered for the next file with the same columns.</summary>
/// <param name="Source">What the file is, in words: “X post activity export”.</param>
/// <param name="Tables">How each table's rows are dated.</param>
/// <param name="Columns">What becomes of each column.</param>
/// <param name="Length">How long the periods are.</param>
/// <param name="Meaning">What the dates mean.</param>
/// <param name="Locale">How numbers are written, such as “en-US”.</param>
/// <param name="Subject">The id of what was measured, for columns that do not say their own.</param>
/// <param name="Start">First day of the one period that the file is about, where it states no dates.</param>
public sealed record ImportMapping(
    string Source,
    IReadOnlyList<TableChoice> Tables,
    IReadOnlyList<ColumnChoice> Columns,
    PeriodLength Length = PeriodLength.Day,
    DateMeaning Meaning = DateMeaning.InPeriod,
    string Locale = "en-US",
    string? Subject = null,
    LocalDate? Start = null);
