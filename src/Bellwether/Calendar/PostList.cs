using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>A brand's posts, newest first, with filters; also those without a slot.</summary>
/// <param name="Text">Words in the title or the shared text.</param>
/// <param name="Slotless">Only posts without a slot: the ideas waiting for a time.</param>
/// <param name="Archived">The archive instead of the living posts.</param>
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
    bool Slotless = false,
    bool Archived = false,
    string? After = null,
    int Take = 100) : IQuery<Page<CalendarEntry>>
{
    internal sealed class Handler(Db db) : IHandle<PostList, Page<CalendarEntry>>
    {
        public async Task<Page<CalendarEntry>> HandleAsync(PostList request, CancellationToken cancel)
        {
            Rule.Require(request.Take is >= 1 and <= Paging.Most, "take-out-of-range", $"A page has 1 to {Paging.Most} items.", "take");
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var posts = db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Brand == request.Brand && (post.ArchivedAt != null) == request.Archived)
                .On(db, request.Account, request.Network)
                .Where(post => (request.Status == null || post.Status == request.Status)
                    && (request.Theme == null || post.Theme == request.Theme)
                    && (request.Plan == null || post.Plan == request.Plan)
                    && (request.Goal == null || post.Goal == request.Goal)
                    && (!request.Slotless || post.DueAt == null));
            if (!string.IsNullOrWhiteSpace(request.Text))
            {
                var words = request.Text.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower(); a culture or a comparison cannot be.
                posts = posts.Where(post => post.Title.ToLower().Contains(words) || post.Text.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
            }

            if (request.After is { } after)
            {
                Rule.Require(Id<Post>.TryParse(after, null, out var cursor), "after-invalid", "This is no place in the list. Start again without “after”.", "after");
                posts = posts.Where(post => post.Id.CompareTo(cursor) < 0);
            }

            var entries = await CalendarEntries.ReadAsync(posts.OrderByDescending(post => post.Id).Take(request.Take + 1), brand.Zone, cancel);
            return new Page<CalendarEntry>([.. entries.Take(request.Take)], entries.Count > request.Take ? entries[request.Take - 1].Post.ToString() : null);
        }
    }
}
