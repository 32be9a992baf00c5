using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Bluesky;

/// <summary>What Bluesky counts: reactions of posts, 25 in a call, and the account's followers. Views are counted nowhere there. Posts cannot be changed.</summary>
public sealed class BlueskyFigures(BlueskySession session, TimeProvider clock) : IReadFigures
{
    private const int AtOnce = 25;

    public string Network => "bluesky";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var some in posts.Chunk(AtOnce))
        {
            var answer = await session.AskAsync(access, "app.bsky.feed.getPosts?" + string.Join('&', some.Select(post => $"uris={Uri.EscapeDataString(post.Id)}")), cancel);
            if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["posts"] is not JsonArray list)
            {
                return Answers.Uncounted(answer, Refused);
            }

            foreach (var post in list.OfType<JsonObject>())
            {
                if (Answers.Text(post["uri"]) is { } uri)
                {
                    found[uri] = new PostFigures(
                        Likes: Answers.Number(post["likeCount"]), Comments: Answers.Number(post["replyCount"]), Shares: Answers.Number(post["repostCount"]) + (Answers.Number(post["quoteCount"]) ?? 0),
                        Saves: Answers.Number(post["bookmarkCount"]), Raw: Answers.Cut(post.ToJsonString()));
                }
            }
        }

        var profile = access.Secret("did") is { } did ? await session.AskAsync(access, $"app.bsky.actor.getProfile?actor={Uri.EscapeDataString(did)}", cancel) : null;
        return new FiguresOutcome.Found(
            found, profile is HttpAnswer.Answered { IsSuccess: true } told && Answers.Json(told.Body) is { } account
                ? new AccountFigures(Answers.Number(account["followersCount"]), Answers.Number(account["followsCount"]), Answers.Number(account["postsCount"]))
                : null);
    }

    private Refusal Refused(HttpAnswer.Answered answer) => BlueskyErrors.Of(answer, clock.Now());
}
