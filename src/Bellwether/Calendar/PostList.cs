using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>On which side of now the slot of a post lies.</summary>
public enum PostSide
{
    /// <summary>Every post, the last written first.</summary>
    Any,

    /// <summary>What is still to come, the next first.</summary>
    Ahead,

    /// <summary>What is over, the latest first.</summary>
    Past,
}

/// <summary>A brand's posts with filters, the last written first, or by time what is ahead or past; also those without a slot.</summary>
/// <param name="Text">Words in the title or the shared text.</param>
/// <param name="Slotless">Only posts without a slot: the ideas waiting for a time.</param>
/// <param name="Archived">The archive instead of the living posts.</param>
/// <param name="Side">Only posts whose time is ahead, or past.</param>
/// <param name="Author">Only posts of this member.</param>
[Needs(Permission.Read)]
public sealed record PostList(
    Id<Brand> Brand,
    string? Text = null,
    PostStatus? Status = null,
    Id<SocialAccount>? Account = null,
    string? Network = null,
    Id<ContentPillar>? Theme = null,
    Id<Plan>? Plan = null,
    Id<Goal>? Goal = null,
    Id<Campaign>? Campaign = null,
    bool Slotless = false,
    bool Archived = false,
    PostSide Side = PostSide.Any,
    Id<Member>? Author = null,
    string? After = null,
    int Take = 100) : IQuery<Page<CalendarEntry>>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PostList, Page<CalendarEntry>>
    {
        public async Task<Page<CalendarEntry>> HandleAsync(PostList request, CancellationToken cancel)
        {
            Rule.Require(request.Take is >= 1 and <= Paging.Most, "take-out-of-range", $"A page has 1 to {Paging.Most} items.", "take");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var filter = new PostFilter(request.Account, request.Network, request.Status, request.Theme, request.Campaign, request.Goal, request.Author, request.Text);
            var posts = filter.Of(db, db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Brand == request.Brand && (post.ArchivedAt != null) == request.Archived
                && (request.Plan == null || post.Plan == request.Plan)
                && (!request.Slotless || post.DueAt == null)));
            posts = Ordered(posts, request.Side, clock.Now(), await CursorAsync(request.After, cancel));
            var entries = await CalendarEntries.ReadAsync(db, posts.Take(request.Take + 1), brand.Zone, cancel);
            return new Page<CalendarEntry>([.. entries.Take(request.Take)], entries.Count > request.Take ? entries[request.Take - 1].Post.ToString() : null);
        }

        private static IQueryable<Post> Ordered(IQueryable<Post> posts, PostSide side, Instant now, Cursor? after) => side switch
        {
            PostSide.Ahead => posts.Where(post => post.DueAt >= now && (after == null || post.DueAt > after.DueAt || (post.DueAt == after.DueAt && post.Id.CompareTo(after.Id) > 0)))
                .OrderBy(post => post.DueAt).ThenBy(post => post.Id),
            PostSide.Past => posts.Where(post => post.DueAt < now && (after == null || post.DueAt < after.DueAt || (post.DueAt == after.DueAt && post.Id.CompareTo(after.Id) < 0)))
                .OrderByDescending(post => post.DueAt).ThenByDescending(post => post.Id),
            _ => posts.Where(post => after == null || post.Id.CompareTo(after.Id) < 0).OrderByDescending(post => post.Id),
        };

        private async Task<Cursor?> CursorAsync(string? after, CancellationToken cancel)
        {
            if (after is null)
            {
                return null;
            }

            Rule.Require(Id<Post>.TryParse(after, null, out var id), "after-invalid", "This is no place in the list. Start again without “after”.", "after");
            return new Cursor(id, await db.Set<Post>().Where(post => post.Id == id).Select(post => post.DueAt).FirstOrDefaultAsync(cancel));
        }

        private sealed record Cursor(Id<Post> Id, Instant? DueAt);
    }
}
