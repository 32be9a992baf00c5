using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>Changing the text of what is out, and the numbers of a page; of a member LinkedIn tells none.</summary>
public sealed partial class LinkedInConnector : IEditPosts, IReadFigures
{
    private const int AtOnce = 20;

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var patch = new JsonObject { ["patch"] = new JsonObject { ["$set"] = new JsonObject { ["commentary"] = LinkedInText.Write(post.Text) } } };
        var answer = await TellAsync(access, HttpMethod.Post, $"/rest/posts/{Uri.EscapeDataString(remoteId)}", patch.ToJsonString(HouseJson.Options), cancel, "PARTIAL_UPDATE");
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } => new EditOutcome.Changed(Post(remoteId)),
            HttpAnswer.Answered told when Refused(told) is { } why => new EditOutcome.Failed(why.Kind, why.Message),
            _ => new EditOutcome.Failed(ErrorKind.Transient, Answers.Why(answer)),
        };
    }

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        if (!IsPage(access))
        {
            return new FiguresOutcome.Failed(ErrorKind.PermissionMissing, "LinkedIn tells numbers of pages only, not of a person’s own profile.");
        }

        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        var page = Uri.EscapeDataString(Author(access));
        foreach (var kind in posts.Select(post => post.Id).GroupBy(urn => urn.StartsWith("urn:li:ugcPost:", StringComparison.Ordinal) ? "ugcPosts" : "shares", StringComparer.Ordinal))
        {
            foreach (var some in kind.Chunk(AtOnce))
            {
                var answer = await AskAsync(
                    access, $"/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity={page}&{kind.Key}=List({string.Join(',', some.Select(Uri.EscapeDataString))})", cancel);
                if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["elements"] is not JsonArray rows)
                {
                    return Unread(answer);
                }

                foreach (var row in rows.OfType<JsonObject>())
                {
                    if ((Answers.Text(row["share"]) ?? Answers.Text(row["ugcPost"])) is { } urn && row["totalShareStatistics"] is JsonObject told)
                    {
                        found[urn] = new PostFigures(
                            Count(told["impressionCount"]), Count(told["uniqueImpressionsCount"]), Count(told["likeCount"]), Count(told["commentCount"]), Count(told["shareCount"]), Count(told["clickCount"]), Raw: Answers.Cut(row.ToJsonString()));
                    }
                }
            }
        }

        var size = await AskAsync(access, $"/rest/networkSizes/{page}?edgeType=COMPANY_FOLLOWED_BY_MEMBER", cancel);
        return new FiguresOutcome.Found(found, size is HttpAnswer.Answered { IsSuccess: true } sized && Count(Answers.Json(sized.Body)?["firstDegreeSize"]) is { } followers ? new AccountFigures(followers) : null);
    }

    private FiguresOutcome.Failed Unread(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told && Refused(told) is var why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));

    private static long? Count(JsonNode? node) => long.TryParse(Answers.Text(node), out var count) ? count : null;
}
