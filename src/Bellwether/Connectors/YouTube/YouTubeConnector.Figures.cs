using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.YouTube;

/// <summary>Changing title and description of what is out, and the numbers of videos and channel.</summary>
public sealed partial class YouTubeConnector : IEditPosts, IReadFigures
{
    private const int AtOnce = 50;

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        // A part is replaced as a whole: what is left out of it would be erased.
        var there = await AskAsync(access, $"/videos?part=snippet&id={Uri.EscapeDataString(remoteId)}", cancel);
        var snippet = there is HttpAnswer.Answered { IsSuccess: true } fine ? (Answers.Json(fine.Body)?["items"] as JsonArray)?.FirstOrDefault()?["snippet"]?.DeepClone() as JsonObject : null;
        if (snippet is null)
        {
            return there is HttpAnswer.Answered { IsSuccess: true } ? new EditOutcome.Failed(ErrorKind.NotFound, "YouTube has no such video.") : Unchanged(there);
        }

        snippet["description"] = Plain(post.Text);
        if (post.Title is { Length: > 0 })
        {
            snippet["title"] = Title(post);
        }

        var body = new JsonObject { ["id"] = remoteId, ["snippet"] = snippet };
        var answer = await CallAsync(access, new HttpCall(HttpMethod.Put, Api + "/videos?part=snippet", Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options))), cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } ? new EditOutcome.Changed(Video(remoteId)) : Unchanged(answer);
    }

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var some in posts.Select(post => post.Id).Chunk(AtOnce))
        {
            var answer = await AskAsync(access, $"/videos?part=statistics&id={string.Join(',', some.Select(Uri.EscapeDataString))}", cancel);
            if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["items"] is not JsonArray rows)
            {
                return answer is HttpAnswer.Answered told && Refused(told) is var why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));
            }

            foreach (var row in rows.OfType<JsonObject>())
            {
                var counts = row["statistics"];
                found[Answers.Text(row["id"]) ?? ""] = new PostFigures(
                    Impressions: Count(counts?["viewCount"]), Likes: Count(counts?["likeCount"]), Comments: Count(counts?["commentCount"]), VideoViews: Count(counts?["viewCount"]), Raw: Answers.Cut(row.ToJsonString()));
            }
        }

        var self = await AskAsync(access, "/channels?part=statistics&mine=true", cancel);
        var channel = self is HttpAnswer.Answered { IsSuccess: true } me ? (Answers.Json(me.Body)?["items"] as JsonArray)?.FirstOrDefault()?["statistics"] : null;
        return new FiguresOutcome.Found(found, channel is null ? null : new AccountFigures(Count(channel["subscriberCount"]), null, Count(channel["videoCount"])));
    }

    private EditOutcome.Failed Unchanged(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told && Refused(told) is var why ? new EditOutcome.Failed(why.Kind, why.Message) : new EditOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));

    private static long? Count(JsonNode? node) => long.TryParse(Answers.Text(node), out var count) ? count : null;
}
