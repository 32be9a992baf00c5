using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.X;

/// <summary>Pictures in one call, videos in pieces; alternative texts beside them.</summary>
public sealed partial class XConnector
{
    private const int Piece = 1024 * 1024;
    private const int MostWaits = 20;

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var ids = new JsonArray();
        foreach (var media in post.Media)
        {
            var (id, failed) = media.ContentType.StartsWith("video/", StringComparison.Ordinal) ? await VideoAsync(access, media, cancel) : await ImageAsync(access, media, cancel);
            if (id is null)
            {
                return failed!;
            }

            if (media.AltText.Length > 0)
            {
                var words = new JsonObject { ["id"] = id, ["metadata"] = new JsonObject { ["alt_text"] = new JsonObject { ["text"] = media.AltText } } };
                var told = await TellAsync(access, HttpMethod.Post, "/media/metadata", words.ToJsonString(HouseJson.Options), cancel);
                if (told is not HttpAnswer.Answered { IsSuccess: true })
                {
                    return Answers.Unprepared(told, Refused);
                }
            }

            ids.Add(id);
        }

        return new PrepareOutcome.Ready(new PreparedPost(ids.ToJsonString()));
    }

    private async Task<(string? Id, PrepareOutcome.Failed? Failed)> ImageAsync(AccountAccess access, OutgoingMedia media, CancellationToken cancel)
    {
        var category = media.ContentType == "image/gif" ? "tweet_gif" : "tweet_image";
        var answer = await UploadAsync(access, "/media/upload", new() { ["media_category"] = category, ["media_type"] = media.ContentType }, await Answers.BytesAsync(media, cancel), media.ContentType, cancel);
        return Id(answer) is { } id ? (id, null) : (null, Answers.Unprepared(answer, Refused));
    }

    private async Task<(string? Id, PrepareOutcome.Failed? Failed)> VideoAsync(AccountAccess access, OutgoingMedia media, CancellationToken cancel)
    {
        var bytes = await Answers.BytesAsync(media, cancel);
        var begin = new JsonObject { ["media_type"] = media.ContentType, ["total_bytes"] = bytes.Length, ["media_category"] = "tweet_video" };
        var begun = await TellAsync(access, HttpMethod.Post, "/media/upload/initialize", begin.ToJsonString(), cancel);
        if (Id(begun) is not { } id)
        {
            return (null, Answers.Unprepared(begun, Refused));
        }

        for (var (at, segment) = (0, 0); at < bytes.Length; at += Piece, segment++)
        {
            var taken = await UploadAsync(
                access, $"/media/upload/{id}/append", new() { ["segment_index"] = segment.ToString(CultureInfo.InvariantCulture) }, bytes[at..Math.Min(at + Piece, bytes.Length)], media.ContentType, cancel);
            if (taken is not HttpAnswer.Answered { IsSuccess: true })
            {
                return (null, Answers.Unprepared(taken, Refused));
            }
        }

        var answer = await TellAsync(access, HttpMethod.Post, $"/media/upload/{id}/finalize", "{}", cancel);
        for (var waits = 0; waits < MostWaits; waits++)
        {
            if (answer is not HttpAnswer.Answered { IsSuccess: true } fine)
            {
                return (null, Answers.Unprepared(answer, Refused));
            }

            var state = Answers.Json(fine.Body)?["data"]?["processing_info"];
            switch (Answers.Text(state?["state"]))
            {
                case null or "succeeded":
                    return (id, null);
                case "failed":
                    return (null, new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"X could not read the video: {Answers.Text(state?["error"]?["message"])}", null, Answers.Cut(fine.Body)));
            }

            await PauseAsync(TimeSpan.FromSeconds(Math.Clamp(int.TryParse(Answers.Text(state?["check_after_secs"]), out var seconds) ? seconds : 5, 1, 30)), cancel);
            answer = await AskAsync(access, $"/media/upload?command=STATUS&media_id={id}", cancel);
        }

        return (null, new PrepareOutcome.Failed(ErrorKind.MediaProcessing, "X still works on the video."));
    }

    private async Task<HttpAnswer> UploadAsync(AccountAccess access, string path, Dictionary<string, string> fields, byte[] bytes, string contentType, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }

        var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Type", contentType);
        form.Add(file, "media", "file");
        return await CallAsync(access, new HttpCall(HttpMethod.Post, Api + path, await form.ReadAsByteArrayAsync(cancel), form.Headers.ContentType!.ToString()) { Timeout = TimeSpan.FromMinutes(5) }, cancel);
    }

    private static string? Id(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Text(Answers.Json(fine.Body)?["data"]?["id"]) : null;
}
