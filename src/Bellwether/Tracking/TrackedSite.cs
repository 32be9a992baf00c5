using System.Net;
using System.Security.Cryptography;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Tracking;

/// <summary>A brand's own sites changed their key or what counts as own traffic.</summary>
public sealed record SiteChanged(Id<Brand> Brand) : IEvent;

/// <summary>
/// The brand's own site as collection knows it: a public key that stands in its pages, and the networks whose visits are the
/// brand's own people. Which hosts are its own, the brand says.
/// </summary>
public sealed class TrackedSite : Entity<TrackedSite>
{
    /// <summary>The most networks of one's own.</summary>
    public const int MostNetworks = 50;

    private const int KeyLength = 16;

    private TrackedSite()
    {
    }

    public TrackedSite(Id<Brand> brand) => (Brand, Key) = (brand, RandomNumberGenerator.GetString(LinkCode.Alphabet, KeyLength));

    public Id<Brand> Brand { get; private set; }

    /// <summary>What the pages send along. It is public: it lets anybody report visits of the brand's own hosts, and nothing else.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Addresses and networks of the brand's own people, such as 203.0.113.7 or 2001:db8::/32.</summary>
    public IReadOnlyList<string> OwnNetworks { get; private set; } = [];

    /// <summary>Takes the visits from these networks for the brand's own people from now on.</summary>
    public void Own(IReadOnlyList<string> networks)
    {
        Rule.Require(networks.Count <= MostNetworks, "networks-too-many", $"At most {MostNetworks} addresses and networks fit. Put several addresses into one network, such as 203.0.113.0/24.", "networks");
        OwnNetworks = [.. networks.Select(Written).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A single address is a network of one.</summary>
    internal static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw Rule.Broken("network-unread", $"“{text}” is no address or network. Write 203.0.113.7, or a network such as 203.0.113.0/24 whose bits behind the slash are zero.", "networks");

    private static string Written(string text)
    {
        var trimmed = Rule.Text(text, "networks", 60);
        var network = NetworkOf(trimmed);
        Rule.Require(network.PrefixLength >= 8, "network-too-wide", $"“{trimmed}” would leave out a large part of the world. Write a network of /8 or narrower.", "networks");
        return trimmed.ToLowerInvariant();
    }
}

internal sealed class TrackedSiteStorage : IEntityTypeConfiguration<TrackedSite>
{
    public void Configure(EntityTypeBuilder<TrackedSite> builder)
    {
        builder.ToTable("tracked_sites");
        builder.Property(site => site.Key).HasMaxLength(40);
        builder.Property(site => site.OwnNetworks).AsJson();
        builder.HasIndex(site => site.Brand).IsUnique();
        builder.HasIndex(site => site.Key).IsUnique();
    }
}
