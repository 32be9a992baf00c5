using System.Collections.Frozen;
using System.Net;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Links;

/// <summary>
/// The address under which the world reaches this installation. Configured, or else the address of the request being
/// answered; a request never changes it for others.
/// </summary>
[Single]
public sealed class PublicAddress
{
    // Names that no public server answers to (RFC 6761, RFC 6762, ICANN’s .internal).
    private static readonly string[] LocalEndings = [".localhost", ".local", ".internal", ".test", ".home.arpa"];

    private readonly AsyncLocal<string?> asked = new();
    private string? configured;
    private volatile FrozenSet<string> ownHosts = FrozenSet<string>.Empty;

    /// <summary>The base without a slash at its end: https://go.example.org.</summary>
    public string Base => configured ?? asked.Value ?? "http://localhost:5080";

    /// <summary>Whether somebody set it; short links made without it lead to whatever host made them.</summary>
    public bool IsConfigured => configured is not null;

    /// <summary>Whether nobody outside reaches it: a loopback or private host, or a name without a dot.</summary>
    public bool IsLocal
    {
        get
        {
            var host = new Uri(Base).Host.Trim('[', ']');
            return IPAddress.TryParse(host, out var ip) ? !OutgoingRules.IsPublic(ip) : !host.Contains('.', StringComparison.Ordinal) || LocalEndings.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Fixes the address for good.</summary>
    public void Configure(string? address)
    {
        if (!string.IsNullOrWhiteSpace(address))
        {
            TaggedAddress.Web(address, "publicUrl");
            configured = address.Trim().TrimEnd('/');
        }
    }

    /// <summary>Tells the address of the request that is being answered.</summary>
    public void Asked(string origin) => asked.Value = origin.TrimEnd('/');

    /// <summary>The short address of a code, on the host it was given on.</summary>
    public string Short(string code, string? host = null) => host is null ? $"{Base}/l/{code}" : $"https://{host}/{code}";

    /// <summary>The marked address of a code that stands in its QR code, so that a scan is told from a click.</summary>
    public string Scan(string code, string? host = null) => host is null ? $"{Base}/q/{code}" : $"https://{host}/q/{code}";

    /// <summary>The address of a page of links.</summary>
    public string Hub(string name) => $"{Base}/h/{name}";

    /// <summary>Whether an address is one of our own short ones, here or on a brand's own host.</summary>
    public bool IsShort(string address) => address.StartsWith(Base + "/l/", StringComparison.OrdinalIgnoreCase) || address.StartsWith(Base + "/q/", StringComparison.OrdinalIgnoreCase) || IsOnOwnHost(address, out _);

    /// <summary>The code of one of our own short addresses; null for any other address.</summary>
    public string? CodeOf(string address)
    {
        if (IsOnOwnHost(address, out var uri))
        {
            return ShortPath.Of(uri.AbsolutePath, ownHost: true) is { Kind: ShortPathKind.Code or ShortPathKind.Scan, Name: var name } ? name.ToLowerInvariant() : null;
        }

        return IsShort(address) ? address[(Base.Length + 3)..].Split('?', '#', '/')[0].ToLowerInvariant() : null;
    }

    /// <summary>Learns which hosts are brands' own.</summary>
    internal void Know(IEnumerable<string> hosts) => ownHosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private bool IsOnOwnHost(string address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return ownHosts.Count > 0 && Uri.TryCreate(address, UriKind.Absolute, out uri) && uri.Scheme is "http" or "https" && ownHosts.Contains(uri!.IdnHost);
    }
}
