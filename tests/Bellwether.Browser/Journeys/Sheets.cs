using System.Text.Json.Nodes;

namespace Bellwether.Browser.Journeys;

/// <summary>Completes a template's targets with what only the business knows: where the number stands, where it is read, who reads it.</summary>
internal static class Sheets
{
    public static JsonObject Completed(JsonNode target, string collector)
    {
        var sheet = (JsonObject)target.DeepClone();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        sheet["baseline"] ??= 0;
        sheet["baselineOn"] ??= today.ToString("O");
        sheet["source"] ??= "Counted by hand";
        sheet["collector"] = collector;
        sheet["frequency"] ??= "month";
        return sheet;
    }
}
