using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>What a profile found by searching for the brand turned out to be.</summary>
public enum StrangerVerdict
{
    /// <summary>Nothing to do with us, or a fan.</summary>
    Harmless,

    /// <summary>Ours, but not in the inventory yet.</summary>
    Ours,

    /// <summary>It passes for us: a case is opened.</summary>
    Suspicious,
}

/// <summary>A profile found by searching.</summary>
/// <param name="Case">The case that was opened against it.</param>
public sealed record Stranger(string Url, string? Handle, StrangerVerdict Verdict, string? Note = null, Id<ImpersonationCase>? Case = null);

/// <summary>Somebody searched a network for the brand: with which words, when, and who was found that we did not know.</summary>
public sealed class SearchCheck : Entity<SearchCheck>
{
    private SearchCheck()
    {
    }

    public SearchCheck(Id<Brand> brand, string network, string terms, IReadOnlyList<Stranger> strangers, string by, Instant now)
    {
        (Brand, Network, Terms) = (brand, NetworkName.Of(network), Rule.Text(terms, "terms", 400));
        (Strangers, By, At) = (strangers, by, now);
    }

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    /// <summary>What was searched for.</summary>
    public string Terms { get; private set; } = "";

    public IReadOnlyList<Stranger> Strangers { get; private set; } = [];

    public string By { get; private set; } = "";

    public Instant At { get; private set; }
}

internal sealed class SearchCheckStorage : IEntityTypeConfiguration<SearchCheck>
{
    public void Configure(EntityTypeBuilder<SearchCheck> builder)
    {
        builder.ToTable("search_checks");
        builder.Property(check => check.Network).HasMaxLength(40);
        builder.Property(check => check.Terms).HasMaxLength(400);
        builder.Property(check => check.By).HasMaxLength(120);
        builder.Property(check => check.Strangers).AsJson();
        builder.HasIndex(check => new { check.Brand, check.Network });
    }
}
