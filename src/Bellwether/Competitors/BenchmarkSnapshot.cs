using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>How figures came onto the file.</summary>
public enum SnapshotOrigin
{
    /// <summary>Typed by a person.</summary>
    Typed,

    /// <summary>From a file.</summary>
    Imported,

    /// <summary>Read from what the network shows everybody.</summary>
    Read,
}

/// <summary>The figures of one profile on one day. Null is what nobody knows, never zero.</summary>
/// <param name="Followers">Followers on that day.</param>
/// <param name="PostsPerWeek">Own posts a week, replies and shares of others left out.</param>
/// <param name="EngagementPerPost">Likes, shares and comments of a post, on average.</param>
/// <param name="ResponseMinutes">Minutes until people are answered.</param>
/// <param name="Formats">Shares of text, pictures, video and links among its posts; together 1.</param>
public sealed record Figures(
    decimal? Followers = null, decimal? PostsPerWeek = null, decimal? EngagementPerPost = null, decimal? ResponseMinutes = null, IReadOnlyDictionary<PublicPostForm, decimal>? Formats = null)
{
    public bool IsEmpty => Followers is null && PostsPerWeek is null && EngagementPerPost is null && ResponseMinutes is null && Formats is null;

    /// <summary>The same, refused where a figure cannot be.</summary>
    public Figures Checked()
    {
        Rule.Require(!IsEmpty, "no-figure", "Write at least one figure. What you don’t know stays empty.", "followers");
        foreach (var (value, field) in new[] { (Followers, "followers"), (PostsPerWeek, "postsPerWeek"), (EngagementPerPost, "engagementPerPost"), (ResponseMinutes, "responseMinutes") })
        {
            Rule.Require(value is not < 0 and not > 1_000_000_000_000m, "figure-impossible", "A figure is never below zero, nor that large.", field);
        }

        var shares = Formats?.Values.ToList();
        Rule.Require(shares is null || (shares.TrueForAll(share => share is >= 0 and <= 1) && Math.Abs(shares.Sum() - 1) <= 0.02m), "formats-not-whole", "The shares of the formats add up to 1, give or take 0.02.", "formats");
        return this;
    }
}

/// <summary>What was known of one profile, own or a rival's, on one day, with who told it.</summary>
public sealed class BenchmarkSnapshot : Entity<BenchmarkSnapshot>
{
    private BenchmarkSnapshot()
    {
    }

    /// <summary>Figures of a rival, or with no rival of an own account.</summary>
    public BenchmarkSnapshot(Id<Brand> brand, Competitor? rival, SocialAccount? own, string network, LocalDate day)
    {
        (Brand, Competitor, Account) = (brand, rival?.Id, own?.Id);
        (Network, Day) = (network, day);
        Subject = rival?.Id.ToString() ?? own!.Id.ToString();
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The rival; null for an own account.</summary>
    public Id<Competitor>? Competitor { get; private set; }

    /// <summary>The own account; null for a rival.</summary>
    public Id<SocialAccount>? Account { get; private set; }

    /// <summary>The id of whichever it is, as text; one row for each on each network and day.</summary>
    public string Subject { get; private set; } = "";

    public string Network { get; private set; } = "";

    public LocalDate Day { get; private set; }

    public Figures Figures { get; private set; } = new();

    /// <summary>Who told it: a page, a report, a network.</summary>
    public string Source { get; private set; } = "";

    public SnapshotOrigin Origin { get; private set; }

    public Instant RecordedAt { get; private set; }

    /// <summary>Writes the figures down; a figure that is not told stays as it is known.</summary>
    public void Record(Figures figures, string source, SnapshotOrigin origin, Instant now)
    {
        Figures = new Figures(
            figures.Followers ?? Figures.Followers, figures.PostsPerWeek ?? Figures.PostsPerWeek, figures.EngagementPerPost ?? Figures.EngagementPerPost,
            figures.ResponseMinutes ?? Figures.ResponseMinutes, figures.Formats ?? Figures.Formats).Checked();
        (Source, Origin, RecordedAt) = (Rule.Text(source, "source", 200), origin, now);
    }
}

internal sealed class BenchmarkSnapshotStorage : IEntityTypeConfiguration<BenchmarkSnapshot>
{
    public void Configure(EntityTypeBuilder<BenchmarkSnapshot> builder)
    {
        builder.ToTable("benchmark_snapshots");
        builder.Property(row => row.Subject).HasMaxLength(80);
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.Property(row => row.Figures).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Subject, row.Network, row.Day }).IsUnique();
    }
}
