using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.TikTok;

/// <summary>Opening uploads, bringing the bytes, and what TikTok says of them afterwards.</summary>
public sealed partial class TikTokConnector
{
    private const int TitleMost = 90;

    // Pictures are there in moments; longer than this nobody waits in the account's lane.
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(3)];

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var isVideo = post.Media is [{ IsVideo: true }];
        if (!isVideo && (post.Media.Count is 0 or > MostPictures || post.Media.Any(media => media.ContentType is not ("image/jpeg" or "image/webp"))))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"TikTok takes one video, or up to {MostPictures} pictures as JPEG or WebP. Add one, and leave out what is of another kind.");
        }

        if (!isVideo && post.Media.Any(media => media.PublicUrl is null))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "TikTok fetches pictures from this program, so it has to be reachable from outside. Start it with --public-url and its https address, and verify that domain at TikTok.");
        }

        var about = new JsonObject { [isVideo ? "title" : "description"] = post.Text };
        if (IsDirect(access))
        {
            var (creator, failed) = await CreatorAsync(access, cancel);
            if (creator is null)
            {
                return failed!;
            }

            if (Against(access, creator) is { } problem)
            {
                return new PrepareOutcome.Failed(ErrorKind.ContentInvalid, problem);
            }

            Say(about, access, creator, isVideo);
        }

        return isVideo ? await OpenAsync(access, about, post.Media[0], cancel) : Pictures(access, about, post);
    }

    /// <summary>What TikTok wants said of a post: the audience, what others may do, and whom it promotes. Nothing beyond what the account allows.</summary>
    private static void Say(JsonObject about, AccountAccess access, JsonObject creator, bool isVideo)
    {
        var allow = access.Setting("allow") ?? "all";
        bool Off(string name, string by) => creator[by]?.GetValueKind() == System.Text.Json.JsonValueKind.True || allow == "nothing" || (allow == "comments" && name != "disable_comment");
        about["privacy_level"] = access.Setting("privacy");
        about["disable_comment"] = Off("disable_comment", "comment_disabled");
        if (isVideo)
        {
            (about["disable_duet"], about["disable_stitch"]) = (Off("disable_duet", "duet_disabled"), Off("disable_stitch", "stitch_disabled"));
            about["is_aigc"] = access.Said("aigc") == "yes";
        }

        var promotes = access.Setting("promotes") ?? "own";
        (about["brand_organic_toggle"], about["brand_content_toggle"]) = (promotes == "own", promotes == "paid");
    }

    /// <summary>Opens the upload of a video; nobody sees anything until the last byte arrived.</summary>
    private async Task<PrepareOutcome> OpenAsync(AccountAccess access, JsonObject about, OutgoingMedia video, CancellationToken cancel)
    {
        var size = video.Bytes <= WholeMost ? video.Bytes : Piece;
        var source = new JsonObject { ["source"] = "FILE_UPLOAD", ["video_size"] = video.Bytes, ["chunk_size"] = size, ["total_chunk_count"] = PiecesOf(video.Bytes, size) };
        var body = new JsonObject { ["source_info"] = source };
        if (IsDirect(access))
        {
            body["post_info"] = about;
        }

        var answer = Plain(await TellAsync(access, IsDirect(access) ? "/post/publish/video/init/" : "/post/publish/inbox/video/init/", body, cancel));
        return Data(answer) is { } data && Answers.Text(data["publish_id"]) is { } id && Answers.Text(data["upload_url"]) is { } address
            ? new PrepareOutcome.Ready(new PreparedPost(new JsonObject { ["id"] = id, ["upload"] = address, ["bytes"] = video.Bytes, ["size"] = size, ["type"] = video.ContentType }.ToJsonString(HouseJson.Options)))
            : Answers.Unprepared(answer, Refused);
    }

    // Whole pieces only; what is left over goes with the last one.
    private static long PiecesOf(long total, long size) => Math.Max(1, total / Math.Max(1, size));

    private static PrepareOutcome.Ready Pictures(AccountAccess access, JsonObject about, OutgoingPost post)
    {
        var first = post.Text.Split('\n')[0].Trim();
        about["title"] = first.Length > TitleMost ? first[..TitleMost] : first;
        about["auto_add_music"] = true;
        var body = new JsonObject
        {
            ["media_type"] = "PHOTO", ["post_mode"] = IsDirect(access) ? "DIRECT_POST" : "MEDIA_UPLOAD", ["post_info"] = about,
            ["source_info"] = new JsonObject { ["source"] = "PULL_FROM_URL", ["photo_cover_index"] = 0, ["photo_images"] = new JsonArray([.. post.Media.Select(media => (JsonNode)media.PublicUrl!)]) },
        };
        var planned = new JsonObject { ["pictures"] = body };
        if (!IsDirect(access))
        {
            planned["draft"] = true;
        }

        return new PrepareOutcome.Ready(new PreparedPost(planned.ToJsonString(HouseJson.Options)));
    }

    private async Task<SendOutcome> UploadAsync(AccountAccess access, JsonObject planned, string address, OutgoingMedia video, CancellationToken cancel)
    {
        var (total, size) = ((long)planned["bytes"]!, Math.Max(1, (long)planned["size"]!));
        var count = PiecesOf(total, size);
        // Read piece by piece: a video may be larger than what the program may hold in memory.
        await using var file = await video.OpenAsync(cancel);
        for (var piece = 0; piece < count; piece++)
        {
            var (from, to) = (piece * size, piece == count - 1 ? total : (piece + 1) * size);
            var bytes = new byte[to - from];
            await file.ReadExactlyAsync(bytes, cancel);
            var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to - 1}/{total}") };
            // The address itself carries the permission.
            var put = await OnceAsync(new HttpCall(HttpMethod.Put, address, bytes, Answers.Text(planned["type"])!) { Headers = headers, Timeout = TimeSpan.FromMinutes(10) }, null, cancel);
            if (put is HttpAnswer.Answered { Status: 403 or 404 or 410 or 416 } over)
            {
                return new SendOutcome.Rejected(ErrorKind.NotFound, "The upload was open for so long that TikTok closed it. Retry, and it begins anew.") { Raw = Answers.Cut(over.Body) };
            }

            if (put is not HttpAnswer.Answered { IsSuccess: true })
            {
                return Answers.Sent(put, _ => null, Refused);
            }
        }

        var status = await StatusAsync(access, Answers.Text(planned["id"])!, cancel);
        return status is HttpAnswer.Answered { IsSuccess: true } ? Sent(access, status, planned) : new SendOutcome.Unknown("TikTok has the video, and could not be asked what became of it.");
    }

    private async Task<SendOutcome> SendPicturesAsync(AccountAccess access, JsonObject planned, CancellationToken cancel)
    {
        var answer = Plain(await TellAsync(access, "/post/publish/content/init/", planned["pictures"]!.DeepClone().AsObject(), cancel));
        if (Answers.Text(Data(answer)?["publish_id"]) is not { } id)
        {
            return Answers.Sent(answer, _ => null, Refused);
        }

        planned["id"] = id;
        SendOutcome outcome = new SendOutcome.Unknown(InInbox);
        foreach (var pause in Looks)
        {
            await PauseAsync(pause, cancel);
            if (await StatusAsync(access, id, cancel) is HttpAnswer.Answered { IsSuccess: true } status && Sent(access, status, planned) is var told && (told is not SendOutcome.Unknown || planned["draft"] is not null))
            {
                outcome = told;
                break;
            }
        }

        // Taken, and not refused at the first looks: the id tells later where it is.
        return outcome is SendOutcome.Unknown && planned["draft"] is null ? new SendOutcome.Confirmed(new RemotePost(id, null)) { Raw = Answers.Cut(((HttpAnswer.Answered)answer).Body) } : outcome;
    }

    /// <summary>What a status means for a call that was made just now.</summary>
    private static SendOutcome Sent(AccountAccess access, HttpAnswer status, JsonObject planned) => Read(access, status, planned) switch
    {
        ReconcileOutcome.Found found => new SendOutcome.Confirmed(found.Post) { Raw = found.Raw },
        ReconcileOutcome.CannotTell told when Answers.Text(Data(status)?["status"]) == "FAILED" => new SendOutcome.Rejected(ErrorKind.ContentInvalid, told.Why) { Raw = told.Raw },
        ReconcileOutcome.CannotTell told => new SendOutcome.Unknown(told.Why) { Raw = told.Raw },
        _ => new SendOutcome.Unknown("TikTok could not be asked what became of it."),
    };

    /// <summary>What a status means for a post that is with TikTok.</summary>
    private static ReconcileOutcome Read(AccountAccess access, HttpAnswer status, JsonObject planned)
    {
        var (raw, told) = (Answers.Cut(((HttpAnswer.Answered)status).Body), Data(status)!);
        return Answers.Text(told["status"]) switch
        {
            "PUBLISH_COMPLETE" => new ReconcileOutcome.Found(Post(access, Public(told), Answers.Text(planned["id"])!, planned["pictures"] is null)) { Raw = raw },
            "FAILED" => new ReconcileOutcome.CannotTell(TikTokErrors.Reason(Answers.Text(told["fail_reason"])), Never: true) { Raw = raw },
            "SEND_TO_USER_INBOX" => new ReconcileOutcome.CannotTell(InInbox, Never: true) { Raw = raw },
            _ => new ReconcileOutcome.CannotTell("TikTok has it and works on it.") { AtWork = true, Raw = raw },
        };
    }

    // TikTok writes the name so; it is empty until its moderation is through.
    private static string? Public(JsonObject status) => (status["publicaly_available_post_id"] as JsonArray)?.Select(Answers.Text).FirstOrDefault();

    private static RemotePost Post(AccountAccess access, string? shown, string id, bool isVideo) =>
        shown is null ? new RemotePost(id, null) : new RemotePost(shown, $"https://www.tiktok.com/@{access.Secret(Self)}/{(isVideo ? "video" : "photo")}/{shown}");

    /// <summary>An answer that says no although its status says yes, as the refusal it is.</summary>
    private static HttpAnswer Plain(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } told && TikTokErrors.Code(told) is not ("ok" or "") ? told with { Status = 400 } : answer;

    private static JsonObject? Data(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body)?["data"] as JsonObject : null;

    private Refusal Refused(HttpAnswer.Answered answer) => TikTokErrors.Of(answer, Clock.Now());

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => CallAsync(access, new HttpCall(HttpMethod.Get, Api + path), cancel);

    private Task<HttpAnswer> TellAsync(AccountAccess access, string path, JsonObject body, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Post, Api + path, Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json; charset=UTF-8") { Timeout = TimeSpan.FromSeconds(60) }, cancel);
}
