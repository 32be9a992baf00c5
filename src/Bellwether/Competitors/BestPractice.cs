using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Something others do that seems to work: what was seen, where, when, and why it may work.</summary>
public sealed class BestPractice : Entity<BestPractice>
{
    private BestPractice()
    {
    }

    public BestPractice(Id<Brand> brand, string title, LocalDate seenOn, string source)
    {
        Brand = brand;
        Write(title, seenOn, source);
    }

    public Id<Brand> Brand { get; private set; }

    public Id<Competitor>? Competitor { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The day it was seen.</summary>
    public LocalDate SeenOn { get; private set; }

    /// <summary>Where it was seen: an address, a report, a talk.</summary>
    public string Source { get; private set; } = "";

    public string? Network { get; private set; }

    /// <summary>What they do.</summary>
    public string? What { get; private set; }

    /// <summary>Why it may work.</summary>
    public string? Why { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public Instant? ArchivedAt { get; private set; }

    public void Write(string title, LocalDate seenOn, string source) => (Title, SeenOn, Source) = (Rule.Text(title, "title", 200), seenOn, Rule.Text(source, "source", 500));

    public void Explain(Competitor? rival, string? network, string? what, string? why, IEnumerable<string> tags)
    {
        (Competitor, Network) = (rival?.Id, string.IsNullOrWhiteSpace(network) ? null : NetworkName.Of(network));
        (What, Why, Tags) = (Rule.OptionalText(what, "what"), Rule.OptionalText(why, "why"), TagsOf.Words(tags));
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

/// <summary>Tags as people type them, each once.</summary>
internal static class TagsOf
{
    public static IReadOnlyList<string> Words(IEnumerable<string> tags) => [.. tags.Select(tag => Rule.Text(tag.TrimStart('#'), "tags", 40)).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
}

internal sealed class BestPracticeStorage : IEntityTypeConfiguration<BestPractice>
{
    public void Configure(EntityTypeBuilder<BestPractice> builder)
    {
        builder.ToTable("best_practices");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(500);
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Tags).AsJson();
        builder.HasIndex(row => row.Brand);
    }
}
