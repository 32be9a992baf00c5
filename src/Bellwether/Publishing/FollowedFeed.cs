using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What becomes of a new entry of a feed that is followed.</summary>
public enum FeedUse
{
    /// <summary>An idea without a day or an account.</summary>
    Idea,

    /// <summary>A draft for the chosen accounts, which a person finishes.</summary>
    Draft,

    /// <summary>A post in a queue: it goes out at the queue's next time, after an approval where the brand asks for one.</summary>
    Queue,
}

/// <summary>Where a feed comes from and what becomes of it, as a person says it.</summary>
/// <param name="Use">What becomes of a new entry.</param>
/// <param name="Accounts">For which accounts; none for an idea.</param>
/// <param name="Queue">The queue it goes into.</param>
/// <param name="Wording">The words of the post: {title}, {text} and {link} stand for the entry's.</param>
/// <param name="EveryMinutes">How often it is read, at most.</param>
public sealed record FeedPlan(FeedUse Use, IReadOnlyList<Id<SocialAccount>> Accounts, Id<PostQueue>? Queue, string Wording, int EveryMinutes);

/// <summary>A feed of somebody, or the own blog's, that is read now and then; new entries become ideas or posts, each once.</summary>
public sealed class FollowedFeed : Entity<FollowedFeed>
{
    /// <summary>The words of a post where nobody says others.</summary>
    public const string UsualWording = "{title}\n\n{link}";

    /// <summary>How often a feed is read where nobody says it.</summary>
    public const int UsualMinutes = 60;

    private const int LeastMinutes = 15;
    private const int MostMinutes = 10_080;
    private static readonly Duration LongestWait = Duration.FromHours(24);

    private FollowedFeed()
    {
    }

    public FollowedFeed(Id<Brand> brand, string address, string name) => (Brand, Address, Name) = (brand, address, Rule.Text(name, "name", 120));

    public Id<Brand> Brand { get; private set; }

    /// <summary>Where it is read.</summary>
    public string Address { get; private set; } = "";

    public string Name { get; private set; } = "";

    public FeedUse Use { get; private set; }

    public IReadOnlyList<Id<SocialAccount>> Accounts { get; private set; } = [];

    public Id<PostQueue>? Queue { get; private set; }

    public string Wording { get; private set; } = UsualWording;

    public int EveryMinutes { get; private set; } = UsualMinutes;

    /// <summary>The server's mark of what was read last (RFC 9110 section 8.8.3); unchanged, it is not sent again.</summary>
    public string? ETag { get; private set; }

    /// <summary>The server's date of what was read last.</summary>
    public string? LastModified { get; private set; }

    public Instant? ReadAt { get; private set; }

    public Instant NextAt { get; private set; }

    /// <summary>When something new was last in it.</summary>
    public Instant? NewAt { get; private set; }

    /// <summary>How many entries became posts or ideas.</summary>
    public int Made { get; private set; }

    /// <summary>Why it could not be read, in words; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>How often in a row it could not be read.</summary>
    public int Failures { get; private set; }

    public Instant? PausedAt { get; private set; }

    /// <summary>Says what it is called and what becomes of new entries.</summary>
    public void Become(string name, FeedPlan plan)
    {
        Rule.Require(plan.Wording.Contains("{title}", StringComparison.Ordinal) || plan.Wording.Contains("{text}", StringComparison.Ordinal) || plan.Wording.Contains("{link}", StringComparison.Ordinal),
            "wording-without-entry", "The words need {title}, {text} or {link}, or each post would say the same.", "wording");
        Rule.Require(plan.EveryMinutes is >= LeastMinutes and <= MostMinutes, "feed-interval", "Between 15 minutes and a week (10080 minutes) make sense.", "everyMinutes");
        Rule.Require(plan.Use == FeedUse.Idea || plan.Accounts.Count > 0 || plan is { Use: FeedUse.Queue, Queue: not null }, "feed-without-accounts", "Say for which accounts, or let entries become ideas.", "accounts");
        Rule.Require(plan.Use != FeedUse.Queue || plan.Queue is not null, "feed-without-queue", "Say into which queue posts go.", "queue");
        (Name, Use, Wording, EveryMinutes) = (Rule.Text(name, "name", 120), plan.Use, Rule.Text(plan.Wording, "wording", 2000), plan.EveryMinutes);
        Accounts = plan.Use == FeedUse.Idea ? [] : [.. plan.Accounts.Distinct()];
        Queue = plan.Use == FeedUse.Queue ? plan.Queue : null;
    }

    /// <summary>It was read; what stood in it is known.</summary>
    /// <param name="made">How many entries became something.</param>
    /// <param name="eTag">The server's mark; null keeps the one it had, for an answer that nothing changed.</param>
    /// <param name="lastModified">The server's date.</param>
    /// <param name="rests">How long the feed itself asks to be left alone.</param>
    /// <param name="now">The moment.</param>
    public void Read(int made, string? eTag, string? lastModified, Duration? rests, Instant now)
    {
        (ReadAt, Problem, Failures, Made) = (now, null, 0, Made + made);
        (ETag, LastModified) = (eTag, lastModified);
        NewAt = made > 0 ? now : NewAt;
        var every = Duration.FromMinutes(EveryMinutes);
        NextAt = now + (rests is { } rest ? Duration.Min(Duration.Max(rest, every), LongestWait) : every);
    }

    /// <summary>It could not be read: the pause grows with each time, and the server's own word wins.</summary>
    public void Fail(string problem, Instant? until, Instant now)
    {
        (ReadAt, Problem) = (now, problem.Length > 500 ? problem[..500] : problem);
        Failures++;
        var pause = Duration.Min(Duration.FromMinutes(EveryMinutes) * (1 << Math.Min(Failures, 6)), LongestWait);
        NextAt = until > now ? until.Value : now + pause;
    }

    public void Pause(Instant now)
    {
        Rule.Require(PausedAt is null, "feed-paused", $"“{Name}” is paused already.");
        PausedAt = now;
    }

    /// <summary>It is read again, at once.</summary>
    public void Resume(Instant now)
    {
        Rule.Require(PausedAt is not null, "feed-runs", $"“{Name}” is not paused.");
        (PausedAt, NextAt) = (null, now);
    }
}

/// <summary>An entry of a followed feed that is known: whatever happens, it is not taken a second time.</summary>
public sealed class FeedArrival : Entity<FeedArrival>
{
    private FeedArrival()
    {
    }

    public FeedArrival(FollowedFeed feed, string key, Id<Post>? post, Instant now) => (Feed, Brand, Key, Post, SeenAt) = (feed.Id, feed.Brand, key, post, now);

    public Id<FollowedFeed> Feed { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>What tells it from others of the feed, as SHA-256 in hex.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it became; null for what stood in the feed before it was followed.</summary>
    public Id<Post>? Post { get; private set; }

    public Instant SeenAt { get; private set; }
}

internal sealed class FollowedFeedStorage : IEntityTypeConfiguration<FollowedFeed>
{
    public void Configure(EntityTypeBuilder<FollowedFeed> builder)
    {
        builder.ToTable("followed_feeds");
        builder.Property(feed => feed.Address).HasMaxLength(2000);
        builder.Property(feed => feed.Name).HasMaxLength(120);
        builder.Property(feed => feed.Wording).HasMaxLength(2000);
        builder.Property(feed => feed.ETag).HasMaxLength(300);
        builder.Property(feed => feed.LastModified).HasMaxLength(100);
        builder.Property(feed => feed.Problem).HasMaxLength(500);
        builder.Property(feed => feed.Accounts).AsJson();
        builder.HasIndex(feed => feed.Brand);
        builder.HasIndex(feed => feed.NextAt);
    }
}

internal sealed class FeedArrivalStorage : IEntityTypeConfiguration<FeedArrival>
{
    public void Configure(EntityTypeBuilder<FeedArrival> builder)
    {
        builder.ToTable("feed_arrivals");
        builder.Property(arrival => arrival.Key).HasMaxLength(64);
        builder.HasIndex(arrival => new { arrival.Feed, arrival.Key }).IsUnique();
    }
}
