using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Says how far the idea for a post has come: a thought, being written, or ready for a day. A post without words is not ready (422).</summary>
[Needs(Permission.WritePosts)]
public sealed record StagePost(Id<Post> Post, IdeaStage Stage) : ICommand<PostView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<StagePost, PostView>
    {
        public async Task<PostView> HandleAsync(StagePost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.StandAt(request.Stage);
            journal.Say($"put “{post.Title}” among {Words(request.Stage)}", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }

        private static string Words(IdeaStage stage) => stage switch
        {
            IdeaStage.Idea => "the ideas",
            IdeaStage.Drafting => "what is being written",
            _ => "what is ready",
        };
    }
}
