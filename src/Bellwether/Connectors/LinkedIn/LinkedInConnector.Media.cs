using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>Pictures and videos: uploaded first, used once the network has looked at them.</summary>
public sealed partial class LinkedInConnector
{
    // LinkedIn lets no member ask how far an upload is.
    private static readonly TimeSpan Blind = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan[] Pauses = [.. new[] { 0, 1, 2, 4, 8, 15, 30, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.IsComment)
        {
            return PlannedComment.Ready();
        }

        var uploaded = new JsonArray();
        foreach (var media in post.Media)
        {
            var (urn, failed) = media.ContentType.StartsWith("video/", StringComparison.Ordinal) ? await VideoAsync(access, media, cancel) : await ImageAsync(access, media, cancel);
            if (urn is null)
            {
                return failed!;
            }

            uploaded.Add(new JsonObject { ["id"] = urn, ["altText"] = media.AltText.Length > 0 ? media.AltText : null });
        }

        return new PrepareOutcome.Ready(new PreparedPost(uploaded.ToJsonString(HouseJson.Options)));
    }

    private async Task<(string? Urn, PrepareOutcome.Failed? Failed)> ImageAsync(AccountAccess access, OutgoingMedia media, CancellationToken cancel)
    {
        var begun = await TellAsync(access, HttpMethod.Post, "/rest/images?action=initializeUpload", Begin(access).ToJsonString(), cancel);
        if (Value(begun) is not { } value || Answers.Text(value["uploadUrl"]) is not { } address || Answers.Text(value["image"]) is not { } urn)
        {
            return (null, Answers.Unprepared(begun, Refused));
        }

        var put = await PutAsync(access, address, await Answers.BytesAsync(media, cancel), media.ContentType, cancel);
        return put is HttpAnswer.Answered { IsSuccess: true } ? await AvailableAsync(access, "/rest/images/", urn, cancel) : (null, Answers.Unprepared(put, Refused));
    }

    private async Task<(string? Urn, PrepareOutcome.Failed? Failed)> VideoAsync(AccountAccess access, OutgoingMedia media, CancellationToken cancel)
    {
        var bytes = await Answers.BytesAsync(media, cancel);
        var ask = Begin(access);
        ask["initializeUploadRequest"]!["fileSizeBytes"] = bytes.Length;
        (ask["initializeUploadRequest"]!["uploadCaptions"], ask["initializeUploadRequest"]!["uploadThumbnail"]) = (false, false);
        var begun = await TellAsync(access, HttpMethod.Post, "/rest/videos?action=initializeUpload", ask.ToJsonString(), cancel);
        if (Value(begun) is not { } value || Answers.Text(value["video"]) is not { } urn || value["uploadInstructions"] is not JsonArray parts)
        {
            return (null, Answers.Unprepared(begun, Refused));
        }

        var ids = new JsonArray();
        foreach (var part in parts.OfType<JsonObject>())
        {
            var (first, last) = ((int)part["firstByte"]!, (int)part["lastByte"]!);
            var put = await PutAsync(access, Answers.Text(part["uploadUrl"])!, bytes[first..(last + 1)], "application/octet-stream", cancel);
            if (put is not HttpAnswer.Answered { IsSuccess: true } taken || taken.Header("etag") is not { } tag)
            {
                return (null, Answers.Unprepared(put, Refused));
            }

            ids.Add(tag.Trim('"'));
        }

        var end = new JsonObject { ["finalizeUploadRequest"] = new JsonObject { ["video"] = urn, ["uploadToken"] = Answers.Text(value["uploadToken"]) ?? "", ["uploadedPartIds"] = ids } };
        var ended = await TellAsync(access, HttpMethod.Post, "/rest/videos?action=finalizeUpload", end.ToJsonString(), cancel);
        return ended is HttpAnswer.Answered { IsSuccess: true } ? await AvailableAsync(access, "/rest/videos/", urn, cancel) : (null, Answers.Unprepared(ended, Refused));
    }

    private async Task<(string? Urn, PrepareOutcome.Failed? Failed)> AvailableAsync(AccountAccess access, string path, string urn, CancellationToken cancel)
    {
        if (!IsPage(access))
        {
            await PauseAsync(Blind, cancel);
            return (urn, null);
        }

        foreach (var pause in Pauses)
        {
            await PauseAsync(pause, cancel);
            var answer = await AskAsync(access, path + Uri.EscapeDataString(urn), cancel);
            switch (answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Text(Answers.Json(fine.Body)?["status"]) : null)
            {
                case "AVAILABLE":
                    return (urn, null);
                case "PROCESSING_FAILED":
                    return (null, new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "LinkedIn could not read a picture or video."));
                case null when answer is HttpAnswer.Answered { Status: >= 400 and < 500 }:
                    return (null, Answers.Unprepared(answer, Refused));
            }
        }

        return (null, new PrepareOutcome.Failed(ErrorKind.MediaProcessing, "LinkedIn still works on a picture or video."));
    }

    private static JsonObject Begin(AccountAccess access) => new() { ["initializeUploadRequest"] = new JsonObject { ["owner"] = Author(access) } };

    private static JsonObject? Value(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Json(fine.Body)?["value"] as JsonObject : null;

    private Task<HttpAnswer> PutAsync(AccountAccess access, string address, byte[] bytes, string contentType, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Put, address, bytes, contentType) { Timeout = TimeSpan.FromMinutes(5) }, cancel);
}
