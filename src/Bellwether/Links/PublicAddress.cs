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

    /// <summary>The short address of a code.</summary>
    public string Short(string code) => $"{Base}/l/{code}";

    /// <summary>Whether an address is one of our own short ones.</summary>
    public bool IsShort(string address) => address.StartsWith(Base + "/l/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The code of one of our own short addresses; null for any other address.</summary>
    public string? CodeOf(string address) => IsShort(address) ? address[(Base.Length + 3)..].Split('?', '#', '/')[0] : null;
}
