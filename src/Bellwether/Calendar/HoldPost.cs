using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Takes a post out of the flow; a scheduled one is unscheduled, and nothing of it goes out.</summary>
[Needs(Permission.WritePosts)]
public sealed record HoldPost(Id<Post> Post, [property: MaxLength(1000)] string? Why = null, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, Scheduling scheduling) : IHandle<HoldPost, PostView>
    {
        public async Task<PostView> HandleAsync(HoldPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var wasScheduled = post.Status == PostStatus.Scheduled;
            post.Hold(request.Why);
            db.Raise(new ReviewMoved(post.Id));
            if (wasScheduled)
            {
                scheduling.TellUnscheduled(post);
            }

            journal.Say($"put “{post.Title}” on hold", post.Brand.Value, post.Plan?.Value, post.Id, request.Why);
            return PostView.Of(post);
        }
    }
}

/// <summary>Brings a post that was held, expired, missed or refused back as a draft.</summary>
[Needs(Permission.WritePosts)]
public sealed record ResumePost(Id<Post> Post, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<ResumePost, PostView>
    {
        public async Task<PostView> HandleAsync(ResumePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            post.Resume();
            journal.Say($"took “{post.Title}” up again", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
