using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Moves a post to another local time of the brand, or gives it its first slot; moving back is the undo. A time that has passed is 422.</summary>
/// <param name="At">Local time in the brand's zone; null takes the slot away, which a scheduled post refuses.</param>
[Needs(Permission.WritePosts)]
public sealed record MovePost(Id<Post> Post, LocalDateTime? At = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, Scheduling scheduling) : IHandle<MovePost, PostView>
    {
        public async Task<PostView> HandleAsync(MovePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            if (request.At is not { } at)
            {
                post.LoseSlot();
                journal.Say($"took “{post.Title}” out of the calendar", post.Brand.Value, post.Plan?.Value, post.Id);
                return PostView.Of(post);
            }

            var from = post.DueAt;
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            if (post.MoveTo(Slot.Of(at, brand.Zone), clock.Now()))
            {
                scheduling.TellMoved(post, from!.Value);
            }

            journal.Say($"moved “{post.Title}” to {post.Slot}", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
