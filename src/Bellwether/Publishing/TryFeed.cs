using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>A feed as it stands now.</summary>
/// <param name="Address">Where it is, also when a page named it.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Newest">The newest of them, with the words that posts of them would have.</param>
public sealed record TriedFeed(string Address, string Title, int Entries, IReadOnlyList<TriedEntry> Newest);

/// <summary>An entry of a feed and what it would become.</summary>
public sealed record TriedEntry(string Title, string? Link, Instant? PublishedAt, string Post);

/// <summary>Reads a feed and shows what its newest entries would become; stores nothing. What cannot be read is 422 beside the address.</summary>
/// <param name="Wording">The words of a post, with {title}, {text} and {link}.</param>
[Needs(Permission.WritePosts)]
public sealed record TryFeed(Id<Brand> Brand, [property: Required, MaxLength(2000)] string Address, [property: MaxLength(2000)] string? Wording = null) : IQuery<TriedFeed>
{
    private const int Shown = 3;

    internal sealed class Handler(Db db, FeedReader reader, TimeProvider clock) : IHandle<TryFeed, TriedFeed>
    {
        public async Task<TriedFeed> HandleAsync(TryFeed request, CancellationToken cancel)
        {
            await db.FindAsync(request.Brand, "brand", cancel);
            var (found, now) = (await ReadAsync(reader, reader.Address(request.Address), cancel), clock.Now());
            var wording = string.IsNullOrWhiteSpace(request.Wording) ? FollowedFeed.UsualWording : request.Wording;
            return new TriedFeed(found.Address, found.Document.Title, found.Document.Items.Count,
                [.. found.Document.Items.OrderByDescending(item => item.PublishedAt ?? now).Take(Shown).Select(item => new TriedEntry(item.Title, item.Link, item.PublishedAt, FeedPosts.Words(wording, item)))]);
        }
    }

    /// <summary>Reads a feed as if for the first time; 422 beside the address when that does not work.</summary>
    internal static async Task<FeedOutcome.Found> ReadAsync(FeedReader reader, string address, CancellationToken cancel) => await reader.ReadAsync(address, null, null, cancel) switch
    {
        FeedOutcome.Found found => found,
        FeedOutcome.Failed failed => throw Rule.Broken("feed-unread", failed.Message, "address"),
        _ => throw Rule.Broken("feed-unread", "The server says that nothing changed, although it was asked for the first time.", "address"),
    };
}
