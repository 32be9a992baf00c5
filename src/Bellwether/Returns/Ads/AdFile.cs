using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Research;
using NodaTime;

namespace Bellwether.Returns.Ads;

/// <summary>What an export of ads says: its rows, and those that are none with their reason.</summary>
/// <param name="Header">Which column was taken for what.</param>
/// <param name="Rounded">How many amounts were finer than their currency.</param>
internal sealed partial record AdFile(string Kind, IReadOnlyList<AdSheet> Rows, IReadOnlyList<RowNotTaken> NotTaken, IReadOnlyDictionary<string, string> Header, DecimalSign? Sign, int Rounded)
{
    /// <summary>Reads an export. The currency is a column's, or stands in brackets behind the name of the cost, or is given.</summary>
    /// <param name="today">Days after it have not come yet.</param>
    public static AdFile Read(byte[] content, string? currency, string locale, LocalDate today, DecimalSign? sign = null)
    {
        var table = NamedTable.Read(content, AdColumns.Names, ["day", "spent"], locale, ["spent"], ["impressions", "clicks", "reach"], sign, strict: true);
        Rule.Require(table.Header.ContainsKey("name") || table.Header.ContainsKey("id") || table.Header.ContainsKey("campaign"), "columns-missing", "No column says which ad or campaign a row is about. Export again with the name of the ad.", "content");
        var inHeader = InBrackets().Match(table.Header["spent"]) is { Success: true } found ? found.Groups["code"].Value : null;
        Rule.Require(table.Header.ContainsKey("currency") || inHeader is not null || !string.IsNullOrWhiteSpace(currency), "currency-missing", "No column says which currency the money is in. Choose one.", "currency");
        _ = string.IsNullOrWhiteSpace(currency) ? null : Currencies.Checked(currency.Trim().ToUpperInvariant());
        var rows = new Dictionary<(string, LocalDate, LocalDate), AdSheet>();
        var notTaken = table.NotTaken.ToList();
        var rounded = 0;
        foreach (var row in table.Rows)
        {
            try
            {
                var sheet = Of(row, table.Header, inHeader ?? currency, today);
                if (!rows.TryAdd((sheet.Key, sheet.From, sheet.Until), sheet))
                {
                    notTaken.Add(new RowNotTaken(row.Line, "Another row is about the same ad, the same part of it and the same days.", row.Text));
                    continue;
                }

                // Networks export what they reckoned, with long tails; nobody could mend those.
                rounded += row["spent"].Length > 0 && row.Number("spent") != sheet.Spent.Amount ? 1 : 0;
            }
            catch (ProblemException problem)
            {
                notTaken.Add(new RowNotTaken(row.Line, problem.Message, row.Text));
            }
        }

        return new AdFile(table.Kind, [.. rows.Values], notTaken, table.Header, table.Sign, rounded);
    }

    private static AdSheet Of(NamedRow row, IReadOnlyDictionary<string, string> header, string? currency, LocalDate today)
    {
        var last = row["until"].Length > 0 ? "until" : "day";
        var (from, until) = (row.Day("day"), row.Day(last));
        Rule.Require(until >= from, "ends-before-start", $"“{row["until"]}” under “{header[last]}” lies before “{row["day"]}” under “{header["day"]}”.");
        Rule.Require(until <= today, "day-ahead", $"“{row[last]}” under “{header[last]}” lies ahead.");
        var name = row["name"].Length > 0 ? row["name"] : row["id"].Length > 0 ? row["id"] : row["campaign"];
        Rule.Require(name.Length > 0, "ad-unnamed", "It names no ad and no campaign.");
        string[] parts = [row["id"], row["id"].Length > 0 ? "" : row["name"], row["campaign"], row["campaignId"], .. AdColumns.Parts.Select(part => row[part])];
        var unit = (row["currency"] is { Length: > 0 } own ? own : currency ?? "").Trim().ToUpperInvariant();
        return new AdSheet(
            Short(string.Join('|', parts.Where(part => part.Length > 0)).ToLowerInvariant()), name, row["campaign"] is { Length: > 0 } campaign ? campaign : null, from, until,
            Money.Of(row["spent"].Length == 0 ? 0 : Number(row, header, "spent"), Currencies.Checked(unit)), Whole(row, header, "impressions") ?? 0, Whole(row, header, "clicks") ?? 0, Whole(row, header, "reach"), [.. Results(row, header)]);
    }

    private static IEnumerable<AdResult> Results(NamedRow row, IReadOnlyDictionary<string, string> header)
    {
        foreach (var kind in AdColumns.Kinds.Where(kind => row[kind].Length > 0))
        {
            yield return new AdResult(header[kind].Trim(), Number(row, header, kind));
        }

        if (row["results"].Length > 0 && Number(row, header, "results") is var count and not 0)
        {
            yield return new AdResult(row["resultKind"] is { Length: > 0 } named ? named : "of no stated kind", count);
        }
    }

    private static long? Whole(NamedRow row, IReadOnlyDictionary<string, string> header, string field) =>
        row[field] is "" or "-" or "—" ? null : decimal.ToInt64(decimal.Round(Number(row, header, field)));

    /// <summary>What an ad cost or brought: something or nothing, never less, and no more than there can be.</summary>
    private static decimal Number(NamedRow row, IReadOnlyDictionary<string, string> header, string field)
    {
        var number = row.Number(field);
        Rule.Require(number >= 0, "ad-negative", $"“{row[field]}” under “{header[field].Trim()}” is negative. An ad costs and brings something or nothing, never less.");
        Rule.Require(number <= Money.Largest, "number-too-large", $"“{Excerpt.Of(row[field], 30)}” under “{header[field].Trim()}” is too large. Look for a digit too many.");
        return number;
    }

    /// <summary>A long key keeps its beginning for people and a hash of the whole for the program.</summary>
    private static string Short(string key) =>
        key.Length <= 200 ? key : key[..160] + "#" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))[..32].ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((?<code>[A-Z]{3})\)\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
