using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Instagram;

/// <summary>The account's own first comment; it goes out at once and not by a container, so it may not be repeated blindly.</summary>
public sealed partial class InstagramConnector
{
    private const string CommentRight = "instagram_business_manage_comments";
    private const int CommentsAtOnce = 50;

    public bool RepeatsSafely(PlannedCall call) => PlannedComment.Of(call) is null;

    public override Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) =>
        post.IsComment ? Task.FromResult<PrepareOutcome>(PlannedComment.Ready()) : base.PrepareAsync(access, post, cancel);

    public override PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) =>
        post.IsComment ? PlannedComment.Plan(post, prepared, key, now) : base.Plan(access, post, prepared, key, now);

    public override async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel) => PlannedComment.Of(call) is { } comment
        ? Answers.Sent(await TellAsync(access, Comments(comment), [new("message", comment.Words)], cancel), fine => Comment(Answers.Json(fine.Body)), PlannedComment.Refused(Refused, CommentRight))
        : await base.SendAsync(access, call, media, cancel);

    public override async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is not { } comment)
        {
            return await base.ReconcileAsync(access, call, cancel);
        }

        var answer = await AskAsync(access, $"{Comments(comment)}?fields=id,text,timestamp,from&limit={CommentsAtOnce}", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body)?["data"] is JsonArray list
            ? comment.Find(
                [.. list.OfType<JsonObject>()], CommentsAtOnce, FirstTry.Earliest(call),
                row => (Answers.Text(row["text"]), At(row["timestamp"]), Answers.Text(row["from"]?["id"]) is not { } from || access.Secret(Self) is not { } self || from == self),
                Comment)
            : CannotTell(answer);
    }

    private static string Comments(PlannedComment comment) => $"/{Uri.EscapeDataString(comment.Post)}/comments";

    private static RemotePost? Comment(JsonObject? comment) => Answers.Text(comment?["id"]) is { } id ? new RemotePost(id, null) : null;
}
