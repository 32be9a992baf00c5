using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>What of a brand is for employees only.</summary>
/// <param name="Subjects">The ids of the things: lines about them are not told.</param>
/// <param name="Names">Handles and keys that give a thing away.</param>
/// <param name="Titles">Titles, by which sentences name a thing in quotation marks.</param>
public sealed record KeptInside(IReadOnlyList<string> Subjects, IReadOnlyList<string> Names, IReadOnlyList<string> Titles)
{
    /// <summary>Nothing is hidden.</summary>
    public static KeptInside Nothing { get; } = new([], [], []);

    public bool IsNothing => Subjects.Count == 0 && Names.Count == 0 && Titles.Count == 0;

    /// <summary>Both together.</summary>
    public KeptInside And(KeptInside other) => new([.. Subjects, .. other.Subjects], [.. Names, .. other.Names], [.. Titles, .. other.Titles]);
}

/// <summary>Port: what of a brand is for employees only. Rows are filtered by storage; this is for what is kept as text.</summary>
[Port]
public interface IForEmployees
{
    Task<KeptInside> KeptAsync(Id<Brand> brand, CancellationToken cancel);
}

/// <summary>Takes out of frozen versions and journals what is for employees only, where whoever asks does not see it.</summary>
[Scoped]
public sealed class Outsiders(IEnumerable<IForEmployees> sources, ICurrent current)
{
    private static readonly string[] Naming = ["key", "account", "handle"];

    /// <summary>What is not to be told to whoever asks; nothing for employees.</summary>
    public async Task<KeptInside> HiddenAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var hidden = KeptInside.Nothing;
        foreach (var source in current.Sight.Internal ? [] : sources)
        {
            hidden = hidden.And(await source.KeptAsync(brand, cancel));
        }

        return hidden;
    }

    /// <summary>The parts of a plan without the things that are hidden, and without what points to them.</summary>
    public static JsonObject Without(JsonObject parts, KeptInside hidden)
    {
        if (!hidden.IsNothing)
        {
            Clean(parts, hidden);
        }

        return parts;
    }

    /// <summary>The sentences that name none of it.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> sentences, KeptInside hidden)
    {
        var tells = hidden.Names.SelectMany(Mention.Of).Concat(hidden.Titles.Select(title => $"“{title}”")).ToList();
        return tells.Count == 0 ? sentences : [.. sentences.Where(sentence => !tells.Exists(told => $"{sentence} ".Contains(told, StringComparison.OrdinalIgnoreCase)))];
    }

    private static void Clean(JsonNode node, KeptInside hidden)
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

    private static bool Names(JsonObject item, KeptInside hidden) =>
        Naming.Any(field => PlanItems.TextOf(item, field) is { } said && hidden.Names.Contains(said)) || (PlanItems.IdOf(item) is { } id && hidden.Subjects.Contains(id));
}
