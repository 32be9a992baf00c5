using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Reads plan parts without knowing their step: objects that carry an id are items.</summary>
internal static class PlanItems
{
    private static readonly string[] Names = ["title", "name", "text", "what", "label", "key", "metric", "network", "on"];

    /// <summary>Every object with an id, however deep.</summary>
    public static IEnumerable<JsonObject> Of(JsonNode? node) => node switch
    {
        JsonObject thing => (IdOf(thing) is null ? [] : Enumerable.Repeat(thing, 1)).Concat(thing.SelectMany(pair => Of(pair.Value))),
        JsonArray list => list.SelectMany(Of),
        _ => [],
    };

    /// <summary>The part's own items, not those inside them.</summary>
    public static IEnumerable<JsonObject> Top(JsonNode? part) => part switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject thing when IdOf(thing) is null => thing.SelectMany(pair => pair.Value is JsonArray list ? list.OfType<JsonObject>() : []),
        _ => [],
    };

    /// <summary>The items a part is named for: of “goals” the goals, not the objectives beside them.</summary>
    public static IEnumerable<JsonObject> Main(string name, JsonNode? part) =>
        part is JsonObject thing && thing[name] is JsonArray named && thing["tactics"] is null ? named.OfType<JsonObject>() : Top(part);

    /// <summary>Whether a text is the id of something: goal_ and 26 characters.</summary>
    public static bool IsId(string text)
    {
        var underscore = text.LastIndexOf('_');
        return underscore > 0 && IdText.TryDecode(text.AsSpan(underscore + 1), out _);
    }

    public static string? IdOf(JsonObject thing) => TextOf(thing, "id");

    /// <summary>What a person would call the item.</summary>
    public static string? NameOf(JsonObject thing) => Names.Select(name => TextOf(thing, name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    public static string? TextOf(JsonObject thing, string key) =>
        thing.TryGetPropertyValue(key, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
