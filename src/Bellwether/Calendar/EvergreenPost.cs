using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post that holds for long and goes out again: after some days at least, so many times at most, and never two such posts on one day.</summary>
public sealed class EvergreenPost : Entity<EvergreenPost>
{
    private EvergreenPost()
    {
    }

    public EvergreenPost(Post source) => (Brand, Source) = (source.Brand, source.Id);

    public Id<Brand> Brand { get; private set; }

    /// <summary>The post that goes out again.</summary>
    public Id<Post> Source { get; private set; }

    /// <summary>How many days lie between two times at least.</summary>
    public int EveryDays { get; private set; }

    /// <summary>How often it goes out again at most; the first time does not count.</summary>
    public int AtMost { get; private set; }

    /// <summary>The time of day, in the brand's zone.</summary>
    public LocalTime Time { get; private set; }

    /// <summary>Other words for the same thing, used in turn; where there are none it says the same again.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>Whether it goes out by itself, or is put up for approval where the brand asks for one.</summary>
    public bool SendOn { get; private set; }

    /// <summary>Since when it no longer goes out again.</summary>
    public Instant? StoppedAt { get; private set; }

    /// <summary>Says how it goes out again.</summary>
    public void Become(int everyDays, int atMost, LocalTime time, IReadOnlyList<string> texts, bool sendOn)
    {
        Rule.Require(everyDays is >= 1 and <= 730, "days-out-of-range", "Between two times lie 1 to 730 days.", "everyDays");
        Rule.Require(atMost is >= 1 and <= 100, "times-out-of-range", "It goes out again 1 to 100 times.", "atMost");
        Rule.Require(texts.Count <= 20, "texts-too-many", "At most 20 other texts are kept.", "texts");
        (EveryDays, AtMost, Time, SendOn) = (everyDays, atMost, new LocalTime(time.Hour, time.Minute), sendOn);
        Texts = [.. texts.Select(text => Rule.OptionalText(text, "texts", 20_000)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What it says the next time: the other texts in turn; null says the same again.</summary>
    public string? TextFor(int turn) => Texts.Count == 0 ? null : Texts[turn % Texts.Count];

    public void Stop(Instant now) => StoppedAt ??= now;

    public void GoOn() => StoppedAt = null;
}

/// <summary>One time that an evergreen goes out again. A day holds one of them per brand.</summary>
public sealed class EvergreenTurn : Entity<EvergreenTurn>
{
    private EvergreenTurn()
    {
    }

    internal EvergreenTurn(EvergreenPost evergreen, LocalDate day, Id<Post> post) => (Brand, Evergreen, Day, Post) = (evergreen.Brand, evergreen.Id, day, post);

    public Id<Brand> Brand { get; private set; }

    public Id<EvergreenPost> Evergreen { get; private set; }

    public LocalDate Day { get; private set; }

    public Id<Post> Post { get; private set; }
}

/// <summary>When an evergreen may go out again.</summary>
public static class EvergreenRule
{
    /// <summary>The next day: so many days after the last one, not before the first day that is free, never on a day that has one; null when it went out often enough.</summary>
    /// <param name="last">The day it last went out.</param>
    /// <param name="times">How often it went out again.</param>
    /// <param name="earliest">The first day that can be.</param>
    /// <param name="taken">Days that have an evergreen already.</param>
    public static LocalDate? Next(int everyDays, int atMost, LocalDate last, int times, LocalDate earliest, IReadOnlySet<LocalDate> taken)
    {
        if (times >= atMost)
        {
            return null;
        }

        var day = LocalDate.Max(last.PlusDays(everyDays), earliest);
        while (taken.Contains(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }
}

internal sealed class EvergreenPostStorage : IEntityTypeConfiguration<EvergreenPost>
{
    public void Configure(EntityTypeBuilder<EvergreenPost> builder)
    {
        builder.ToTable("evergreen_posts");
        builder.Property(row => row.Texts).AsJson();
        builder.HasIndex(row => row.Brand);
        builder.HasIndex(row => row.Source).IsUnique();
    }
}

internal sealed class EvergreenTurnStorage : IEntityTypeConfiguration<EvergreenTurn>
{
    public void Configure(EntityTypeBuilder<EvergreenTurn> builder)
    {
        builder.ToTable("evergreen_turns");
        builder.HasIndex(row => new { row.Brand, row.Day }).IsUnique();
        builder.HasIndex(row => row.Evergreen);
        builder.HasIndex(row => row.Post);
    }
}
