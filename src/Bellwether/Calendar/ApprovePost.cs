using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Puts a draft up for approval; 422 where the brand's posts are not approved.</summary>
[Needs(Permission.WritePosts)]
public sealed record SubmitPost(Id<Post> Post, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, Journal journal) : IHandle<SubmitPost, PostView>
    {
        public async Task<PostView> HandleAsync(SubmitPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var rules = await CalendarRulesOf.ReadAsync(db, post.Brand, post.Plan, cancel);
            Rule.Require(rules.Approval != ApprovalMode.None, "approval-not-used", "These posts are not approved. Schedule it, or change the rules of the calendar.");
            post.Submit(current.MemberKey);
            db.Raise(new ReviewMoved(post.Id));
            journal.Say($"put “{post.Title}” up for approval", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}

/// <summary>
/// Says yes to a post as it stands, for the step its approval waits at; with the last step it is approved. With a slot ahead
/// of it it is then scheduled at once, provided the precheck has nothing against it (422). With four eyes, approving one's
/// own is 403, as is a step that waits for others; a slot that has passed meanwhile makes it expire (409).
/// </summary>
/// <param name="Note">What to say beside the yes.</param>
[Needs(Permission.ApprovePosts)]
public sealed record ApprovePost(Id<Post> Post, [property: MaxLength(1000)] string? OverrideReason = null, [property: MaxLength(2000)] string? Note = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, Scheduling scheduling, ApprovalDesk desk) : IHandle<ApprovePost, PostView>
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

            PostMoves.Make(post.Status, PostMove.Approve);
            Id<Member>? member = current.MemberKey is { } key ? new Id<Member>(key) : null;
            var (last, step) = await desk.SayYesAsync(post, member, current.Name, request.Note, cancel);
            db.Raise(new ReviewMoved(post.Id));
            if (!last)
            {
                post.Wait();
                journal.Say($"said yes to “{post.Title}” for the step “{step}”", post.Brand.Value, post.Plan?.Value, post.Id, request.Note);
                return PostView.Of(post);
            }

            post.Approve(current.MemberKey, fourEyes: false, now);
            post.BindApproval();
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
            db.Raise(new ReviewMoved(post.Id));
            if (wasScheduled)
            {
                scheduling.TellUnscheduled(post);
            }

            journal.Say($"sent “{post.Title}” back", post.Brand.Value, post.Plan?.Value, post.Id, request.Why);
            return PostView.Of(post);
        }
    }
}
