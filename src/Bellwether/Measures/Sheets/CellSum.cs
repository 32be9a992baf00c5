using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>The numbers of one column, period by period; parts of a period add up only where the metric allows it.</summary>
internal sealed class CellSum(ColumnChoice choice, Metric? metric, ImportMapping mapping, bool addUp)
{
    private readonly Dictionary<LocalDate, Point> points = [];
    private readonly Dictionary<LocalDate, int> lines = [];

    public Metric? Metric => metric;

    /// <summary>How many cells were numbers.</summary>
    public int Numbers { get; private set; }

    public decimal? StatedTotal { get; private set; }

    /// <summary>The points that the column makes; a value that its metric cannot have was never added.</summary>
    public IReadOnlyList<Point> Points() => [.. points.Values.Where(point => point.Denominator is not 0)];

    /// <summary>Remembers what a total row says.</summary>
    public void Total(SheetRow row) => StatedTotal = TryRead(row, choice.Place, out var value) ? value : null;

    /// <summary>Counts a cell of a column that is not imported.</summary>
    public void Count(SheetRow row) => Numbers += TryRead(row, choice.Place, out _) ? 1 : 0;

    /// <summary>Adds a row's cell to its period, or says why not.</summary>
    public (LeftOutWhy? Why, string Reason) Add(SheetRow row, LocalDate start, LocalDate today)
    {
        var text = row.At(choice.Place);
        if (!TryRead(row, choice.Place, out var value))
        {
            return (LeftOutWhy.NoNumber, text.Length == 0 ? "The cell is empty. No data is not zero." : $"“{Short(text)}” is no number. No data is not zero.");
        }

        // Before anything is worked out of it: what a metric can have is small enough to reckon with.
        if (Impossible(value, start, today) is { } problem)
        {
            return (LeftOutWhy.Impossible, problem);
        }

        decimal? numerator = null, denominator = null;
        if (choice.Over is { } over)
        {
            if (!TryRead(row, over, out var under) || under is <= 0 or > Metric.Largest)
            {
                return (LeftOutWhy.NoNumber, "There is nothing to divide by.");
            }

            (numerator, denominator) = (decimal.Round(value * under / metric!.Factor, 6), under);
        }

        return Place(row, new Point(start, mapping.Length, value, numerator, denominator));
    }

    private (LeftOutWhy? Why, string Reason) Place(SheetRow row, Point point)
    {
        if (!points.TryGetValue(point.Start, out var old))
        {
            (points[point.Start], lines[point.Start]) = (point, row.Line);
        }
        else if (!addUp)
        {
            return (LeftOutWhy.Duplicate, $"Line {lines[point.Start]} has the number of this period already.");
        }
        else if (metric!.Aggregation == Aggregation.Sum)
        {
            points[point.Start] = old with { Value = old.Value + point.Value };
        }
        else if (point.Denominator is { } more && old.Denominator is { } had)
        {
            var (numerator, denominator) = (old.Numerator!.Value + point.Numerator!.Value, had + more);
            points[point.Start] = old with { Value = metric.ValueOf(numerator, denominator)!.Value, Numerator = numerator, Denominator = denominator };
        }
        else
        {
            return (LeftOutWhy.Duplicate, metric.Aggregation == Aggregation.Unique
                ? "People are counted once; the rows of a period cannot be added up."
                : "This metric does not add up over the rows of a period.");
        }

        Numbers++;
        return (null, "");
    }

    private string? Impossible(decimal value, LocalDate start, LocalDate today)
    {
        try
        {
            metric!.Check(value, start, today);
            return null;
        }
        catch (ProblemException problem)
        {
            return problem.Message;
        }
    }

    private bool TryRead(SheetRow row, int place, out decimal value)
    {
        value = 1;
        if (place == -1)
        {
            return true;
        }

        var read = NumberText.TryRead(row.At(place), mapping.Locale, out var number) || TryExponent(row.At(place), out number);
        try
        {
            value = number.Percent || place != choice.Place ? number.Value : number.Value * choice.Times;
        }
        catch (OverflowException)
        {
            return false;
        }

        return read;
    }

    /// <summary>Programs write very small rates as 8.5E-05; people do not.</summary>
    private static bool TryExponent(string text, out TypedNumber number)
    {
        var read = text.Length is > 3 and < 30 && TableFinder.IsValue(text) && text.Contains('E', StringComparison.OrdinalIgnoreCase);
        decimal value = 0;
        read = read && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        number = new TypedNumber(value, false);
        return read;
    }

    private static string Short(string text) => Excerpt.Of(text.ReplaceLineEndings(" "), 40);
}
