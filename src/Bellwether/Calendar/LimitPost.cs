using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Says until when a post holds, or takes the limit away. When the time is over, what is not out never goes out, and what
/// is out is marked or taken back. An end that has passed or lies before the slot is 422.
/// </summary>
/// <param name="Until">Local time in the brand's zone; null for a post that holds for good.</param>
/// <param name="Then">What happens to it where it is out.</param>
[Needs(Permission.WritePosts)]
public sealed record LimitPost(Id<Post> Post, LocalDateTime? Until = null, AtExpiry Then = AtExpiry.Mark, int? IfVersion = null) : ICommand<PostView>, IExpectsVersion
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<LimitPost, PostView>
    {
        public async Task<PostView> HandleAsync(LimitPost request, CancellationToken cancel)
        {
            var post = await db.FindAsync(request.Post, "post", cancel);
            post.Expect(request.IfVersion);
            var brand = await db.FindAsync(post.Brand, "brand", cancel);
            post.HoldUntil(request.Until, brand.Zone, request.Then, clock.Now());
            journal.Say(request.Until is { } until ? $"let “{post.Title}” hold until {until:d MMM, HH:mm}" : $"let “{post.Title}” hold for good", post.Brand.Value, post.Plan?.Value, post.Id);
            return PostView.Of(post);
        }
    }
}
