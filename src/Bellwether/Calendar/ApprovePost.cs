using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Puts a draft up for approval.</summary>
[Needs(Permission.WritePosts)]
public sealed record SubmitPost(Id<Post> Post, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, Journal journal) : IHandle<SubmitPost, PostView>
    {
        public async Task<PostView> HandleAsync(SubmitPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            post.Submit(current.MemberKey);
            journal.Say($"put “{post.Title}” up for approval", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}

/// <summary>
/// Approves a post. With a slot ahead of it it is scheduled at once, provided the precheck has nothing against it (422).
/// With four eyes, approving one's own is 403; a slot that has passed meanwhile makes it expire (409).
/// </summary>
[Needs(Permission.ApprovePosts)]
public sealed record ApprovePost(Id<Post> Post, [property: MaxLength(1000)] string? OverrideReason = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, Scheduling scheduling) : IHandle<ApprovePost, PostView>
    {
        public async Task<PostView> HandleAsync(ApprovePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var now = clock.Now();
            if (post.Status == PostStatus.InReview && post.DueAt <= now)
            {
                throw Rule.Conflict("slot-passed", $"Its slot ({post.Slot}) has passed. Choose another time, then approve it.", "at");
            }

            var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, cancel);
            post.Approve(current.MemberKey, rules.FourEyes, now);
            if (post.Slot is not null)
            {
                await scheduling.ScheduleAsync(post, now, request.OverrideReason, cancel);
            }

            journal.Say(post.Slot is { } slot ? $"approved “{post.Title}”; it goes out {slot}" : $"approved “{post.Title}”", post.Brand.Value, post.Plan?.Value, post.Id, request.OverrideReason);
            return PostView.Of(post);
        }
    }
}

/// <summary>Sends a post back to its author with a reason; a scheduled one is unscheduled.</summary>
[Needs(Permission.ApprovePosts)]
public sealed record SendPostBack(Id<Post> Post, [property: Required, MaxLength(1000)] string Why, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, Scheduling scheduling) : IHandle<SendPostBack, PostView>
    {
        public async Task<PostView> HandleAsync(SendPostBack request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var wasScheduled = post.Status == PostStatus.Scheduled;
            post.SendBack(request.Why);
            if (wasScheduled)
            {
                scheduling.TellUnscheduled(post);
            }

            journal.Say($"sent “{post.Title}” back", post.Brand.Value, post.Plan?.Value, post.Id, request.Why);
            return PostView.Of(post);
        }
    }
}
