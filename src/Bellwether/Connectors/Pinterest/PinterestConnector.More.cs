using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Pinterest;

/// <summary>Videos, changing what is pinned, and numbers.</summary>
public sealed partial class PinterestConnector : IEditPosts, IReadFigures
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 0, 1, 2, 4, 8, 15, 30, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.Media.Count == 0)
        {
            return new PrepareOutcome.Failed(ErrorKind.ContentInvalid, "Pinterest takes no pin without a picture or video. Add one.");
        }

        if (post.Media.FirstOrDefault(media => media.ContentType.StartsWith("video/", StringComparison.Ordinal)) is not { } video)
        {
            return new PrepareOutcome.Ready(new PreparedPost(""));
        }

        var begun = await TellAsync(access, HttpMethod.Post, "/media", new JsonObject { ["media_type"] = "video" }, cancel);
        var json = begun is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body) : null;
        if (Answers.Text(json?["media_id"]) is not { } id || Answers.Text(json?["upload_url"]) is not { } address || json?["upload_parameters"] is not JsonObject parameters)
        {
            return Answers.Unprepared(begun, Refused);
        }

        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
        {
            form.Add(new StringContent(Answers.Text(value) ?? "", Encoding.UTF8), name);
        }

        // The store reads the form in order: the file has to stand last.
        form.Add(new ByteArrayContent(await Answers.BytesAsync(video, cancel)), "file", "file");
        var put = await OnceAsync(new HttpCall(HttpMethod.Post, address, await form.ReadAsByteArrayAsync(cancel), form.Headers.ContentType!.ToString()) { Timeout = TimeSpan.FromMinutes(10) }, null, cancel);
        return put is HttpAnswer.Answered { IsSuccess: true } ? await WaitAsync(access, id, cancel) : Answers.Unprepared(put, Refused);
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var change = new JsonObject { ["description"] = post.Text };
        if (post.Title is { Length: > 0 } title)
        {
            change["title"] = title;
        }

        var answer = await TellAsync(access, HttpMethod.Patch, $"/pins/{Uri.EscapeDataString(remoteId)}", change, cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when Pin(Answers.Json(fine.Body)) is { } pin => new EditOutcome.Changed(pin),
            HttpAnswer.Answered told when Refused(told) is var why => new EditOutcome.Failed(why.Kind, why.Message),
            _ => new EditOutcome.Failed(ErrorKind.Transient, Answers.Why(answer)),
        };
    }

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var answer = await AskAsync(access, $"/pins/{Uri.EscapeDataString(post.Id)}?pin_metrics=true", cancel);
            if (answer is HttpAnswer.Answered { IsSuccess: true } fine)
            {
                var told = Answers.Json(fine.Body)?["pin_metrics"]?["lifetime_metrics"] as JsonObject;
                found[post.Id] = new PostFigures(
                    Impressions: Count(told, "impression"), Likes: Count(told, "reaction"), Comments: Count(told, "comment"), LinkClicks: Count(told, "outbound_click") ?? Count(told, "clickthrough"), Saves: Count(told, "save"),
                    VideoViews: Count(told, "video_mrc_view"), Raw: Answers.Cut(told?.ToJsonString() ?? ""));
            }
            else if (answer is not HttpAnswer.Answered { Status: 404 })
            {
                return answer is HttpAnswer.Answered no && Refused(no) is var why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));
            }
        }

        var self = await AskAsync(access, "/user_account", cancel);
        var account = self is HttpAnswer.Answered { IsSuccess: true } me ? Answers.Json(me.Body) : null;
        return new FiguresOutcome.Found(found, account is null ? null : new AccountFigures(Count(account, "follower_count"), Count(account, "following_count"), Count(account, "pin_count")));
    }

    private static long? Count(JsonObject? json, string name) => long.TryParse(Answers.Text(json?[name] ?? json?[name.ToUpperInvariant()]), out var count) ? count : null;

    private static async Task<JsonObject> PicturesAsync(IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var items = new List<JsonObject>();
        foreach (var one in media)
        {
            items.Add(new JsonObject { ["content_type"] = one.ContentType, ["data"] = Convert.ToBase64String(await Answers.BytesAsync(one, cancel)) });
        }

        if (items is not [var only])
        {
            return new JsonObject { ["source_type"] = "multiple_image_base64", ["items"] = new JsonArray([.. items]) };
        }

        only["source_type"] = "image_base64";
        return only;
    }

    private async Task<PrepareOutcome> WaitAsync(AccountAccess access, string id, CancellationToken cancel)
    {
        foreach (var pause in Pauses)
        {
            await PauseAsync(pause, cancel);
            var answer = await AskAsync(access, $"/media/{Uri.EscapeDataString(id)}", cancel);
            switch (answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Text(Answers.Json(fine.Body)?["status"]) : null)
            {
                case "succeeded":
                    return new PrepareOutcome.Ready(new PreparedPost(id));
                case "failed":
                    return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "Pinterest could not read the video.");
                case null when answer is HttpAnswer.Answered { Status: >= 400 and < 500 }:
                    return Answers.Unprepared(answer, Refused);
            }
        }

        return new PrepareOutcome.Failed(ErrorKind.MediaProcessing, "Pinterest still works on the video.");
    }
}
