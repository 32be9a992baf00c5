using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Whom a watched word is about.</summary>
public enum WatchKind
{
    /// <summary>Our own name, handle or product.</summary>
    Own,

    /// <summary>A rival's.</summary>
    Rival,

    /// <summary>A topic that nobody owns.</summary>
    Topic,
}

/// <summary>A word or hashtag that is listened for.</summary>
public sealed class WatchTerm : Entity<WatchTerm>
{
    private WatchTerm()
    {
    }

    public WatchTerm(Id<Brand> brand, string text, WatchKind kind, Competitor? rival)
    {
        Brand = brand;
        Text = Rule.Text(text, "text", 120);
        Key = Text.ToLowerInvariant();
        Rule.Require(kind == WatchKind.Rival == rival is not null, "rival-or-not", kind == WatchKind.Rival ? "Say whose name it is." : "Only a rival’s word belongs to a rival.", "competitor");
        (Kind, Competitor) = (kind, rival?.Id);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The word, phrase or hashtag, as it is searched for.</summary>
    public string Text { get; private set; } = "";

    public string Key { get; private set; } = "";

    public WatchKind Kind { get; private set; }

    public Id<Competitor>? Competitor { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public void Archive(Instant now) => ArchivedAt ??= now;

    /// <summary>Takes it out of the archive, as it is said now.</summary>
    public void Restore(WatchTerm said) => (ArchivedAt, Text, Kind, Competitor) = (null, said.Text, said.Kind, said.Competitor);
}

/// <summary>How often a watched word was found in a span of days, by one way of counting.</summary>
public sealed class MentionCount : Entity<MentionCount>
{
    private MentionCount()
    {
    }

    public MentionCount(WatchTerm term, LocalDate from, LocalDate until, string source)
    {
        (Term, Brand, From, Until) = (term.Id, term.Brand, from, until);
        Rule.Require(until >= from, "until-before-from", "The span ends before it begins. Put the later day last.", "until");
        Source = Rule.Text(source, "source", 200);
    }

    public Id<WatchTerm> Term { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public LocalDate From { get; private set; }

    public LocalDate Until { get; private set; }

    /// <summary>Who counted, and where; only counts of one source and one span are compared.</summary>
    public string Source { get; private set; } = "";

    public long Mentions { get; private set; }

    /// <summary>How many of them we wrote ourselves; null when nobody looked.</summary>
    public long? ByUs { get; private set; }

    /// <summary>How many of them rivals wrote; null when nobody looked.</summary>
    public long? ByRivals { get; private set; }

    /// <summary>Likes, shares and comments on them; null when nobody counted.</summary>
    public long? Engagements { get; private set; }

    public void Count(long mentions, long? byUs, long? byRivals, long? engagements)
    {
        Rule.Require(mentions >= 0 && byUs is not < 0 && byRivals is not < 0 && engagements is not < 0, "count-negative", "A count is never below zero.", "mentions");
        Rule.Require((byUs ?? 0) + (byRivals ?? 0) <= mentions, "parts-above-whole", "Ours and the rivals’ are parts of all mentions; together they cannot be more.", "byUs");
        (Mentions, ByUs, ByRivals, Engagements) = (mentions, byUs, byRivals, engagements);
    }
}

internal sealed class WatchTermStorage : IEntityTypeConfiguration<WatchTerm>
{
    public void Configure(EntityTypeBuilder<WatchTerm> builder)
    {
        builder.ToTable("watch_terms");
        builder.Property(row => row.Text).HasMaxLength(120);
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.HasIndex(row => new { row.Brand, row.Key }).IsUnique();
    }
}

internal sealed class MentionCountStorage : IEntityTypeConfiguration<MentionCount>
{
    public void Configure(EntityTypeBuilder<MentionCount> builder)
    {
        builder.ToTable("mention_counts");
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => new { row.Term, row.From, row.Until, row.Source }).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
