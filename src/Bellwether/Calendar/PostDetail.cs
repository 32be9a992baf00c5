using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>One post with its variants, its slot and what can be done with it.</summary>
[Needs(Permission.Read)]
public sealed record PostDetail(Id<Post> Post) : IQuery<PostView>
{
    internal sealed class Handler(Db db) : IHandle<PostDetail, PostView>
    {
        public async Task<PostView> HandleAsync(PostDetail request, CancellationToken cancel) =>
            PostView.Of(await db.FindAsync(request.Post, "post", cancel));
    }
}
