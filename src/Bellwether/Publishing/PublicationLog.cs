using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Writes a publication's log, tells the post how all of its publications stand, and the journal what ended.</summary>
[Scoped]
public sealed class PublicationLog(Db db, TimeProvider clock, IEnumerable<IRecordHappenings> records)
{
    /// <summary>A number from 0 to 1, to spread tries.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "Spreading tries needs no secrecy.")]
    internal double Chance() => Random.Shared.NextDouble();

    /// <summary>Adds a finished line.</summary>
    internal Task TellAsync(Publication publication, AttemptKind kind, AttemptResult result, string words, CancellationToken cancel, string? raw = null)
    {
        db.Add(Attempt.Told(publication, kind, result, words, clock.Now(), raw));
        return Task.CompletedTask;
    }

    /// <summary>The post's own status follows from its publications.</summary>
    internal async Task<Post?> FollowAsync(Publication publication, CancellationToken cancel)
    {
        var (post, others) = await FollowAsync(publication.Post, cancel);
        if (others)
        {
            db.Raise(new PublicationMoved(publication.Post));
        }

        return post;
    }

    /// <summary>Derives a post's status from its publications; says whether another one may end at the same moment.</summary>
    internal async Task<(Post? Post, bool Others)> FollowAsync(Id<Post> id, CancellationToken cancel)
    {
        // Where it is in memory it is changed as it stands there; a commit that meets another change says so.
        var post = await db.FindAsync<Post>([id], cancel);
        if (post is not { Status: >= PostStatus.Publishing or PostStatus.Scheduled })
        {
            return (post, false);
        }

        // Rows that are tracked come back as they stand in memory, so the change under way counts.
        var siblings = await db.Set<Publication>().Where(row => row.Post == id).ToListAsync(cancel);
        post.Follow([.. siblings.Select(row => row.Outcome)]);
        return (post, siblings.Count > 1);
    }

    /// <summary>An account whose credentials ended is marked, so that nothing else is tried with them.</summary>
    internal async Task BreakIfStoppedAsync(Publication publication, ErrorKind kind, string why, CancellationToken cancel)
    {
        // A right to comment that is missing stops comments, and no posts.
        var stops = kind.StopsAccount() && !(publication.IsAtComment && kind == ErrorKind.PermissionMissing);
        if (stops && await db.Set<Connection>().FirstOrDefaultAsync(row => row.Account == publication.Account, cancel) is { } connection)
        {
            connection.Break(why, clock.Now());
        }
    }

    /// <summary>Writes what ended into the journal and the audit trail.</summary>
    internal void Journal(Publication publication, string what) =>
        Record([new Happening(what, publication.Brand.Value, publication.Plan?.Value, publication.Post.ToString(), null)]);

    private void Record(IReadOnlyList<Happening> happenings)
    {
        foreach (var record in records)
        {
            record.Record("Publishing", nameof(PublishDue), "", happenings);
        }
    }
}
