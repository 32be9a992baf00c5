using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.YouTube;

/// <summary>The channel's own first comment below a video; fifty units of the day's allowance each.</summary>
public sealed partial class YouTubeConnector
{
    private const string CommentRight = "youtube.force-ssl";
    private const int CommentsAtOnce = 100;

    // The ids of comments and videos look alike.
    private const string CommentId = "comment:";

    public bool RepeatsSafely(PlannedCall call) => PlannedComment.Of(call) is null;

    /// <summary>A comment names the channel beside the video.</summary>
    private async Task<PrepareOutcome> PrepareCommentAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/channels?part=id&mine=true", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Text((Answers.Json(fine.Body)?["items"] as JsonArray)?.FirstOrDefault()?["id"]) is { } channel
            ? PlannedComment.Ready(channel)
            : Answers.Unprepared(answer, Refused);
    }

    private async Task<SendOutcome> CommentAsync(AccountAccess access, PlannedComment comment, CancellationToken cancel)
    {
        var snippet = new JsonObject { ["channelId"] = comment.More, ["videoId"] = comment.Post, ["topLevelComment"] = new JsonObject { ["snippet"] = new JsonObject { ["textOriginal"] = comment.Words } } };
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["snippet"] = snippet }.ToJsonString(HouseJson.Options));
        var answer = await CallAsync(access, new HttpCall(HttpMethod.Post, Api + "/commentThreads?part=snippet", body), cancel);
        return Answers.Sent(answer, fine => Comment(comment.Post, Answers.Json(fine.Body)), PlannedComment.Refused(told => YouTubeErrors.OfComment(told, Clock.Now()), CommentRight));
    }

    private async Task<ReconcileOutcome> FindCommentAsync(AccountAccess access, PlannedCall call, PlannedComment comment, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/commentThreads?part=snippet&order=time&textFormat=plainText&maxResults={CommentsAtOnce}&videoId={Uri.EscapeDataString(comment.Post)}", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["items"] is not JsonArray list)
        {
            return answer is HttpAnswer.Answered no ? new ReconcileOutcome.CannotTell(YouTubeErrors.OfComment(no, Clock.Now()).Message) { Raw = Answers.Cut(no.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));
        }

        return comment.Find(
            [.. list.OfType<JsonObject>()], CommentsAtOnce, FirstTry.Earliest(call),
            row => row["snippet"]?["topLevelComment"]?["snippet"] is var told
                ? (Answers.Text(told?["textOriginal"]) ?? Answers.Text(told?["textDisplay"]), At(told), Answers.Text(told?["authorChannelId"]?["value"]) == comment.More)
                : default,
            row => Comment(comment.Post, row));
    }

    private static RemotePost? Comment(string video, JsonObject? thread) =>
        Answers.Text(thread?["id"]) is { } id ? new RemotePost(CommentId + id, $"https://www.youtube.com/watch?v={video}&lc={id}") : null;
}
