using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Ghost;

/// <summary>
/// Publishes articles on a Ghost site. Pictures and the article are brought there as a draft, which nobody sees; the visible
/// call publishes exactly that state of it, so Ghost itself refuses a second one. No newsletter is sent.
/// </summary>
public sealed class GhostConnector(GhostSite site) : IConnector
{
    private const int AltLength = 191;

    public string Network => "ghost";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "A custom integration lets this program write and publish on your site. Its key works for nothing else, and deleting the integration ends it.",
        [
            "On your site open Settings, then Integrations, and choose “Add custom integration”; name it Bellwether. Only owners and administrators can.",
            "Copy its Admin API Key, not the Content API Key: the Admin key has a colon in the middle.",
            "Copy its API URL as the address of the site.",
        ],
        [
            new ConnectionField("address", "API URL", false, true, "Such as https://blog.example.org."),
            new ConnectionField("key", "Admin API key", true, true, "Letters and digits with a colon in the middle."),
        ]);

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        if (!GhostSite.IsKey(access.Secret("key")))
        {
            return new CheckOutcome(false, "This is not an Admin API key: that one has a colon in the middle. The Content API key can only read.", Kind: ErrorKind.PermissionMissing);
        }

        var answer = await site.AskAsync(access, "posts/?limit=1&fields=id", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["posts"] is null)
        {
            return answer is HttpAnswer.Answered { Status: 404 } or HttpAnswer.Answered { IsSuccess: true } ? new CheckOutcome(false, "There is no Ghost at this address. Copy the API URL of the integration.", Kind: ErrorKind.NotFound) : Answers.Unchecked(answer, site.Refused);
        }

        var about = await site.AskAsync(access, "site/", cancel) is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body)?["site"] : null;
        return new CheckOutcome(true, $"The key works on {Answers.Text(about?["title"]) ?? "the site"}. Articles can go out.", null, Answers.Text(about?["title"]));
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.Media.Any(media => media.IsVideo))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "This version brings pictures to Ghost, but no videos. Leave the video out, or put a link to it into the text.");
        }

        var slug = Article.Slug(post);
        var found = await site.AskAsync(access, $"posts/slug/{slug}/", cancel);
        var there = found is HttpAnswer.Answered { IsSuccess: true } fine ? GhostSite.Post(fine.Body) : null;
        if (there is null && found is not HttpAnswer.Answered { Status: 404 })
        {
            return Answers.Unprepared(found, site.Refused);
        }

        // A try before may have published it: then it is not touched any more.
        if (there is not null && Answers.Text(there["status"]) != "draft")
        {
            return Ready(there, slug);
        }

        var pictures = new List<(string Url, string Alt)>();
        foreach (var media in post.Media)
        {
            var (body, type) = await Multipart.OfAsync([("purpose", "image")], [("file", media)], cancel);
            var uploaded = await site.CallAsync(access, HttpMethod.Post, "images/upload/", body, type, TimeSpan.FromMinutes(5), cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true } made || Answers.Text((Answers.Json(made.Body)?["images"] as JsonArray)?.FirstOrDefault()?["url"]) is not { } url)
            {
                return Answers.Unprepared(uploaded, site.Refused);
            }

            pictures.Add((url, media.AltText));
        }

        var article = new JsonObject { ["title"] = Article.Title(post), ["html"] = GhostContent.Of(post.TextWithLink, pictures.Skip(1)), ["status"] = "draft", ["slug"] = slug };
        if (pictures is [var first, ..])
        {
            (article["feature_image"], article["feature_image_alt"]) = (first.Url, first.Alt.Length > AltLength ? first.Alt[..AltLength] : first.Alt);
        }

        if (there is not null)
        {
            article["updated_at"] = there["updated_at"]!.DeepClone();
        }

        var stored = await site.TellAsync(access, there is null ? HttpMethod.Post : HttpMethod.Put, there is null ? "posts/?source=html" : $"posts/{Answers.Text(there["id"])}/?source=html", article, cancel);
        return stored is HttpAnswer.Answered { IsSuccess: true } done && GhostSite.Post(done.Body) is { } draft && draft["id"] is not null ? Ready(draft, slug) : Answers.Unprepared(stored, site.Refused);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var draft = (JsonObject)JsonNode.Parse(prepared.Data)!;
        return new PlannedCall(
            key ?? Answers.Text(draft["slug"])!,
            new JsonObject { ["id"] = draft["id"]!.DeepClone(), ["updated_at"] = draft["updated_at"]!.DeepClone(), ["status"] = "published" }.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var planned = (JsonObject)JsonNode.Parse(call.Payload)!;
        var body = new JsonObject { ["updated_at"] = planned["updated_at"]!.DeepClone(), ["status"] = "published" };
        return Answers.Sent(await site.TellAsync(access, HttpMethod.Put, $"posts/{Answers.Text(planned["id"])}/", body, cancel), told => Published(told.Body), site.Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var answer = await site.AskAsync(access, $"posts/{Answers.Text(JsonNode.Parse(call.Payload)!["id"])}/", cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when Published(fine.Body) is { } post => new ReconcileOutcome.Found(post) { Raw = Answers.Cut(fine.Body) },
            // The site's own word: it is a draft still, or was deleted.
            HttpAnswer.Answered { IsSuccess: true } fine when GhostSite.Post(fine.Body) is not null => new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) },
            HttpAnswer.Answered { Status: 404 } told when Answers.Json(told.Body)?["errors"] is not null => new ReconcileOutcome.NotThere { Raw = Answers.Cut(told.Body) },
            _ => Answers.Unread(answer, site.Refused),
        };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await site.CallAsync(access, HttpMethod.Delete, $"posts/{Uri.EscapeDataString(remoteId)}/", null, "", TimeSpan.FromSeconds(30), cancel), site.Refused);

    internal static RemotePost? Published(string body) =>
        GhostSite.Post(body) is { } post && Answers.Text(post["status"]) is "published" or "sent" && Answers.Text(post["id"]) is { } id ? new RemotePost(id, Answers.Text(post["url"])) : null;

    private static PrepareOutcome.Ready Ready(JsonObject draft, string slug) =>
        new(new PreparedPost(new JsonObject { ["id"] = draft["id"]!.DeepClone(), ["updated_at"] = draft["updated_at"]?.DeepClone(), ["slug"] = slug }.ToJsonString(HouseJson.Options)));
}
