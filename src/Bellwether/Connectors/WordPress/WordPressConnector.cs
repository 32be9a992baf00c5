using System.Text.Json.Nodes;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.WordPress;

/// <summary>
/// Publishes articles on a WordPress site. Pictures and the article itself are brought there as a draft, which nobody sees; the
/// visible call only says “publish” to that draft, so making it twice still publishes once. An article is recognised by the
/// word of its address, which is chosen here.
/// </summary>
public sealed class WordPressConnector(WordPressSite site) : IConnector
{
    public string Network => "wordpress";

    public bool RepeatIsSafe => true;

    public ConnectionGuide Guide { get; } = new(
        "An application password lets this program write and publish for one user of your site. It is not that user's password, it cannot sign in to the dashboard, and you can take it back at any time.",
        [
            "In the dashboard of your site open Users, then “Add New User”, and make a user for this program with the role Author: it may upload pictures and publish its own articles, nothing more.",
            "Edit that user, go down to “Application Passwords”, type Bellwether as the name and choose “Add New Application Password”.",
            "Copy the password (six groups of four letters) and paste it here. The site shows it only once.",
            "If there are no application passwords, the site is not reached over https, or a security plugin has switched them off.",
        ],
        [
            new ConnectionField("address", "Address of the site", false, true, "As visitors type it, such as https://blog.example.org."),
            new ConnectionField("user", "User name", false, true, "The one the program signs in with, not the name shown under articles."),
            new ConnectionField("password", "Application password", true, true, "Looks like abcd efgh ijkl mnop qrst uvwx."),
        ]);

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await site.AskAsync(access, "users/me", "&context=edit", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } user || Answers.Text(user["id"]) is not { } id)
        {
            return answer is HttpAnswer.Answered { IsSuccess: true } ? new CheckOutcome(false, "There is no WordPress with a REST API at this address.", Kind: ErrorKind.NotFound) : Answers.Unchecked(answer, site.Refused);
        }

        var name = Answers.Text(user["name"]) ?? "";
        bool May(string right) => user["capabilities"]?[right] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
        var lacks = new[] { ("publish_posts", "publish articles"), ("upload_files", "upload pictures") }.Where(right => !May(right.Item1)).Select(right => right.Item2).ToList();
        return lacks.Count > 0
            ? new CheckOutcome(false, $"Signed in as {name}, but this user may not {string.Join(" and not ", lacks)}. Give it the role Author.", id, null, ErrorKind.PermissionMissing)
            : new CheckOutcome(true, $"Signed in as {name}. Articles can go out.", id, Answers.Text(user["slug"]));
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var slug = Article.Slug(post);
        var answer = await FindAsync(access, "posts", slug, "&status=publish,future,draft,pending", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.List(fine.Body) is not { } known)
        {
            return Answers.Unprepared(answer, site.Refused);
        }

        // A try before may have brought the draft there, or even published it: then it is not touched any more.
        var there = known.OfType<JsonObject>().FirstOrDefault(one => Answers.Text(one["slug"]) == slug);
        if (there is not null && Answers.Text(there["status"]) == "publish")
        {
            return Ready(there, slug);
        }

        var pictures = new List<WordPressPicture>();
        foreach (var (media, place) in post.Media.Select((media, place) => (media, place)))
        {
            var (picture, failed) = await PictureAsync(access, media, slug, place, cancel);
            if (picture is null)
            {
                return failed!;
            }

            pictures.Add(picture);
        }

        var body = new JsonObject
        {
            ["title"] = Article.Title(post), ["content"] = WordPressContent.Of(post.TextWithLink, pictures), ["status"] = "draft", ["slug"] = slug,
            ["featured_media"] = pictures.Find(picture => !picture.IsVideo)?.Id ?? 0,
        };
        var stored = await site.TellAsync(access, there is null ? "posts" : $"posts/{Answers.Text(there["id"])}", body, cancel);
        return stored is HttpAnswer.Answered { IsSuccess: true } made && Answers.Json(made.Body) is { } draft && Answers.Text(draft["id"]) is not null ? Ready(draft, slug) : Answers.Unprepared(stored, site.Refused);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var draft = (JsonObject)JsonNode.Parse(prepared.Data)!;
        return new PlannedCall(key ?? Answers.Text(draft["slug"])!, new JsonObject { ["id"] = draft["id"]!.DeepClone(), ["status"] = "publish" }.ToJsonString(), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel) =>
        Answers.Sent(await site.TellAsync(access, $"posts/{Id(call)}", new JsonObject { ["status"] = "publish" }, cancel), told => Published(told.Body), site.Refused);

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var answer = await site.AskAsync(access, $"posts/{Id(call)}", "&context=edit", cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when Published(fine.Body) is { } post => new ReconcileOutcome.Found(post) { Raw = Answers.Cut(fine.Body) },
            // The site's own word: it is a draft still, or not there at all.
            HttpAnswer.Answered { IsSuccess: true } fine when Answers.Json(fine.Body)?["status"] is not null => new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) },
            HttpAnswer.Answered told when told.Status == 404 && site.Refused(told).Kind == ErrorKind.NotFound => new ReconcileOutcome.NotThere { Raw = Answers.Cut(told.Body) },
            _ => Answers.Unread(answer, site.Refused),
        };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        // Into the trash, from where a person can bring it back; a site without one deletes it.
        var answer = await site.DeleteAsync(access, $"posts/{Uri.EscapeDataString(remoteId)}", "", cancel);
        return Answers.Deleted(answer is HttpAnswer.Answered { Status: 501 } ? await site.DeleteAsync(access, $"posts/{Uri.EscapeDataString(remoteId)}", "&force=true", cancel) : answer, site.Refused);
    }

    private Task<HttpAnswer> FindAsync(AccountAccess access, string kind, string slug, string more, CancellationToken cancel) =>
        site.AskAsync(access, kind, $"&slug={Uri.EscapeDataString(slug)}{more}&context=edit", cancel);

    /// <summary>Brings one file there with its words; one that a try before brought is used again.</summary>
    private async Task<(WordPressPicture? Picture, PrepareOutcome? Failed)> PictureAsync(AccountAccess access, OutgoingMedia media, string slug, int place, CancellationToken cancel)
    {
        var name = Multipart.FileName(media, place, slug);
        var found = await FindAsync(access, "media", name[..name.LastIndexOf('.')], "", cancel);
        if (found is not HttpAnswer.Answered { IsSuccess: true } fine)
        {
            return (null, Answers.Unprepared(found, site.Refused));
        }

        var known = Answers.List(fine.Body)?.OfType<JsonObject>().FirstOrDefault();
        if (known is null)
        {
            var uploaded = await site.UploadAsync(access, await Answers.BytesAsync(media, cancel), media.ContentType, name, cancel);
            known = uploaded is HttpAnswer.Answered { IsSuccess: true } made ? Answers.Json(made.Body) : null;
            if (known is null)
            {
                return (null, Answers.Unprepared(uploaded, site.Refused));
            }
        }

        if (Answers.Text(known["id"]) is not { } id || Answers.Text(known["source_url"]) is not { } url)
        {
            return (null, new PrepareOutcome.Failed(ErrorKind.Transient, "The site's answer to a picture could not be read."));
        }

        if (media.AltText.Length > 0 && Answers.Text(known["alt_text"]) != media.AltText)
        {
            var described = await site.TellAsync(access, $"media/{id}", new JsonObject { ["alt_text"] = media.AltText }, cancel);
            if (described is not HttpAnswer.Answered { IsSuccess: true })
            {
                return (null, Answers.Unprepared(described, site.Refused));
            }
        }

        return (new WordPressPicture(Answers.Number(known["id"]) ?? 0, url, media.AltText, media.IsVideo), null);
    }

    private static PrepareOutcome.Ready Ready(JsonObject draft, string slug) =>
        new(new PreparedPost(new JsonObject { ["id"] = draft["id"]!.DeepClone(), ["slug"] = slug }.ToJsonString()));

    private static string Id(PlannedCall call) => Answers.Text(JsonNode.Parse(call.Payload)!["id"])!;

    private static RemotePost? Published(string body) =>
        Answers.Json(body) is { } post && Answers.Text(post["status"]) == "publish" && Answers.Text(post["id"]) is { } id ? new RemotePost(id, Answers.Text(post["link"])) : null;
}
