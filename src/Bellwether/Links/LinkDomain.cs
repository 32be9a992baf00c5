using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Links;

/// <summary>
/// A host of a brand's own for short links, such as go.example.org. It answers with this brand's links only. Once links were handed
/// out on it, it is kept for ever: when the brand gives it up, links already given still work there.
/// </summary>
public sealed class LinkDomain : Entity<LinkDomain>
{
    /// <summary>The longest name of a host (RFC 1035).</summary>
    public const int Longest = 253;

    private LinkDomain()
    {
    }

    public LinkDomain(Id<Brand> brand, string host, PublicAddress address, IReadOnlyCollection<string> ownHosts)
    {
        Brand = brand;
        Host = Checked(host, address, ownHosts);
        Proof = RandomNumberGenerator.GetString(LinkCode.Alphabet, 24);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The host alone, in lower case; letters beyond ASCII as they travel (xn--…).</summary>
    public string Host { get; private set; } = "";

    /// <summary>What this program answers at /t/here on this host, so that a test knows whom it met.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>When the brand gave it up; links it was given on still work.</summary>
    public Instant? RetiredAt { get; private set; }

    public void Retire(Instant now) => RetiredAt ??= now;

    public void Return() => RetiredAt = null;

    /// <summary>A host as it is kept; 422 for whatever cannot carry short links.</summary>
    internal static string Checked(string host, PublicAddress address, IReadOnlyCollection<string> ownHosts)
    {
        var text = Rule.Text(host, "host", Longest, "a host such as go.example.com").ToLowerInvariant();
        text = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" ? uri.Host : text.TrimEnd('.', '/');
        string ascii;
        try
        {
            ascii = new IdnMapping().GetAscii(text);
        }
        catch (ArgumentException)
        {
            ascii = "";
        }

        Rule.Require(
            Uri.CheckHostName(ascii) == UriHostNameType.Dns && ascii.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(ascii, out _) && !ascii.EndsWith(".localhost", StringComparison.Ordinal),
            "host-invalid", $"“{Excerpt.Of(text, 80)}” is no host for links. Write a name such as go.example.org, without https:// and without a path.", "host");
        Rule.Require(ascii != new Uri(address.Base).IdnHost, "host-is-main", "Under this name the program itself is reached, with its screen. Choose another name for short links.", "host");
        Rule.Require(!ownHosts.Contains(ascii), "host-is-site", "This is the address of your own site. Short links need a name of their own, such as go." + ascii + ".", "host");
        return ascii;
    }
}

internal sealed class LinkDomainStorage : IEntityTypeConfiguration<LinkDomain>
{
    public void Configure(EntityTypeBuilder<LinkDomain> builder)
    {
        builder.ToTable("link_domains");
        builder.Property(domain => domain.Host).HasMaxLength(LinkDomain.Longest);
        builder.Property(domain => domain.Proof).HasMaxLength(40);
        builder.HasIndex(domain => domain.Host).IsUnique();
        builder.HasIndex(domain => domain.Brand);
    }
}
