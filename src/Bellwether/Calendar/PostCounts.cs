using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>How many posts have a status.</summary>
public sealed record PostCount(PostStatus Status, int Count);

/// <summary>How many living posts of a brand have each status, under the filters of the calendar: the heads of the columns of its board.</summary>
/// <param name="Author">Only posts of this member.</param>
/// <param name="Text">Words in the title or the shared text.</param>
[Needs(Permission.Read)]
public sealed record PostCounts(
    Id<Brand> Brand, Id<SocialAccount>? Account = null, string? Network = null, Id<ContentPillar>? Theme = null, Id<Campaign>? Campaign = null, Id<Goal>? Goal = null, Id<Member>? Author = null,
    string? Text = null) : IQuery<IReadOnlyList<PostCount>>
{
    internal sealed class Handler(Db db) : IHandle<PostCounts, IReadOnlyList<PostCount>>
    {
        public async Task<IReadOnlyList<PostCount>> HandleAsync(PostCounts request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var filter = new PostFilter(request.Account, request.Network, null, request.Theme, request.Campaign, request.Goal, request.Author, request.Text);
            var counts = await filter.Of(db, db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Brand == brand.Id && post.ArchivedAt == null))
                .GroupBy(post => post.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
            return [.. counts.OrderBy(count => count.Key).Select(count => new PostCount(count.Key, count.Count))];
        }
    }
}
