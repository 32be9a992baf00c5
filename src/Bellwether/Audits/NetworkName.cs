using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>The key of a network as people type it: trimmed, lower case, the old names of a network under its new one.</summary>
public static class NetworkName
{
    public static string Of(string? typed)
    {
        var name = Rule.Text(typed, "network", 40).ToLowerInvariant().Replace(' ', '-');
        return name switch
        {
            "twitter" => "x",
            "linked-in" => "linkedin",
            "fb" => "facebook",
            "ig" => "instagram",
            _ => name,
        };
    }
}
