using System.Net;
using System.Net.Sockets;
using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>
/// Which addresses the program may call: https to public addresses, and hosts the operator names in BELLWETHER_ALLOW_HOSTS
/// ("pds.home.example, localhost:2583"), which may be private and may speak plain http.
/// </summary>
[Single]
public sealed class OutgoingRules
{
    private readonly HashSet<string> allowed;

    public OutgoingRules()
        : this((Environment.GetEnvironmentVariable("BELLWETHER_ALLOW_HOSTS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
    {
    }

    internal OutgoingRules(IEnumerable<string> allowedHosts) => allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the operator named this host, with or without its port.</summary>
    public bool IsNamed(string host, int port) => allowed.Contains(host) || allowed.Contains($"{host}:{port}");

    /// <summary>A problem with an address, in words; null when it may be called (as far as its text tells).</summary>
    public string? Problem(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            return $"“{address}” is no web address. Write it in full, such as https://example.org.";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "The address carries a name or password. Leave that out.";
        }

        if (IsNamed(uri.Host, uri.Port))
        {
            return null;
        }

        return uri.Scheme != "https"
            ? "Only https addresses are called. For a server of your own, an operator can name its host in BELLWETHER_ALLOW_HOSTS."
            : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && !IsPublic(ip) ? PrivateProblem(uri.Host) : null;
    }

    /// <summary>Whether an address lies outside every private, loopback, link-local, shared or reserved range.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes switch
            {
                [0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [192, 0, 0 or 2, _] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [198, 18 or 19, ..] or [>= 224, ..] => false,
                _ => true,
            };
        }

        // Only global unicast (2000::/3) is public, less documentation, 6to4, Teredo and NAT64, which can hide a private IPv4.
        return (bytes[0] & 0xE0) == 0x20
            && bytes is not ([0x20, 0x01, 0x0D, 0xB8, ..] or [0x20, 0x02, ..] or [0x20, 0x01, 0x00, 0x00, ..]);
    }

    internal static string PrivateProblem(string host) =>
        $"“{host}” leads into a private network. For a server of your own, an operator can name its host in BELLWETHER_ALLOW_HOSTS.";
}
