using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A weekday and a time of day, in the brand's zone, at which a queue lets a post go out.</summary>
public sealed record QueueSlot(IsoDayOfWeek Day, LocalTime Time);

/// <summary>A row of times that come every week, for some accounts: whatever is added takes the next free one.</summary>
public sealed class PostQueue : Entity<PostQueue>
{
    /// <summary>Every quarter of an hour of a week.</summary>
    public const int MostSlots = 672;

    private PostQueue()
    {
    }

    public PostQueue(Id<Brand> brand, string name) => (Brand, Name) = (brand, Rule.Text(name, "name", 80));

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where posts go out that name no account themselves.</summary>
    public IReadOnlyList<Id<SocialAccount>> Accounts { get; private set; } = [];

    /// <summary>Its times, in the order of the week.</summary>
    public IReadOnlyList<QueueSlot> Slots { get; private set; } = [];

    /// <summary>Since when nothing of it goes out.</summary>
    public Instant? PausedAt { get; private set; }

    public Instant? RemovedAt { get; private set; }

    /// <summary>Grows with everything that is done to it, so that two people who add at the same moment never get the same time.</summary>
    public int Turns { get; private set; }

    /// <summary>Says what it is called, where it goes and when.</summary>
    public void Become(string name, IReadOnlyList<Id<SocialAccount>> accounts, IReadOnlyList<QueueSlot> slots)
    {
        Rule.Require(slots.Count is >= 1 and <= MostSlots, "queue-without-times", "A queue needs at least one weekday and time.", "slots");
        Rule.Require(slots.All(slot => slot.Day != IsoDayOfWeek.None), "slot-without-day", "Each time needs a weekday.", "slots");
        Name = Rule.Text(name, "name", 80);
        Accounts = [.. accounts.Distinct()];
        Slots = [.. slots.Select(slot => slot with { Time = new LocalTime(slot.Time.Hour, slot.Time.Minute) }).Distinct().OrderBy(slot => slot.Day).ThenBy(slot => slot.Time)];
    }

    public void Pause(Instant now)
    {
        Rule.Require(PausedAt is null, "queue-paused", $"“{Name}” is paused already.");
        PausedAt = now;
    }

    public void Resume()
    {
        Rule.Require(PausedAt is not null, "queue-runs", $"“{Name}” is not paused.");
        PausedAt = null;
    }

    public void Remove(Instant now) => RemovedAt ??= now;

    internal void Turn() => Turns++;
}

/// <summary>
/// A post that waits in a queue. Whoever moves the post by hand takes it out of the queue: then its time is no longer the one
/// the queue gave it.
/// </summary>
public sealed class QueuedPost : Entity<QueuedPost>
{
    private QueuedPost()
    {
    }

    internal QueuedPost(PostQueue queue, Id<Post> post) => (Brand, Queue, Post) = (queue.Brand, queue.Id, post);

    public Id<Brand> Brand { get; private set; }

    public Id<PostQueue> Queue { get; private set; }

    public Id<Post> Post { get; private set; }

    /// <summary>The local time the queue gave it; null while the queue is paused.</summary>
    public LocalDateTime? At { get; private set; }

    /// <summary>Its place while the queue is paused.</summary>
    public int Place { get; private set; }

    /// <summary>Whether it was scheduled when the queue was paused, and is again when it goes on.</summary>
    public bool SendOn { get; private set; }

    /// <summary>Whether the post still waits where the queue put it.</summary>
    internal bool Holds(Post post, Instant now) =>
        post.ArchivedAt is null && post.IsOpen && post.Status is not (PostStatus.Expired or PostStatus.OnHold) && post.Meant == At && (At is null || post.DueAt > now);

    internal void Take(LocalDateTime at) => (At, Place, SendOn) = (at, 0, false);

    internal void Wait(int place, bool sendOn) => (At, Place, SendOn) = (null, place, sendOn);
}

internal sealed class PostQueueStorage : IEntityTypeConfiguration<PostQueue>
{
    public void Configure(EntityTypeBuilder<PostQueue> builder)
    {
        builder.ToTable("post_queues");
        builder.Property(queue => queue.Name).HasMaxLength(80);
        builder.Property(queue => queue.Accounts).AsJson();
        builder.Property(queue => queue.Slots).AsJson();
        builder.HasIndex(queue => queue.Brand);
    }
}

internal sealed class QueuedPostStorage : IEntityTypeConfiguration<QueuedPost>
{
    public void Configure(EntityTypeBuilder<QueuedPost> builder)
    {
        builder.ToTable("queued_posts");
        builder.HasIndex(queued => queued.Queue);
        builder.HasIndex(queued => queued.Post).IsUnique();
    }
}
