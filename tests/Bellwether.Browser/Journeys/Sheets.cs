using System.Text.Json.Nodes;

namespace Bellwether.Browser.Journeys;

/// <summary>Completes a template's targets with what only the business knows: where the number stands, where it is read, who reads it.</summary>
internal static class Sheets
{
    private static readonly string[] Kept = ["metric", "type", "target", "baseline", "baselineOn", "high", "start", "deadline", "every", "subject", "source", "frequency"];

    public static JsonObject Completed(JsonNode target, string collector)
    {
        var sheet = new JsonObject();
        foreach (var field in Kept)
        {
            if (target[field] is { } value)
            {
                sheet[field] = field == "metric" && value is JsonObject metric ? metric["key"]!.DeepClone() : value.DeepClone();
            }
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        sheet["baseline"] ??= 0;
        sheet["baselineOn"] ??= today.ToString("O");
        sheet["source"] ??= "Counted by hand";
        sheet["collector"] = collector;
        sheet["frequency"] ??= "month";
        return sheet;
    }
}
