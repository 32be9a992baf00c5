using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

/// <summary>What a post said at some time, who made it say so, and when. Never changed: going back makes a new version.</summary>
public sealed class PostVersion : Entity<PostVersion>
{
    private PostVersion()
    {
    }

    internal PostVersion(Post post, PostWording wording, Guid? author, string by)
    {
        (Post, Brand, Plan, Number, Wording, Author) = (post.Id, post.Brand, post.Plan, post.Revision, wording, author);
        By = by.Length > 120 ? by[..120] : by;
    }

    public Id<Post> Post { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>1 for the first, one more with each change of the words.</summary>
    public int Number { get; private set; }

    /// <summary>The member who wrote it; null for the program and for people without an account.</summary>
    public Guid? Author { get; private set; }

    public string By { get; private set; } = "";

    public PostWording Wording { get; private set; } = new("", "", []);
}

internal sealed class PostVersionStorage : IEntityTypeConfiguration<PostVersion>
{
    public void Configure(EntityTypeBuilder<PostVersion> builder)
    {
        builder.ToTable("post_versions");
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Wording).AsJson();
        builder.HasIndex(row => new { row.Post, row.Number }).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}

/// <summary>
/// Keeps a version of every post whose words a command changed, whichever command it was. A post that was approved by
/// somebody and says something else now needs a new approval: nothing else may be forgotten here.
/// </summary>
internal sealed class KeepPostVersions(Db db, ICurrent current) : IRecordHappenings
{
    public void Record(string step, string request, string summary, IReadOnlyList<Happening> happenings)
    {
        // Looking for changes once more would cost every command; a post says by itself that it was written on.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var post in db.ChangeTracker.Entries<Post>().Where(entry => entry.Entity.IsTouched && entry.State is not (EntityState.Deleted or EntityState.Detached)).Select(entry => entry.Entity).ToList())
            {
                if (post.Keep(current.MemberKey, current.Name) is { } version)
                {
                    db.Add(version);
                    Void(post);
                }
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private void Void(Post post)
    {
        if (post.ApprovedRevision is not null && post.ApprovedRevision != post.Revision)
        {
            var waited = post.Status == PostStatus.Scheduled;
            post.Reopen();
            if (waited)
            {
                db.Raise(new PostUnscheduled(post.Id, post.Brand, post.Plan));
            }
        }
    }
}
