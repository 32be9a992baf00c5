using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Puts a post into the archive; restoring is the undo. One that is about to go out is refused (422).</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchivePost(Id<Post> Post) : ICommand<PostView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ArchivePost, PostView>
    {
        public async Task<PostView> HandleAsync(ArchivePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Archive(clock.Now());
            journal.Say($"archived the post “{post.Title}”", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}

/// <summary>Takes a post out of the archive.</summary>
[Needs(Permission.WritePosts)]
public sealed record RestorePost(Id<Post> Post) : ICommand<PostView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RestorePost, PostView>
    {
        public async Task<PostView> HandleAsync(RestorePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Restore();
            journal.Say($"restored the post “{post.Title}”", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}

/// <summary>Copies a post as a new draft, with its variants and its intent, without its slot unless one is given.</summary>
[Needs(Permission.WritePosts)]
public sealed record DuplicatePost(Id<Post> Post, NodaTime.LocalDateTime? At = null) : ICommand<PostView>
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal) : IHandle<DuplicatePost, PostView>
    {
        public async Task<PostView> HandleAsync(DuplicatePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            var copy = new Post(post.Brand, post.Title, post.Text, current.MemberKey);
            copy.Serve(post.Plan, post.Goal, post.Unguided, post.Action, post.Theme, post.Campaign);
            copy.Tell([.. post.Variants.OrderBy(variant => variant.Place).Select(variant => variant.Draft())]);
            if (request.At is { } at)
            {
                var brand = await db.FindAsync(post.Brand, "brand", cancel);
                copy.MoveTo(Slot.Of(at, brand.Zone), clock.Now());
            }

            db.Add(copy);
            journal.Say($"copied the post “{post.Title}”", copy.Brand.Value, copy.Plan?.Value, copy.Id);
            return PostView.Of(copy);
        }
    }
}
