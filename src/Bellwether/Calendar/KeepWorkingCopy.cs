using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What you have typed on a post and not saved.</summary>
/// <param name="Revision">The version of the post it began from.</param>
public sealed record WorkingCopyView(int Revision, UnsavedPost Content, Instant KeptAt);

/// <summary>Somebody else who writes on the same post.</summary>
public sealed record OtherWriter(Guid Member, string By, Instant KeptAt);

/// <summary>How a post stands while it is written on.</summary>
/// <param name="Mine">What you typed and did not save, if anything.</param>
/// <param name="Others">Who else has typed something within the last half hour and not saved it.</param>
/// <param name="Revision">The version the post says now; another one than you began from means that somebody saved meanwhile.</param>
/// <param name="ChangedBy">Who wrote that version.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Version">What If-Match compares.</param>
public sealed record WritingView(WorkingCopyView? Mine, IReadOnlyList<OtherWriter> Others, int Revision, string? ChangedBy, Instant? ChangedAt, int Version);

/// <summary>Keeps what you have typed on a post without saving it. The post itself, its approval and its schedule stay as they are.</summary>
/// <param name="Revision">The version of the post you began from.</param>
[Needs(Permission.WritePosts)]
public sealed record KeepWorkingCopy(Id<Post> Post, UnsavedPost Content, int Revision) : ICommand<WorkingCopyView>, IUnremarked
{
    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock) : IHandle<KeepWorkingCopy, WorkingCopyView>
    {
        public async Task<WorkingCopyView> HandleAsync(KeepWorkingCopy request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var member = current.MemberKey ?? throw Rule.Forbidden("Only a member has a working copy. Change the post itself.");
            var copy = await db.Set<WorkingCopy>().FirstOrDefaultAsync(row => row.Post == post.Id && row.Member == member, cancel);
            if (copy is null)
            {
                db.Add(copy = new WorkingCopy(post, member, current.Name));
            }

            copy.Become(request.Content, request.Revision, clock.Now());
            return new WorkingCopyView(copy.Revision, copy.Content, copy.KeptAt);
        }
    }
}

/// <summary>Throws away what you typed on a post and did not save.</summary>
[Needs(Permission.WritePosts)]
public sealed record DropWorkingCopy(Id<Post> Post) : ICommand<Done>, IUnremarked
{
    internal sealed class Handler(Db db, ICurrent current) : IHandle<DropWorkingCopy, Done>
    {
        public async Task<Done> HandleAsync(DropWorkingCopy request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            await RemoveAsync(db, post.Id, current.MemberKey, cancel);
            return Done.It;
        }
    }

    /// <summary>What was saved is no longer kept beside.</summary>
    internal static async Task RemoveAsync(Db db, Id<Post> post, Guid? member, CancellationToken cancel)
    {
        if (member is { } key && await db.Set<WorkingCopy>().FirstOrDefaultAsync(row => row.Post == post && row.Member == key, cancel) is { } copy)
        {
            db.Remove(copy);
        }
    }
}

/// <summary>What you have typed on a post and not saved, who else writes on it, and whether somebody saved meanwhile.</summary>
[Needs(Permission.Read)]
public sealed record WorkingCopyOf(Id<Post> Post) : IQuery<WritingView>
{
    private static readonly Duration Lately = Duration.FromMinutes(30);

    internal sealed class Handler(Db db, ICurrent current, TimeProvider clock) : IHandle<WorkingCopyOf, WritingView>
    {
        public async Task<WritingView> HandleAsync(WorkingCopyOf request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var copies = await db.Set<WorkingCopy>().AsNoTracking().Where(row => row.Post == post.Id).ToListAsync(cancel);
            var last = await db.Set<PostVersion>().AsNoTracking().Where(row => row.Post == post.Id && row.Number == post.Revision).Select(row => new { row.By, row.CreatedAt }).FirstOrDefaultAsync(cancel);
            var since = clock.Now() - Lately;
            return new WritingView(
                copies.Find(copy => copy.Member == current.MemberKey) is { } mine ? new WorkingCopyView(mine.Revision, mine.Content, mine.KeptAt) : null,
                [.. copies.Where(copy => copy.Member != current.MemberKey && copy.KeptAt >= since).OrderBy(copy => copy.KeptAt).Select(copy => new OtherWriter(copy.Member, copy.By, copy.KeptAt))],
                post.Revision, last?.By, last?.CreatedAt, post.Version);
        }
    }
}
