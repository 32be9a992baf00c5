using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Bellwether.Plans;

/// <summary>Says what a written target asks for.</summary>
internal static class TargetWords
{
    /// <summary>What a target asks for, in words: “from 1,000 to 1,600”.</summary>
    public static string Aim(JsonNode target)
    {
        var (from, to, high) = (Number(target.Text("baseline")), Number(target.Text("target")), Number(target.Text("high")));
        return target.Text("type") switch
        {
            "increaseTo" or "decreaseTo" => from is null ? $"to {to}" : $"from {from} to {to}",
            "stayAtOrAbove" => $"at least {to}",
            "stayAtOrBelow" => $"at most {to}",
            "stayWithin" => $"between {to} and {high}",
            "cadence" => $"{to} each {target.Text("every") ?? "week"}",
            "milestone" => "done",
            "eachAtLeast" => "each at least " + string.Join(", ", target.Many("thresholds").Select(threshold => $"{Number(threshold.Text("atLeast") ?? threshold.Text("value"))} {threshold.Text("metric")}")),
            _ => $"{to} in all",
        };
    }

    /// <summary>A written day as one says it: “31 Mar 2026”; anything else as it is.</summary>
    public static string Day(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day.ToString("d MMM uuuu", CultureInfo.InvariantCulture) : text;

    internal static string? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,##0.######", CultureInfo.InvariantCulture) : text;
}
