using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>
/// Follows a feed (RSS or Atom): it is read at once, what stands in it counts as known, and what comes later becomes ideas, drafts
/// or posts in a queue, each entry once. What cannot be read is 422. Letting posts go into a queue needs the right to publish (403).
/// </summary>
/// <param name="Address">The feed's address, or a page that names its feed.</param>
/// <param name="Name">What it is called here; its own title when absent.</param>
/// <param name="Accounts">For which accounts drafts are made; none for ideas.</param>
/// <param name="Wording">The words of the post, with {title}, {text} and {link}.</param>
[Needs(Permission.WritePosts)]
public sealed record FollowFeed(
    Id<Brand> Brand, [property: Required, MaxLength(2000)] string Address, [property: MaxLength(120)] string? Name = null, FeedUse Use = FeedUse.Idea,
    IReadOnlyList<Id<SocialAccount>>? Accounts = null, Id<PostQueue>? Queue = null, [property: MaxLength(2000)] string? Wording = null, int EveryMinutes = FollowedFeed.UsualMinutes) : ICommand<FollowedFeedView>
{
    private const int MostFeeds = 50;

    internal sealed class Handler(Db db, TimeProvider clock, ICurrent current, Journal journal, FeedReader reader, FeedPosts posts) : IHandle<FollowFeed, FollowedFeedView>
    {
        public async Task<FollowedFeedView> HandleAsync(FollowFeed request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var plan = await ChangeFollowedFeed.PlanAsync(db, current, brand.Id, request.Use, request.Accounts, request.Queue, request.Wording, request.EveryMinutes, cancel);
            var (address, now) = (reader.Address(request.Address), clock.Now());
            Rule.Require(await db.Set<FollowedFeed>().CountAsync(row => row.Brand == brand.Id, cancel) < MostFeeds, "too-many-feeds", $"A brand follows up to {MostFeeds} feeds. Remove one first.");
            var found = await TryFeed.ReadAsync(reader, address, cancel);
            Rule.Require(!await db.Set<FollowedFeed>().AnyAsync(row => row.Brand == brand.Id && row.Address == found.Address, cancel), "feed-followed", "This feed is followed already.", "address");
            var feed = new FollowedFeed(brand.Id, found.Address, string.IsNullOrWhiteSpace(request.Name) ? Called(found) : request.Name);
            feed.Become(feed.Name, plan);
            db.Add(feed);
            await posts.TakeAsync(feed, found.Document, only: true, cancel);
            feed.Read(0, found.ETag, found.LastModified, found.Document.Rests, now);
            journal.Say($"follows the feed “{feed.Name}”", brand.Id.Value, null, feed.Id);
            return FollowedFeedView.Of(feed);
        }

        private static string Called(FeedOutcome.Found found) => found.Document.Title.Length > 0 ? found.Document.Title : new Uri(found.Address).Host;
    }
}

/// <summary>Changes what a followed feed is called and what becomes of new entries; what was taken stays as it is.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangeFollowedFeed(
    Id<FollowedFeed> Feed, [property: Required, MaxLength(120)] string Name, FeedUse Use, IReadOnlyList<Id<SocialAccount>>? Accounts = null, Id<PostQueue>? Queue = null,
    [property: MaxLength(2000)] string? Wording = null, int EveryMinutes = FollowedFeed.UsualMinutes, int? IfVersion = null) : ICommand<FollowedFeedView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ICurrent current, Journal journal) : IHandle<ChangeFollowedFeed, FollowedFeedView>
    {
        public async Task<FollowedFeedView> HandleAsync(ChangeFollowedFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            feed.Expect(request.IfVersion);
            feed.Become(request.Name, await PlanAsync(db, current, feed.Brand, request.Use, request.Accounts, request.Queue, request.Wording, request.EveryMinutes, cancel));
            journal.Say($"changed the feed “{feed.Name}”", feed.Brand.Value, null, feed.Id);
            return FollowedFeedView.Of(feed);
        }
    }

    /// <summary>What a person said, with accounts and queue of the brand; others are 404.</summary>
    internal static async Task<FeedPlan> PlanAsync(Db db, ICurrent current, Id<Brand> brand, FeedUse use, IReadOnlyList<Id<SocialAccount>>? accounts, Id<PostQueue>? queue, string? wording, int minutes, CancellationToken cancel)
    {
        if (use == FeedUse.Queue && !current.May(Permission.Publish))
        {
            throw Rule.Forbidden("Letting posts go out needs the right to publish. Let them become drafts, or ask somebody who may.");
        }

        var ids = accounts ?? [];
        foreach (var id in ids)
        {
            Rule.Found(await db.Set<SocialAccount>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Brand == brand && row.ArchivedAt == null, cancel), "account");
        }

        if (queue is { } chosen)
        {
            Rule.Found(await db.Set<PostQueue>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == chosen && row.Brand == brand && row.RemovedAt == null, cancel), "queue");
        }

        return new FeedPlan(use, ids, queue, string.IsNullOrWhiteSpace(wording) ? FollowedFeed.UsualWording : wording, minutes);
    }
}
