using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>The key of a network as people type it: by its name or its key, the old names of a network under its new one; one nobody described is taken as it is.</summary>
public static class NetworkName
{
    private const int Longest = 40;

    /// <summary>The key that words make which may name no network at all, such as an answer to choose; null where they are too long for one.</summary>
    public static string? Perhaps(string words) => words.Trim().Length is > 0 and <= Longest ? Of(words) : null;

    public static string Of(string? typed)
    {
        var said = Rule.Text(typed, "network", Longest);
        var name = said.ToLowerInvariant().Replace(' ', '-');
        return name switch
        {
            "twitter" => "x",
            "linked-in" => "linkedin",
            "fb" => "facebook",
            "ig" => "instagram",
            _ => NetworkCatalogue.All.FirstOrDefault(network => string.Equals(network.Name, said, StringComparison.OrdinalIgnoreCase))?.Key ?? NetworkCatalogue.Find(name)?.Key ?? name,
        };
    }
}
