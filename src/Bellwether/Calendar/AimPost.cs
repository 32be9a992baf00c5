using Bellwether.Actions;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Says what a post is for: a goal of a plan, an action, a theme, or explicitly no goal. Replaces what was said before.</summary>
[Needs(Permission.WritePosts)]
public sealed record AimPost(Id<Post> Post, Id<Plan>? Plan = null, Id<Goal>? Goal = null, bool Unguided = false, Id<ActionItem>? Action = null, Id<ContentPillar>? Theme = null, int? IfVersion = null)
    : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, PostIntent intent) : IHandle<AimPost, PostView>
    {
        public async Task<PostView> HandleAsync(AimPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            await intent.SetAsync(post, request.Plan, request.Goal, request.Unguided, request.Action, request.Theme, cancel);
            journal.Say(request.Unguided ? $"left the post “{post.Title}” without a goal on purpose" : $"said what the post “{post.Title}” is for", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
