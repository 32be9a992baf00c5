using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;

namespace Bellwether.Connectors.Facebook;

/// <summary>The page's own first comment below a post.</summary>
public sealed partial class FacebookConnector
{
    private const string CommentRight = "pages_manage_engagement";

    private async Task<SendOutcome> CommentAsync(AccountAccess access, PlannedComment comment, CancellationToken cancel) => Answers.Sent(
        await TellAsync(access, $"/{Uri.EscapeDataString(comment.Post)}/comments", [new("message", comment.Words), new("fields", "id,permalink_url")], cancel),
        fine => Comment(Answers.Json(fine.Body)), PlannedComment.Refused(Refused, CommentRight));

    private async Task<ReconcileOutcome> FindCommentAsync(AccountAccess access, PlannedCall call, PlannedComment comment, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/{Uri.EscapeDataString(comment.Post)}/comments?filter=stream&order=reverse_chronological&fields=id,message,from,created_time,permalink_url&limit={Newest}", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body)?["data"] is JsonArray list
            ? comment.Find(
                [.. list.OfType<JsonObject>()], Newest, FirstTry.Earliest(call),
                // Who wrote a comment is told only to a page with the right to read that.
                row => (Answers.Text(row["message"]), At(row["created_time"]), Answers.Text(row["from"]?["id"]) is not { } from || from == access.Setting(SignInPlace.Key)),
                Comment)
            : CannotTell(answer);
    }

    private static RemotePost? Comment(JsonObject? comment) => Answers.Text(comment?["id"]) is { } id ? new RemotePost(id, Answers.Text(comment!["permalink_url"])) : null;
}
