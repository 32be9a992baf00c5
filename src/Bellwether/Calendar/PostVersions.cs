using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>One version of a post.</summary>
/// <param name="Author">The member who wrote it; null for the program.</param>
/// <param name="Changes">What differs from the version before.</param>
/// <param name="Current">Whether it is what the post says now.</param>
/// <param name="Approved">Whether it is the one somebody approved.</param>
public sealed record PostVersionView(int Number, Guid? Author, string By, Instant At, IReadOnlyList<PostChange> Changes, PostWording Wording, bool Current, bool Approved);

/// <summary>The versions of a post with who wrote each and what it changed, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record PostVersions(Id<Post> Post) : IQuery<IReadOnlyList<PostVersionView>>
{
    private const int Most = 100;

    internal sealed class Handler(Db db) : IHandle<PostVersions, IReadOnlyList<PostVersionView>>
    {
        public async Task<IReadOnlyList<PostVersionView>> HandleAsync(PostVersions request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var versions = await db.Set<PostVersion>().AsNoTracking().Where(row => row.Post == post.Id).OrderByDescending(row => row.Number).Take(Most + 1).ToListAsync(cancel);
            return [.. versions.Take(Most).Select((version, place) => new PostVersionView(
                version.Number, version.Author, version.By, version.CreatedAt,
                place + 1 < versions.Count ? version.Wording.Since(versions[place + 1].Wording) : [],
                version.Wording, version.Number == post.Revision, version.Number == post.ApprovedRevision))];
        }
    }
}
