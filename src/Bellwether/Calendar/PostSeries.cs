using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// A post that comes again by a rule (RFC 5545), at the same local hour whatever the clocks do. Its occurrences are posts of
/// their own, made some weeks ahead, so that each can be moved, changed or skipped by itself.
/// </summary>
public sealed class PostSeries : Entity<PostSeries>
{
    /// <summary>How far ahead the occurrences stand in the calendar.</summary>
    public const int DaysAhead = 56;

    private PostSeries()
    {
    }

    public PostSeries(Post source, Recurrence rule, bool sendOn) =>
        (Brand, Source, Rule, Start, SendOn) = (source.Brand, source.Id, rule.ToString(), source.Meant!.Value, sendOn);

    public Id<Brand> Brand { get; private set; }

    /// <summary>The post that comes again; it is the first occurrence.</summary>
    public Id<Post> Source { get; private set; }

    /// <summary>The rule in RFC 5545's letters.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The local time of the first occurrence.</summary>
    public LocalDateTime Start { get; private set; }

    /// <summary>Whether occurrences go out by themselves, or are put up for approval where the brand asks for one.</summary>
    public bool SendOn { get; private set; }

    /// <summary>From this day on nothing comes any more; null while only the rule ends it.</summary>
    public LocalDate? EndedFrom { get; private set; }

    /// <summary>The local times of its occurrences, the first one included.</summary>
    public IEnumerable<LocalDateTime> Times(DateTimeZone zone) =>
        Recurrence.Parse(Rule).Times(Start, zone).TakeWhile(at => EndedFrom is not { } end || at.Date < end);

    public void EndFrom(LocalDate day) => EndedFrom = day;

    public void GoOn() => EndedFrom = null;
}

/// <summary>The post that stands for a day of a series; there is never a second one, and a skipped day stays skipped.</summary>
public sealed class SeriesPost : Entity<SeriesPost>
{
    private SeriesPost()
    {
    }

    internal SeriesPost(PostSeries series, LocalDate day, Post post) => (Brand, Series, Day, Post, Content) = (series.Brand, series.Id, day, post.Id, FilledContent.Of(post));

    public Id<Brand> Brand { get; private set; }

    public Id<PostSeries> Series { get; private set; }

    /// <summary>The day the rule gave, also when the post was moved since.</summary>
    public LocalDate Day { get; private set; }

    public Id<Post> Post { get; private set; }

    /// <summary>Whether it was left out on purpose.</summary>
    public bool Skipped { get; private set; }

    /// <summary>What the series wrote; a post that says something else was changed by hand.</summary>
    public FilledContent Content { get; private set; } = null!;

    internal void Skip() => Skipped = true;

    internal void Return() => Skipped = false;

    /// <summary>New words were written; a time chosen by hand stays one.</summary>
    internal void Wrote(Post post) => Content = FilledContent.Of(post) with { At = Content.At };
}

internal sealed class PostSeriesStorage : IEntityTypeConfiguration<PostSeries>
{
    public void Configure(EntityTypeBuilder<PostSeries> builder)
    {
        builder.ToTable("post_series");
        builder.Property(series => series.Rule).HasMaxLength(500);
        builder.HasIndex(series => series.Brand);
        builder.HasIndex(series => series.Source).IsUnique();
    }
}

internal sealed class SeriesPostStorage : IEntityTypeConfiguration<SeriesPost>
{
    public void Configure(EntityTypeBuilder<SeriesPost> builder)
    {
        builder.ToTable("series_posts");
        builder.Property(row => row.Content).AsJson();
        builder.HasIndex(row => new { row.Series, row.Day }).IsUnique();
        builder.HasIndex(row => row.Post);
    }
}
