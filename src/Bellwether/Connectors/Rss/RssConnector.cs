using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Rss;

/// <summary>
/// Publishes to a feed that this program serves itself (Atom, RFC 4287): a post is out when its entry is stored, once for each
/// key, so a repeated call changes nothing.
/// </summary>
public sealed class RssConnector(RssFeeds feeds, PublicAddress here, TimeProvider clock) : IConnector, IEditPosts
{
    private const string Gone = "The account of this feed is not there any more.";

    public string Network => "rss";

    public bool RepeatIsSafe => true;

    public ConnectionGuide Guide { get; } = new(
        "This program serves the feed itself, to everybody who knows its address; there is nothing to sign in to.",
        [
            "Give the feed a title; readers list it under that.",
            "After connecting, test the connection: it says the feed's address. Follow it in a reader, and link to it from your site.",
            "The address begins with the one the program was started with (--public-url); set that first, so that others reach it.",
        ],
        [new ConnectionField("title", "Title of the feed", false, true, "Such as “News from Taco Loco”.")]);

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel) =>
        await feeds.WithAsync<SocialAccount>(access, (_, account) => Task.FromResult<SocialAccount?>(account), cancel) is null ? new CheckOutcome(false, Gone, Kind: ErrorKind.AuthRevoked)
        : here.IsLocal
            ? new CheckOutcome(true, $"The feed is at {Address(access)}, which nobody outside reaches. Start the program with --public-url and the address under which the world finds it.")
            : new CheckOutcome(true, $"The feed is at {Address(access)}.");

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) => Task.FromResult<PrepareOutcome>(
        post.Text.Trim().Length == 0 && post.Media.Count == 0
            ? new PrepareOutcome.Failed(ErrorKind.ContentInvalid, "An entry of a feed needs a text or a picture.")
            : new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) => new(
        key ?? post.PartKey,
        new JsonObject { ["title"] = Title(post), ["html"] = Html(post), ["link"] = post.Link, ["alt"] = new JsonArray([.. post.Media.Select(media => (JsonNode)media.AltText)]) }.ToJsonString(HouseJson.Options), now);

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var body = (JsonObject)JsonNode.Parse(call.Payload)!;
        var files = new List<byte[]>();
        foreach (var one in media)
        {
            files.Add(await Answers.BytesAsync(one, cancel));
        }

        var stored = await feeds.AddAsync(
            access, account =>
            {
                var entry = new FeedEntry(account, call.ClientKey, Answers.Text(body["title"])!, Answers.Text(body["html"])!, Answers.Text(body["link"]), clock.Now());
                return (entry, [.. media.Select((one, place) => new FeedPicture(entry, place, one.ContentType, one.AltText, files[place]))]);
            },
            call.ClientKey, cancel);
        return stored is null ? new SendOutcome.Rejected(ErrorKind.AuthRevoked, Gone) : new SendOutcome.Confirmed(Post(access, stored));
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        await feeds.WithAsync(access, (db, account) => RssFeeds.FindAsync(db, account, call.ClientKey, cancel), cancel) is { } entry ? new ReconcileOutcome.Found(Post(access, entry)) : new ReconcileOutcome.NotThere();

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        await feeds.WithAsync(
            access, async (db, account) =>
            {
                if (await RssFeeds.FindAsync(db, account, remoteId, cancel) is { } entry)
                {
                    db.RemoveRange(db.Set<FeedPicture>().Where(picture => picture.Entry == entry.Id));
                    db.Remove(entry);
                    await db.SaveAsync(cancel);
                }

                return account;
            }, cancel);
        return new DeleteOutcome.Gone();
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel) =>
        await feeds.WithAsync(
            access, async (db, account) =>
            {
                if (await RssFeeds.FindAsync(db, account, remoteId, cancel) is not { } entry)
                {
                    return null;
                }

                entry.Reword(Title(post), Html(post), post.Link ?? entry.Link, clock.Now());
                await db.SaveAsync(cancel);
                return entry;
            }, cancel) is { } changed ? new EditOutcome.Changed(Post(access, changed)) : new EditOutcome.Failed(ErrorKind.NotFound, "The entry is not in the feed any more.");

    private static string Title(OutgoingPost post) => Article.Title(post) is { Length: <= 255 } title ? title : Article.Title(post)[..255];

    private static string Html(OutgoingPost post) => string.Concat(Article.Paragraphs(post.TextWithLink));

    private string Address(AccountAccess access) => $"{here.Base}/p/feeds/{access.Key.Replace("new:", "", StringComparison.Ordinal)}";

    private RemotePost Post(AccountAccess access, FeedEntry entry) => new(entry.Key, entry.Link ?? Address(access));
}
