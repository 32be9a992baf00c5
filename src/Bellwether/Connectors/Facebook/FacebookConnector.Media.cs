using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Facebook;

/// <summary>Pictures and videos: uploaded so that nobody sees them, until the post names them.</summary>
public sealed partial class FacebookConnector
{
    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.IsComment)
        {
            return PlannedComment.Ready();
        }

        if (post.Media is [{ } only] && only.ContentType.StartsWith("video/", StringComparison.Ordinal))
        {
            return await VideoAsync(access, only, cancel);
        }

        var photos = new JsonArray();
        foreach (var media in post.Media)
        {
            using var form = new MultipartFormDataContent();
            form.Add(new StringContent("false", Encoding.UTF8), "published");
            if (media.AltText.Length > 0)
            {
                form.Add(new StringContent(media.AltText, Encoding.UTF8), "alt_text_custom");
            }

            var file = new ByteArrayContent(await Answers.BytesAsync(media, cancel));
            file.Headers.TryAddWithoutValidation("Content-Type", media.ContentType);
            form.Add(file, "source", "file");
            var call = new HttpCall(HttpMethod.Post, $"{Graph(access)}/{Page(access)}/photos", await form.ReadAsByteArrayAsync(cancel), form.Headers.ContentType!.ToString()) { Timeout = TimeSpan.FromMinutes(5) };
            var uploaded = await CallAsync(access, call, cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Text(Answers.Json(fine.Body)?["id"]) is not { } id)
            {
                return Answers.Unprepared(uploaded, Refused);
            }

            photos.Add(id);
        }

        return new PrepareOutcome.Ready(new PreparedPost(new JsonObject { ["photos"] = photos }.ToJsonString()));
    }

    private async Task<PrepareOutcome> VideoAsync(AccountAccess access, OutgoingMedia media, CancellationToken cancel)
    {
        var begun = await TellAsync(access, $"/{Page(access)}/video_reels", [new("upload_phase", "start")], cancel);
        var json = begun is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body) : null;
        if (Answers.Text(json?["video_id"]) is not { } video || Answers.Text(json?["upload_url"]) is not { } address)
        {
            return Answers.Unprepared(begun, Refused);
        }

        var bytes = await Answers.BytesAsync(media, cancel);
        // The upload host wants its own word for the token, so the call carries it itself.
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Authorization"] = $"OAuth {access.Secret(TokenLife.Access)}", ["offset"] = "0", ["file_size"] = bytes.Length.ToString(CultureInfo.InvariantCulture),
        };
        var put = await OnceAsync(new HttpCall(HttpMethod.Post, address, bytes, media.ContentType) { Headers = headers, Timeout = TimeSpan.FromMinutes(10) }, null, cancel);
        return put is HttpAnswer.Answered { IsSuccess: true }
            ? new PrepareOutcome.Ready(new PreparedPost(new JsonObject { ["video"] = video }.ToJsonString()))
            : Answers.Unprepared(put, Refused);
    }

    /// <summary>A video is known by its id before it is published, so its own state says what became of it.</summary>
    private async Task<ReconcileOutcome> ReelAsync(AccountAccess access, string video, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/{Uri.EscapeDataString(video)}?fields=status", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["status"] is not JsonObject status)
        {
            return CannotTell(answer);
        }

        return Answers.Text(status["publishing_phase"]?["status"]) switch
        {
            "complete" or "in_progress" => new ReconcileOutcome.Found(Reel(video)) { Raw = Answers.Cut(fine.Body) },
            "not_started" => new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) },
            _ => new ReconcileOutcome.CannotTell("Facebook still works on the video.") { Raw = Answers.Cut(fine.Body) },
        };
    }
}
