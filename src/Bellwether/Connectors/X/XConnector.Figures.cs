using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.X;

/// <summary>Numbers of own posts: what everybody sees, and for thirty days what only the owner may.</summary>
public sealed partial class XConnector : IReadFigures
{
    private const int AtOnce = 100;
    private static readonly Duration OwnersDays = Duration.FromDays(29);

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        var young = Clock.Now() - OwnersDays;
        // One post too old for the owner's numbers spoils the whole question.
        foreach (var some in posts.Select(post => post.Id).GroupBy(id => MadeAt(id) > young).SelectMany(group => group.Chunk(AtOnce).Select(ids => (Young: group.Key, Ids: ids))))
        {
            var fields = some.Young ? "public_metrics,non_public_metrics" : "public_metrics";
            var answer = await AskAsync(access, $"/tweets?ids={string.Join(',', some.Ids.Select(Uri.EscapeDataString))}&tweet.fields={fields}", cancel);
            if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
            {
                return answer is HttpAnswer.Answered told && Refused(told) is var why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));
            }

            foreach (var row in (json["data"] as JsonArray ?? []).OfType<JsonObject>())
            {
                found[Answers.Text(row["id"]) ?? ""] = Figures(row);
            }
        }

        var self = await AskAsync(access, "/users/me?user.fields=public_metrics", cancel);
        var account = self is HttpAnswer.Answered { IsSuccess: true } me ? Answers.Json(me.Body)?["data"]?["public_metrics"] : null;
        return new FiguresOutcome.Found(found, account is null ? null : new AccountFigures(Count(account["followers_count"]), Count(account["following_count"]), Count(account["tweet_count"] ?? account["post_count"])));
    }

    private static PostFigures Figures(JsonObject row)
    {
        var (all, own) = (row["public_metrics"], row["non_public_metrics"]);
        // Reposts were called retweets; both names are about.
        var reposts = Count(all?["retweet_count"] ?? all?["repost_count"]);
        return new PostFigures(
            Impressions: Count(all?["impression_count"]) ?? Count(own?["impression_count"]),
            Likes: Count(all?["like_count"]),
            Comments: Count(all?["reply_count"]),
            Shares: reposts is null ? null : reposts + (Count(all?["quote_count"]) ?? 0),
            LinkClicks: Count(own?["url_link_clicks"]),
            Saves: Count(all?["bookmark_count"]),
            Raw: Answers.Cut(row.ToJsonString()));
    }

    // The number of a post begins with the milliseconds since X's own beginning.
    private static Instant MadeAt(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Instant.FromUnixTimeMilliseconds((number >> 22) + 1_288_834_974_657) : Instant.MinValue;

    private static long? Count(JsonNode? node) => long.TryParse(Answers.Text(node), out var count) ? count : null;
}
