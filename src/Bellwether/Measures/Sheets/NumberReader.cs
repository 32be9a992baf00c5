using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>Reads the rows of a file's tables under a mapping. Every row is taken or reported; nothing is lost without a word.</summary>
public sealed class NumberReader
{
    private static readonly HashSet<string> TotalWords = ["total", "totals", "grand total", "sum", "all", "gesamt", "summe", "insgesamt", "gesamtsumme", "totale", "somme", "total général"];
    private readonly FoundTables tables;
    private readonly ImportMapping mapping;
    private readonly ReadingFrame frame;
    private readonly List<LeftOut> leftOut;
    private readonly List<(ColumnChoice Choice, CellSum Sum)> sums = [];
    private int taken;

    private NumberReader(FoundTables tables, ImportMapping mapping, ReadingFrame frame) =>
        (this.tables, this.mapping, this.frame, leftOut) = (tables, mapping, frame, [.. tables.Between]);

    /// <summary>Reads everything; throws only for a mapping that names what does not exist.</summary>
    public static ReadNumbers Read(FoundTables tables, ImportMapping mapping, ReadingFrame frame)
    {
        var reader = new NumberReader(tables, mapping, frame);
        foreach (var table in tables.Tables)
        {
            reader.Read(table);
        }

        return reader.Finish();
    }

    private void Read(FoundTable table)
    {
        var choice = mapping.Tables.FirstOrDefault(each => each.Table == table.Index) ?? new TableChoice(table.Index, null, null);
        var columns = mapping.Columns.Where(column => column.Table == table.Index)
            .Select(column => (Choice: column, Sum: new CellSum(column, column.Metric is null ? null : frame.Metrics.GetValueOrDefault(column.Metric), mapping, choice.AddUp))).ToList();
        sums.AddRange(columns);
        var used = columns.Where(column => column.Sum.Metric is not null).ToList();
        foreach (var row in table.Rows)
        {
            if (WhyNot(table, choice, row) is var (why, reason) && why is { } kind)
            {
                Leave(row, null, kind, reason, row.Excerpt());
                if (kind == LeftOutWhy.Total)
                {
                    columns.ForEach(column => column.Sum.Total(row));
                }
            }
            else if (used.Count == 0)
            {
                columns.ForEach(column => column.Sum.Count(row));
                Leave(row, null, LeftOutWhy.NotUsed, "None of its columns is imported.", row.Excerpt());
            }
            else
            {
                columns.Where(column => column.Sum.Metric is null).ToList().ForEach(column => column.Sum.Count(row));
                Take(choice, used, row);
            }
        }
    }

    private void Take(TableChoice table, List<(ColumnChoice Choice, CellSum Sum)> used, SheetRow row)
    {
        if (PeriodOf(table, row) is not { } start)
        {
            Leave(row, null, LeftOutWhy.BadDate, DateText.Beyond(row.At(table.Date ?? 0)) ?? (table.Way is null ? "It is not known how its date is written." : $"“{row.At(table.Date ?? 0)}” is no date written as {table.Way}."), row.Excerpt());
            return;
        }

        var any = false;
        var cells = new List<LeftOut>();
        foreach (var (choice, sum) in used)
        {
            if (sum.Add(row, start, frame.Today) is var (why, reason) && why is { } kind)
            {
                cells.Add(new LeftOut(row.Line, choice.Column, kind, reason, row.At(choice.Place)));
            }
            else
            {
                any = true;
            }
        }

        if (any)
        {
            taken++;
            leftOut.AddRange(cells);
        }
        else
        {
            Leave(row, null, cells[0].Why, used.Count == 1 ? cells[0].Reason : $"No cell brings a number. {cells[0].Reason}", row.Excerpt());
        }
    }

    private (LeftOutWhy? Why, string Reason) WhyNot(FoundTable table, TableChoice choice, SheetRow row)
    {
        int?[] labels = [0, choice.Date, choice.Label, .. Enumerable.Range(1, Math.Min(2, Math.Max(0, table.Columns.Count - 1)))];
        if (labels.OfType<int>().Any(place => TotalWords.Contains(HeaderText.Key(row.At(place)).TrimEnd(':'))))
        {
            return (LeftOutWhy.Total, "Adds up the other rows; it would be counted twice.");
        }

        return row.Filled == 1 && table.Columns.Count(column => column.Length > 0) > 1 && !TableFinder.IsValue(row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)).Trim())
            ? (LeftOutWhy.Footer, "A note of the file, no row of numbers.")
            : (null, "");
    }

    private LocalDate? PeriodOf(TableChoice table, SheetRow row)
    {
        if (table.Date is not { } place)
        {
            return mapping.Start ?? frame.Today;
        }

        if (table.Way is null || !DateText.TryRead(row.At(place), table.Way, out var day))
        {
            return null;
        }

        var start = PeriodDays.StartOf(day, mapping.Length, frame.WeekStart);
        return mapping.Meaning == DateMeaning.InPeriod ? start : PeriodDays.StartOf(start.PlusDays(-1), mapping.Length, frame.WeekStart);
    }

    private ReadNumbers Finish()
    {
        var numbers = new List<BroughtNumber>();
        foreach (var (choice, sum) in sums.Where(each => each.Sum.Metric is not null))
        {
            numbers.AddRange(sum.Points().Select(point => new BroughtNumber(sum.Metric!.Key, choice.Subject ?? mapping.Subject ?? frame.Brand, point)));
        }

        var needsStart = mapping.Start is null && sums.Exists(each => each.Sum.Metric is not null && mapping.Tables.FirstOrDefault(table => table.Table == each.Choice.Table)?.Date is null);
        return new ReadNumbers(
            numbers, [.. leftOut.OrderBy(row => row.Line).ThenBy(row => row.Column, StringComparer.Ordinal)], tables.RowsRead, taken,
            [.. sums.Select(each => ColumnReport.Of(each.Choice, each.Sum.Metric, each.Sum.Numbers, each.Sum.Points(), each.Sum.StatedTotal))], needsStart);
    }

    private void Leave(SheetRow row, string? column, LeftOutWhy why, string reason, string text) => leftOut.Add(new LeftOut(row.Line, column, why, reason, text));
}
