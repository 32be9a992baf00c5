using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>A feed that is followed.</summary>
/// <param name="Problem">Why it could not be read last time; null while all is well.</param>
/// <param name="NewAt">When something new was last in it.</param>
/// <param name="Made">How many entries became posts or ideas.</param>
public sealed record FollowedFeedView(
    Id<FollowedFeed> Id, string Name, string Address, FeedUse Use, IReadOnlyList<Id<SocialAccount>> Accounts, Id<PostQueue>? Queue, string Wording, int EveryMinutes,
    Instant? ReadAt, Instant NextAt, Instant? NewAt, int Made, string? Problem, Instant? PausedAt, int Version) : IVersioned
{
    internal static FollowedFeedView Of(FollowedFeed feed) => new(
        feed.Id, feed.Name, feed.Address, feed.Use, feed.Accounts, feed.Queue, feed.Wording, feed.EveryMinutes, feed.ReadAt, feed.NextAt, feed.NewAt, feed.Made, feed.Problem, feed.PausedAt, feed.Version);
}

/// <summary>The feeds a brand follows, by name.</summary>
[Needs(Permission.Read)]
public sealed record FollowedFeedList(Id<Brand> Brand) : IQuery<IReadOnlyList<FollowedFeedView>>
{
    internal sealed class Handler(Db db) : IHandle<FollowedFeedList, IReadOnlyList<FollowedFeedView>>
    {
        public async Task<IReadOnlyList<FollowedFeedView>> HandleAsync(FollowedFeedList request, CancellationToken cancel)
        {
            await db.FindAsync(request.Brand, "brand", cancel);
            return [.. (await db.Set<FollowedFeed>().AsNoTracking().Where(row => row.Brand == request.Brand).ToListAsync(cancel)).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase).Select(FollowedFeedView.Of)];
        }
    }
}
