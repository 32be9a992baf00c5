using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What can be done to several posts at once.</summary>
public enum BulkVerb
{
    /// <summary>By some days, each at its own time of day.</summary>
    Shift,

    /// <summary>To one time of day, each on its own day.</summary>
    SetTime,

    /// <summary>To one day, each at its own time of day; posts without a time get the one that is named.</summary>
    SetDay,

    /// <summary>Puts them up for approval.</summary>
    Submit,

    /// <summary>Says yes to them.</summary>
    Approve,

    /// <summary>Schedules them for the time they have.</summary>
    Schedule,

    /// <summary>Takes the schedule back; time and approval stay.</summary>
    Unschedule,

    /// <summary>Takes them out of the flow.</summary>
    Hold,

    /// <summary>Back into the flow, as drafts.</summary>
    Resume,

    /// <summary>Takes them out of the calendar: they are ideas without a day again.</summary>
    TakeOut,

    /// <summary>Into the archive.</summary>
    Archive,

    /// <summary>Out of the archive.</summary>
    Restore,
}

/// <summary>One post of a change: where it stood before, and its version afterwards.</summary>
public sealed record ChangedPost(Id<Post> Post, PostStanding Before, int Version);

/// <summary>A change of several posts, kept so that it can be taken back as a whole.</summary>
public sealed class BulkChange : Entity<BulkChange>
{
    private BulkChange()
    {
    }

    public BulkChange(Id<Brand> brand, BulkVerb change, Guid? by, IReadOnlyList<ChangedPost> posts) => (Brand, Change, By, Posts) = (brand, change, by, posts);

    public Id<Brand> Brand { get; private set; }

    public BulkVerb Change { get; private set; }

    /// <summary>The member who did it.</summary>
    public Guid? By { get; private set; }

    public IReadOnlyList<ChangedPost> Posts { get; private set; } = [];

    public Instant? UndoneAt { get; private set; }

    /// <summary>Taken back once, by whoever did it or who runs the plan.</summary>
    public void Undo(Guid? by, bool mayRun, Instant now)
    {
        Rule.Stands(UndoneAt is null, "change-undone", "This change was taken back already.");
        if (by != By && !mayRun)
        {
            throw Rule.Forbidden("Somebody else made this change. Ask them, or whoever runs the plan.");
        }

        UndoneAt = now;
    }
}

internal sealed class BulkChangeStorage : IEntityTypeConfiguration<BulkChange>
{
    public void Configure(EntityTypeBuilder<BulkChange> builder)
    {
        builder.ToTable("bulk_changes");
        builder.Property(change => change.Posts).AsJson();
        builder.HasIndex(change => change.Brand);
    }
}
