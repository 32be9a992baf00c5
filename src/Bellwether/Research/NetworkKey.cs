using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Research;

/// <summary>The key of a network as people type it; one nobody described is taken as it is.</summary>
internal static class NetworkKey
{
    public static string Of(string? typed)
    {
        var name = Rule.Text(typed, "network", 40).ToLowerInvariant().Replace(' ', '-');
        return NetworkCatalogue.All.FirstOrDefault(network => string.Equals(network.Name, typed!.Trim(), StringComparison.OrdinalIgnoreCase))?.Key ?? NetworkCatalogue.Find(name)?.Key ?? name;
    }

    /// <summary>The name people use.</summary>
    public static string NameOf(string key) => NetworkCatalogue.Of(key).Name;
}
