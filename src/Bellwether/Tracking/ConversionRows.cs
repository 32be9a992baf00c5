using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A row of an import, read.</summary>
internal sealed record ConversionRow(int Line, Conversion Conversion, string? ClickId, string? Link, string? Code, Func<string, string?> Cell)
{
    /// <summary>What an earlier line of the same id says otherwise, in words; null where it says nothing else. A cell that is empty says nothing.</summary>
    internal string? Against(ConversionRow earlier)
    {
        var (one, other) = (earlier.Conversion, Conversion);
        bool Told(string name) => earlier.Cell(name) is not null && Cell(name) is not null;
        bool Other(string name) => Told(name) && !string.Equals(earlier.Cell(name), Cell(name), StringComparison.OrdinalIgnoreCase);
        string Both(string what, string name) => $"{what} “{Excerpt.Of(earlier.Cell(name)!, 40)}” and “{Excerpt.Of(Cell(name)!, 40)}”";
        List<string?> said =
        [
            Told("type") && one.Kind != other.Kind ? Both("the type", "type") : null,
            Told("amount") && one.Value != other.Value ? $"the value {one.Value!.Value.Say()} and {other.Value!.Value.Say()}" : null,
            Told("at") && one.At != other.At ? Both("the day", "at") : null,
            Other("code") ? Both("the code", "code") : null,
            Other("link") ? Both("the link", "link") : null,
            Other("click") ? "two clicks" : null,
            Told("customer") && one.Customer != other.Customer ? "two customers" : null,
        ];
        var differs = said.OfType<string>().ToList();
        return differs.Count == 0 ? null
            : $"Lines {earlier.Line} and {Line} have the same id “{Excerpt.Of(other.ExternalId, 40)}” and contradict one another: {string.Join(", ", differs)}. Keep the one that is right, or give each order its own id, then choose the file again.";
    }
}

/// <summary>Reads conversions from CSV or a spreadsheet; every bad row is named with its line and the reason.</summary>
internal static class ConversionRows
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = "id", ["externalid"] = "id", ["order"] = "id", ["orderid"] = "id", ["ordernumber"] = "id", ["orderno"] = "id", ["transactionid"] = "id", ["bestellnummer"] = "id", ["auftragsnummer"] = "id",
        ["type"] = "type", ["kind"] = "type", ["art"] = "type",
        ["at"] = "at", ["date"] = "at", ["time"] = "at", ["createdat"] = "at", ["orderdate"] = "at", ["saledate"] = "at", ["datum"] = "at", ["bestelldatum"] = "at",
        ["amount"] = "amount", ["value"] = "amount", ["total"] = "amount", ["revenue"] = "amount", ["ordertotal"] = "amount", ["betrag"] = "amount", ["gesamt"] = "amount", ["gesamtbetrag"] = "amount", ["summe"] = "amount",
        ["currency"] = "currency", ["ordercurrency"] = "currency", ["währung"] = "currency",
        ["code"] = "code", ["discountcode"] = "code", ["coupon"] = "code", ["couponcode"] = "code", ["promocode"] = "code", ["gutschein"] = "code", ["gutscheincode"] = "code", ["rabattcode"] = "code",
        ["link"] = "link", ["click"] = "click", ["clickid"] = "click", ["bwc"] = "click",
        ["customer"] = "customer", ["customerid"] = "customer", ["email"] = "customer", ["kunde"] = "customer", ["kundennummer"] = "customer",
    };

    /// <summary>Reads CSV or a spreadsheet; of a spreadsheet the first sheet.</summary>
    /// <param name="field">The field of the request that the file came in.</param>
    public static (List<ConversionRow> Rows, List<ConversionRowProblem> Problems, DecimalSign? Sign) Read(byte[] content, string field, Brand brand, DecimalSign? chosen, Instant now)
    {
        Rule.Require(content.Length > 0, "csv-empty", "The file is empty. Begin with a line of column names: id,type,at,amount,currency,code.", field);
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", field);
        var lines = file.Sheets[0].Rows.Where(row => !row.IsBlank).ToList();
        var columns = Columns(lines[0]);
        Rule.Require(columns.ContainsKey("id"), "csv-without-id", "No column is called id. The id of each order is what keeps it from being counted twice.", field);
        lines.RemoveAt(0);
        Rule.Require(lines.Count <= ImportConversions.MostRows, "import-too-long", $"The file has {lines.Count} rows; at most {ImportConversions.MostRows} fit into one import. Split it.", field);

        string? Cell(SheetRow row, string name) => columns.TryGetValue(name, out var at) && row.At(at) is { Length: > 0 } cell ? cell : null;
        var sign = chosen ?? DecimalSigns.Of(lines.Where(row => Cell(row, "amount") is not null).Select(row => new WrittenNumber(row.Line, Cell(row, "amount")!)), "decimal");
        var way = WayOf([.. lines.Where(row => Cell(row, "at") is not null).Select(row => new WrittenDay(row.Line, Cell(row, "at")!))], field);
        var (rows, problems) = (new List<ConversionRow>(), new List<ConversionRowProblem>());
        var firsts = new Dictionary<string, ConversionRow>(StringComparer.Ordinal);
        foreach (var row in lines)
        {
            string? Field(string name) => Cell(row, name);
            try
            {
                var read = new ConversionRow(row.Line, Make(brand, Field, sign ?? DecimalSign.Point, way, now), Field("click"), Field("link"), Field("code"), Field);
                if (firsts.TryAdd(read.Conversion.ExternalId, read) || read.Against(firsts[read.Conversion.ExternalId]) is not { } contradiction)
                {
                    rows.Add(read);
                }
                else
                {
                    problems.Add(new ConversionRowProblem(row.Line, contradiction));
                }
            }
            catch (ProblemException problem)
            {
                problems.Add(new ConversionRowProblem(row.Line, problem.Message));
            }
        }

        return (rows, problems, sign);
    }

    /// <summary>How the file writes its days. Those that can be read two ways, with none among them that tells, are not guessed.</summary>
    private static string WayOf(IReadOnlyList<WrittenDay> written, string field)
    {
        if (DateText.Contradiction(written) is var (one, other))
        {
            throw Rule.Broken("days-mixed", $"The file writes days in two ways: line {one.Day.Line} has “{Excerpt.Of(one.Day.Text, 30)}” ({one.Way}) and line {other.Day.Line} has “{Excerpt.Of(other.Day.Text, 30)}” ({other.Way}). Write all of them one way, best like 2026-03-26, then choose the file again.", field);
        }

        var (way, ambiguous) = DateText.Guess([.. written.Select(day => day.Text)], monthFirst: false);
        Rule.Require(!ambiguous, "days-unclear", ambiguous ? $"“{Excerpt.Of(written[0].Text, 30)}” in line {written[0].Line} can be read with the day or with the month first, and no line tells which. Write days like 2026-03-26." : "", field);
        return way ?? "year-month-day";
    }

    private static Dictionary<string, int> Columns(SheetRow header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = header.Cells.Select(cell => new string([.. cell.ToLowerInvariant().Where(char.IsLetter)])).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            if (Names.TryGetValue(keys[i], out var name))
            {
                columns.TryAdd(name, i);
            }
        }

        // Some shops call the number of an order its name; elsewhere a name is the customer's, and two orders of theirs would be one.
        var called = keys.IndexOf("name");
        if (called >= 0 && (!columns.ContainsKey("id") || keys.Contains("financialstatus")))
        {
            columns["id"] = called;
        }

        return columns;
    }

    private static Conversion Make(Brand brand, Func<string, string?> field, DecimalSign sign, string way, Instant now)
    {
        Money? value = null;
        if (field("amount") is { } amount)
        {
            var example = sign == DecimalSign.Comma ? "decimal comma, such as 12,50 or 1.234,56" : "decimal point, such as 12.50 or 1,234.56";
            var number = DecimalSigns.Read(amount, sign) ?? throw Rule.Broken("amount-unread", $"The amount “{Excerpt.Of(amount, 30)}” is no number with a {example}.");
            value = Money.Told(number, field("currency")?.ToUpperInvariant() ?? brand.Currency);
        }

        var at = field("at") is { } written ? At(written, way, brand.Zone) : now;
        Rule.Require(at <= now + Duration.FromMinutes(10), "conversion-in-future", $"“{field("at")}” lies in the future.");
        return new Conversion(brand.Id, field("id") ?? throw Rule.Broken("external-id-empty", "The id is missing."), field("type") ?? "sale", value, at, Customers.KeyOf(field("customer")));
    }

    /// <summary>An instant with its offset; without one it is local to the brand, and a bare day is its noon.</summary>
    private static Instant At(string text, string way, DateTimeZone zone)
    {
        Rule.Require(DateText.TryReadMoment(text, way, out var day, out var time, out var offset), "time-unread", DateText.Beyond(text) ?? $"“{Excerpt.Of(text, 40)}” is no date such as 2026-03-26 or 2026-03-26T09:30:00Z, written like the others.");
        var local = day.At(time ?? LocalTime.Noon);
        return offset is { } from ? local.WithOffset(from).ToInstant() : Clock.Resolve(local, zone);
    }
}
