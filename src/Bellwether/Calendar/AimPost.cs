using Bellwether.Actions;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Says what a post is for: a goal of a plan, a campaign, an action, a theme, or explicitly no goal. Replaces what was said before; its tracked links count accordingly.</summary>
/// <param name="Campaign">The campaign it belongs to. A post that names no goal serves the campaign's, where that has exactly one.</param>
[Needs(Permission.WritePosts)]
public sealed record AimPost(Id<Post> Post, Id<Plan>? Plan = null, Id<Goal>? Goal = null, bool Unguided = false, Id<ActionItem>? Action = null, Id<ContentPillar>? Theme = null, Id<Campaign>? Campaign = null, int? IfVersion = null)
    : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, Journal journal, PostIntent intent, Scheduling scheduling) : IHandle<AimPost, PostView>
    {
        public async Task<PostView> HandleAsync(AimPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            await intent.SetAsync(post, request.Plan, request.Goal, request.Unguided, request.Action, request.Theme, request.Campaign, cancel);
            await scheduling.CountLinksAsync(post, cancel);
            journal.Say(request.Unguided ? $"left the post “{post.Title}” without a goal on purpose" : $"said what the post “{post.Title}” is for", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
