using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>
/// Gives every item of a plan's parts a fresh id and follows the references to it, so that a copy stands beside its original.
/// An item is written <c>goal_…</c>, or <c>goal:lunch</c> in a template; the part before is kept as the kind.
/// </summary>
public static class IdRemap
{
    /// <summary>The parts with fresh ids, and which id became which.</summary>
    public static (JsonObject Parts, IReadOnlyDictionary<string, string> Map) Fresh(JsonObject parts)
    {
        var known = PlanItems.Of(parts).Select(item => PlanItems.IdOf(item)!).Distinct().Select(id => (Id: id, Kind: KindOf(id))).Where(item => item.Kind is not null).ToList();
        // Things are listed by their ids: fresh ones keep the order of the file, however fast they are made.
        var fresh = known.Select(_ => Id<Plan>.New().Value).Order().ToList();
        var map = known.Zip(fresh).ToDictionary(pair => pair.First.Id, pair => $"{pair.First.Kind}_{IdText.Encode(pair.Second)}", StringComparer.Ordinal);
        return ((JsonObject)Replaced(parts, map)!, map);
    }

    /// <summary>The parts with ids for people to read: goal:1, goal:2, kpi_target:1.</summary>
    public static JsonObject Named(JsonObject parts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in PlanItems.Of(parts).Select(item => PlanItems.IdOf(item)!).Distinct())
        {
            if (KindOf(id) is { } kind)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                map[id] = $"{kind}:{counts[kind]}";
            }
        }

        return (JsonObject)Replaced(parts, map)!;
    }

    private static string? KindOf(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            return id[..colon];
        }

        var underscore = id.LastIndexOf('_');
        return underscore > 0 && IdText.TryDecode(id.AsSpan(underscore + 1), out _) ? id[..underscore] : null;
    }

    private static JsonNode? Replaced(JsonNode? node, Dictionary<string, string> map) => node switch
    {
        JsonObject thing => new JsonObject(thing.Select(pair => KeyValuePair.Create(map.GetValueOrDefault(pair.Key, pair.Key), Replaced(pair.Value, map)))),
        JsonArray list => new JsonArray([.. list.Select(one => Replaced(one, map))]),
        JsonValue value when value.TryGetValue<string>(out var text) && map.TryGetValue(text, out var fresh) => JsonValue.Create(fresh),
        _ => node?.DeepClone(),
    };
}
