using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Research;

/// <summary>One item of the part: its id, what it belongs to, and its sheet, without what is empty.</summary>
internal static class PartItem
{
    public static JsonObject Of<T, TSheet>(Id<T> id, TSheet sheet, params (string Key, JsonNode? Value)[] more)
    {
        var item = new JsonObject { ["id"] = id.ToString() };
        foreach (var (key, value) in more.Where(pair => !IsEmpty(pair.Value)))
        {
            item[key] = value;
        }

        foreach (var (key, value) in ((JsonObject)PartJson.Write(sheet)!).ToList())
        {
            var bare = Bare(value?.DeepClone());
            if (!IsEmpty(bare))
            {
                item[key] = bare;
            }
        }

        return item;
    }

    /// <summary>Empty lists, empty objects and “no” say nothing.</summary>
    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject thing => thing.Count == 0,
        JsonValue value => value.TryGetValue<bool>(out var truth) && !truth,
        _ => false,
    };

    private static JsonNode? Bare(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
            {
                Bare(one);
            }
        }
        else if (node is JsonObject thing)
        {
            foreach (var (key, value) in thing.ToList())
            {
                if (IsEmpty(Bare(value)))
                {
                    thing.Remove(key);
                }
            }
        }

        return node;
    }
}

/// <summary>Writes members as e-mail addresses and finds them again; whoever is not a member here is left out.</summary>
internal sealed class PeopleByMail(IReadOnlyDictionary<string, string> known)
{
    private static readonly string[] Keys = ["interviewer", "member"];

    /// <summary>Members by e-mail instead of id.</summary>
    public JsonObject Out(JsonObject item) => Replaced(item);

    /// <summary>Members by id instead of e-mail.</summary>
    public JsonObject In(JsonObject item) => Replaced(item);

    private JsonObject Replaced(JsonObject item)
    {
        foreach (var (key, value) in item.ToList())
        {
            switch (value)
            {
                case JsonValue text when Keys.Contains(key) && text.TryGetValue<string>(out var who):
                    if (known.GetValueOrDefault(who) is { } other)
                    {
                        item[key] = other;
                    }
                    else
                    {
                        item.Remove(key);
                    }

                    break;
                case JsonObject thing:
                    Replaced(thing);
                    break;
                case JsonArray list:
                    foreach (var one in list.OfType<JsonObject>())
                    {
                        Replaced(one);
                    }

                    break;
            }
        }

        return item;
    }
}
