using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>
/// Publishes a post now: it is scheduled for this moment and goes out with the next round, a second or two later. It
/// passes the same checks as any other: what the precheck blocks, a missing approval too, is 422.
/// </summary>
/// <param name="OverrideReason">Why identical texts may go out although the brand forbids them; for those who run the plan.</param>
[Needs(Permission.Publish)]
public sealed record PublishPost(Id<Post> Post, [property: MaxLength(1000)] string? OverrideReason = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, Scheduling scheduling) : IHandle<PublishPost, PostView>
    {
        public async Task<PostView> HandleAsync(PublishPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            var now = clock.Now();
            post.MoveTo(Slot.Now(now, brand.Zone), now);
            await scheduling.PassReviewAsync(post, now, cancel);
            await scheduling.ScheduleAsync(post, now, request.OverrideReason, cancel);
            journal.Say($"published “{post.Title}” at once", post.Brand.Value, post.Plan?.Value, post.Id, request.OverrideReason);
            return PostView.Of(post);
        }
    }
}
