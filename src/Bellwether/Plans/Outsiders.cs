using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Port: what of a brand is for employees only, by the words that name it. Rows are filtered by storage; this is for what is kept as text.</summary>
[Port]
public interface IForEmployees
{
    Task<IReadOnlyList<string>> NamesAsync(Id<Brand> brand, CancellationToken cancel);
}

/// <summary>Takes out of frozen versions and journals what is for employees only, where whoever asks does not see it.</summary>
[Scoped]
public sealed class Outsiders(IEnumerable<IForEmployees> sources, ICurrent current)
{
    private static readonly string[] Naming = ["key", "account", "handle"];

    /// <summary>What is not to be named to whoever asks; nothing for employees.</summary>
    public async Task<IReadOnlyList<string>> HiddenAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var names = new List<string>();
        foreach (var source in current.Sight.Internal ? [] : sources)
        {
            names.AddRange(await source.NamesAsync(brand, cancel));
        }

        return names;
    }

    /// <summary>The parts of a plan without the things that bear one of the names, and without what points to them.</summary>
    public static JsonObject Without(JsonObject parts, IReadOnlyList<string> hidden)
    {
        if (hidden.Count > 0)
        {
            Clean(parts, hidden);
        }

        return parts;
    }

    /// <summary>The sentences that name none of it.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> sentences, IReadOnlyList<string> hidden) =>
        hidden.Count == 0 ? sentences : [.. sentences.Where(sentence => !hidden.Any(name => sentence.Contains(name, StringComparison.OrdinalIgnoreCase)))];

    private static void Clean(JsonNode node, IReadOnlyList<string> hidden)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>().Where(item => Names(item, hidden)).ToList())
            {
                list.Remove(item);
            }
        }

        foreach (var below in node is JsonArray rest ? rest.OfType<JsonNode>().ToList() : node is JsonObject thing ? thing.Select(pair => pair.Value).OfType<JsonNode>().ToList() : [])
        {
            Clean(below, hidden);
        }
    }

    private static bool Names(JsonObject item, IReadOnlyList<string> hidden) =>
        Naming.Any(field => item[field] is JsonValue value && value.TryGetValue<string>(out var said) && hidden.Contains(said));
}
