using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Tracking;

/// <summary>A row of an import, read.</summary>
internal sealed record ConversionRow(int Line, Conversion Conversion, string? ClickId, string? Link, string? Code);

/// <summary>Reads conversions from CSV; every bad row is named with its line and the reason.</summary>
internal static class ConversionRows
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = "id", ["externalid"] = "id", ["order"] = "id", ["orderid"] = "id", ["ordernumber"] = "id", ["name"] = "id",
        ["type"] = "type", ["kind"] = "type", ["at"] = "at", ["date"] = "at", ["time"] = "at", ["createdat"] = "at",
        ["amount"] = "amount", ["value"] = "amount", ["total"] = "amount", ["revenue"] = "amount", ["currency"] = "currency",
        ["code"] = "code", ["discountcode"] = "code", ["coupon"] = "code", ["promocode"] = "code",
        ["link"] = "link", ["click"] = "click", ["clickid"] = "click", ["bwc"] = "click", ["customer"] = "customer", ["customerid"] = "customer", ["email"] = "customer",
    };

    public static (List<ConversionRow> Rows, List<ConversionRowProblem> Problems, DecimalSign? Sign) Read(string csv, Brand brand, DecimalSign? chosen, Instant now)
    {
        var text = csv.TrimStart('\uFEFF');
        var options = new CsvReaderOptions { Separator = SeparatorOf(text), HasHeader = false, SkipEmptyLines = true, TrackLineNumbers = true };
        using var reader = CsvReader.Create(new StringReader(text), options, false);
        Rule.Require(reader.Read(), "csv-empty", "The file is empty. Begin with a line of column names: id,type,at,amount,currency,code.", "csv");
        var columns = Columns([.. reader.Current.ToArray()]);
        Rule.Require(columns.ContainsKey("id"), "csv-without-id", "No column is called id. The id of each order is what keeps it from being counted twice.", "csv");
        var lines = new List<(int Line, string[] Cells)>();
        while (reader.Read())
        {
            lines.Add(((int)reader.LineNumber, [.. reader.Current.ToArray()]));
        }

        string? Cell(string[] cells, string name) => columns.TryGetValue(name, out var at) && at < cells.Length && cells[at].Trim() is { Length: > 0 } cell ? cell : null;
        var sign = chosen ?? DecimalSigns.Of(lines.Where(line => Cell(line.Cells, "amount") is not null).Select(line => new WrittenNumber(line.Line, Cell(line.Cells, "amount")!)), "decimal");
        var (rows, problems) = (new List<ConversionRow>(), new List<ConversionRowProblem>());
        foreach (var (line, cells) in lines)
        {
            string? Field(string name) => Cell(cells, name);
            try
            {
                rows.Add(new ConversionRow(line, Make(brand, Field, sign ?? DecimalSign.Point, now), Field("click"), Field("link"), Field("code")));
            }
            catch (ProblemException problem)
            {
                problems.Add(new ConversionRowProblem(line, problem.Message));
            }
        }

        return (rows, problems, sign);
    }

    /// <summary>Whichever of comma, semicolon and tab the first line has most of.</summary>
    private static char SeparatorOf(string text)
    {
        var header = text.Split('\n', 2)[0];
        return new[] { ',', ';', '\t' }.MaxBy(separator => header.Count(character => character == separator));
    }

    private static Dictionary<string, int> Columns(string[] header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            if (Names.TryGetValue(new string([.. header[i].ToLowerInvariant().Where(char.IsLetter)]), out var name))
            {
                columns.TryAdd(name, i);
            }
        }

        return columns;
    }

    private static Conversion Make(Brand brand, Func<string, string?> field, DecimalSign sign, Instant now)
    {
        Money? value = null;
        if (field("amount") is { } amount)
        {
            var example = sign == DecimalSign.Comma ? "decimal comma, such as 12,50 or 1.234,56" : "decimal point, such as 12.50 or 1,234.56";
            var number = DecimalSigns.Read(amount, sign) ?? throw Rule.Broken("amount-unread", $"The amount “{Excerpt.Of(amount, 30)}” is no number with a {example}.");
            value = Money.Of(number, field("currency")?.ToUpperInvariant() ?? brand.Currency);
        }

        var at = field("at") is { } written ? At(written, brand.Zone) : now;
        Rule.Require(at <= now + Duration.FromMinutes(10), "conversion-in-future", $"“{field("at")}” lies in the future.");
        return new Conversion(brand.Id, field("id") ?? throw Rule.Broken("external-id-empty", "The id is missing."), field("type") ?? "sale", value, at, Customers.KeyOf(field("customer")));
    }

    /// <summary>An instant with its zone or offset; without one it is local to the brand, and a bare day is its noon.</summary>
    private static Instant At(string text, DateTimeZone zone)
    {
        var iso = text.Replace(' ', 'T');
        if (OffsetDateTimePattern.ExtendedIso.Parse(iso) is { Success: true } withOffset)
        {
            return withOffset.Value.ToInstant();
        }

        if (LocalDateTimePattern.ExtendedIso.Parse(iso) is { Success: true } local)
        {
            return Clock.Resolve(local.Value, zone);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? Clock.Resolve(day.Value.At(LocalTime.Noon), zone)
            : throw Rule.Broken("time-unread", $"“{text}” is no date such as 2026-03-26 or 2026-03-26T09:30:00Z.");
    }
}
