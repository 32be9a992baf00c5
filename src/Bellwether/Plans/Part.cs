using System.Text.Json.Nodes;

namespace Bellwether.Plans;

/// <summary>Reads a plan part as data, without knowing the step that wrote it: what is absent reads as nothing.</summary>
internal static class Part
{
    public static string? Text(this JsonNode? node, string key) =>
        (node as JsonObject)?[key] is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString() : null;

    public static IReadOnlyList<JsonNode> Many(this JsonNode? node, string key) =>
        (node as JsonObject)?[key] is JsonArray list ? [.. list.OfType<JsonNode>()] : [];

    public static IReadOnlyList<string> Texts(this JsonNode? node, string key) =>
        [.. node.Many(key).Select(item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : item.ToJsonString())];

    /// <summary>Camel-cased words of an enum as people write them: “keepAsIs” is “keep as is”.</summary>
    public static string? Words(this string? camel) =>
        camel is null ? null : string.Concat(camel.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
