using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>The key of a network as people type it: by its name or its key, the old names of a network under its new one; one nobody described is taken as it is.</summary>
public static class NetworkName
{
    private const int Longest = 40;
    private const string Marks = " .-_&+'’/()";

    /// <summary>The key that words make which may name no network at all, such as an answer to choose; null where they can be no name of one.</summary>
    public static string? Perhaps(string words) => words.Trim() is { Length: > 0 and <= Longest } said && CanBeName(said) ? Of(words) : null;

    public static string Of(string? typed)
    {
        var said = Rule.Text(typed, "network", Longest);
        Rule.Require(CanBeName(said), "network-name", "A network's name has letters or digits, with spaces, dots or hyphens between them. Write it as people say it: Bluesky, or Neighbours' board.", "network");
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

    private static bool CanBeName(string said) => said.Any(char.IsLetterOrDigit) && said.All(sign => char.IsLetterOrDigit(sign) || Marks.Contains(sign));
}
