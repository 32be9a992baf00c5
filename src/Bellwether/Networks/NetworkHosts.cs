using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>
/// Where networks live. Their own addresses, unless BELLWETHER_NETWORK_HOSTS puts another server in the place of one
/// ("api.linkedin.com=http://127.0.0.1:9000"), as trials against stand-ins do.
/// </summary>
[Single]
public sealed class NetworkHosts
{
    private readonly Dictionary<string, string> instead;

    public NetworkHosts()
        : this(Read(Environment.GetEnvironmentVariable("BELLWETHER_NETWORK_HOSTS") ?? ""))
    {
    }

    internal NetworkHosts(IReadOnlyDictionary<string, string> instead) => this.instead = new(instead, StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to call in the place of a network's own.</summary>
    public string Of(string url) =>
        instead.Count > 0 && Uri.TryCreate(url, UriKind.Absolute, out var address) && instead.TryGetValue(address.Host, out var other)
            ? other.TrimEnd('/') + url[(url.IndexOf("://", StringComparison.Ordinal) + 3 + address.Authority.Length)..]
            : url;

    private static Dictionary<string, string> Read(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
