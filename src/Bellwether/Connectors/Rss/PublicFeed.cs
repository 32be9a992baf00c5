using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Connectors.Rss;

/// <summary>A feed as everybody may read it.</summary>
/// <param name="Id">Stable for the life of the feed.</param>
/// <param name="Author">The brand.</param>
/// <param name="Updated">When anything in it changed last.</param>
public sealed record PublicFeedPage(Guid Id, string Title, string Author, Instant Updated, IReadOnlyList<PublicFeedEntry> Entries);

/// <summary>An entry of a feed, and its pictures by their ids.</summary>
/// <param name="Id">Stable for the life of the entry, whatever is changed in it.</param>
public sealed record PublicFeedEntry(Guid Id, string Title, string Html, string? Link, Instant Published, Instant Updated, IReadOnlyList<PublicFeedPicture> Pictures);

/// <summary>A picture of an entry.</summary>
public sealed record PublicFeedPicture(string Id, string ContentType, string Alt, long Bytes);

/// <summary>The newest entries of an account's feed; 404 unless the account is connected as a feed.</summary>
[Internal("Read by everybody, through the public feed.")]
public sealed record PublicFeed(Id<SocialAccount> Account) : IQuery<PublicFeedPage>
{
    private const int Newest = 50;

    internal sealed class Handler(Db db) : IHandle<PublicFeed, PublicFeedPage>
    {
        public async Task<PublicFeedPage> HandleAsync(PublicFeed request, CancellationToken cancel)
        {
            var connection = Rule.Found(await All<Connection>().FirstOrDefaultAsync(row => row.Account == request.Account && row.Network == "rss", cancel), "feed");
            var author = (await All<Brand>().FirstAsync(brand => brand.Id == connection.Brand, cancel)).Name;
            var entries = await All<FeedEntry>().Where(row => row.Account == request.Account).OrderByDescending(row => row.PublishedAt).Take(Newest).ToListAsync(cancel);
            var ids = entries.ConvertAll(entry => entry.Id);
            var pictures = (await All<FeedPicture>().Where(row => ids.Contains(row.Entry)).OrderBy(row => row.Place).Select(row => new { row.Entry, row.Id, row.ContentType, row.Alt, row.Content.Length }).ToListAsync(cancel)).ToLookup(row => row.Entry);
            return new PublicFeedPage(
                request.Account.Value, connection.Settings.GetValueOrDefault("title") ?? author, author, entries.Select(entry => entry.UpdatedAt).Append(connection.ConnectedAt).Max(),
                [
                    .. entries.Select(entry => new PublicFeedEntry(
                        entry.Id.Value, entry.Title, entry.Html, entry.Link, entry.PublishedAt, entry.UpdatedAt,
                        [.. pictures[entry.Id].Select(picture => new PublicFeedPicture(picture.Id.ToString(), picture.ContentType, picture.Alt, picture.Length))])),
                ]);
        }

        private IQueryable<T> All<T>()
            where T : Entity => db.Set<T>().IgnoreQueryFilters().AsNoTracking();
    }
}

/// <summary>The bytes of a picture in a feed; 404 when its entry is not there any more.</summary>
[Internal("Read by everybody, through the public feed.")]
public sealed record PublicPicture(Id<FeedPicture> Picture) : IQuery<PublicPictureContent>
{
    internal sealed class Handler(Db db) : IHandle<PublicPicture, PublicPictureContent>
    {
        public async Task<PublicPictureContent> HandleAsync(PublicPicture request, CancellationToken cancel)
        {
            var picture = Rule.Found(await db.Set<FeedPicture>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Picture, cancel), "picture");
            return new PublicPictureContent(picture.ContentType, picture.Content);
        }
    }
}

/// <summary>A picture's kind and its bytes.</summary>
public sealed record PublicPictureContent(string ContentType, byte[] Content);
