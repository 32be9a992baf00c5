using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Schedules a post for a local time of the brand. Where no approval is needed a draft is scheduled at once; a time that
/// has passed, or anything the precheck blocks, is 422.
/// </summary>
/// <param name="At">Local time in the brand's zone; absent keeps the slot it has.</param>
/// <param name="OverrideReason">Why identical texts may go out although the brand forbids them; for those who run the plan.</param>
[Needs(Permission.Publish)]
public sealed record SchedulePost(Id<Post> Post, LocalDateTime? At = null, [property: MaxLength(1000)] string? OverrideReason = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, Scheduling scheduling) : IHandle<SchedulePost, PostView>
    {
        public async Task<PostView> HandleAsync(SchedulePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var now = clock.Now();
            if (request.At is { } at)
            {
                var brand = await db.FindAsync(post.Brand, "brand", cancel);
                post.MoveTo(Slot.Of(at, brand.Zone), now);
            }

            Rule.Require(post.Slot is not null, "no-slot", "It has no time yet. Choose one.", "at");
            await scheduling.PassReviewAsync(post, now, cancel);
            await scheduling.ScheduleAsync(post, now, request.OverrideReason, cancel);
            journal.Say($"scheduled “{post.Title}” for {post.Slot}", post.Brand.Value, post.Plan?.Value, post.Id, request.OverrideReason);
            return PostView.Of(post);
        }
    }
}

/// <summary>Takes a scheduled post's schedule back; its slot and approval stay.</summary>
[Needs(Permission.Publish)]
public sealed record UnschedulePost(Id<Post> Post, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, Scheduling scheduling) : IHandle<UnschedulePost, PostView>
    {
        public async Task<PostView> HandleAsync(UnschedulePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            post.Unschedule();
            scheduling.TellUnscheduled(post);
            journal.Say($"unscheduled “{post.Title}”", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
