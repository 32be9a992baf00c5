using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>The author's own first comment. Comments are plain text, without the signs that a post's text knows.</summary>
public sealed partial class LinkedInConnector
{
    private const string Comments = "comments";
    private const int CommentsAtOnce = 100;

    private async Task<SendOutcome> CommentAsync(AccountAccess access, PlannedComment comment, CancellationToken cancel)
    {
        var body = new JsonObject { ["actor"] = Author(access), ["object"] = comment.Post, ["message"] = new JsonObject { ["text"] = comment.Words } };
        var answer = await TellAsync(access, HttpMethod.Post, CommentsOf(comment.Post), body.ToJsonString(HouseJson.Options), cancel);
        return Answers.Sent(
            answer, fine => Comment(comment.Post, Answers.Json(fine.Body), fine.Header("x-restli-id")),
            PlannedComment.Refused(Refused, IsPage(access) ? "w_organization_social_feed" : "w_member_social_feed"));
    }

    private async Task<ReconcileOutcome> FindCommentAsync(AccountAccess access, PlannedCall call, PlannedComment comment, CancellationToken cancel)
    {
        if (!IsPage(access))
        {
            return new ReconcileOutcome.CannotTell("LinkedIn lets no application read the comments below a person’s own post.", Never: true);
        }

        var answer = await AskAsync(access, $"{CommentsOf(comment.Post)}?start=0&count={CommentsAtOnce}", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body)?["elements"] is JsonArray list
            ? comment.Find(
                [.. list.OfType<JsonObject>()], CommentsAtOnce, FirstTry.Earliest(call),
                row => (Answers.Text(row["message"]?["text"]), MadeAt(row["created"]?["time"]), Answers.Text(row["actor"]) == Author(access)),
                row => Comment(comment.Post, row, null))
            : CannotTell(answer);
    }

    private Task<HttpAnswer> RemoveCommentAsync(AccountAccess access, Match comment, CancellationToken cancel) => TellAsync(
        access, HttpMethod.Delete, $"{CommentsOf(comment.Groups["post"].Value)}/{comment.Groups["id"].Value}?actor={Uri.EscapeDataString(Author(access))}", null, cancel);

    private static string CommentsOf(string urn) => $"/rest/socialActions/{Uri.EscapeDataString(urn)}/{Comments}";

    private static RemotePost? Comment(string post, JsonObject? comment, string? id)
    {
        var urn = Answers.Text(comment?["commentUrn"]) ?? ((Answers.Text(comment?["id"]) ?? id) is { Length: > 0 } number ? $"urn:li:comment:({post},{number})" : null);
        return urn is null ? null : new RemotePost(urn, $"{Permalink(post)}?commentUrn={Uri.EscapeDataString(urn)}");
    }

    private static Instant MadeAt(JsonNode? milliseconds) =>
        long.TryParse(Answers.Text(milliseconds), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Instant.FromUnixTimeMilliseconds(at) : Instant.MinValue;

    [GeneratedRegex(@"^urn:li:comment:\((?<post>urn:li:\w+:\d+),(?<id>\d+)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex CommentUrn();
}
