using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Mastodon;

/// <summary>After posting on Mastodon: other words for a post, and its reactions, as the account's own server knows them. Views are counted nowhere there.</summary>
public sealed class MastodonAfterwards(MastodonServer server) : IReadFigures, IEditPosts
{
    private const string Me = "/api/v1/accounts/verify_credentials";

    public string Network => "mastodon";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var (found, failed) = await EachPost.CountAsync(
            posts, id => server.AskAsync(access, $"/api/v1/statuses/{id}", cancel),
            fine => Answers.Json(fine.Body) is { } status
                // Servers before 4.5 know no quotes.
                ? new PostFigures(
                    Likes: Answers.Number(status["favourites_count"]), Comments: Answers.Number(status["replies_count"]),
                    Shares: Answers.Number(status["reblogs_count"]) + (Answers.Number(status["quotes_count"]) ?? 0), Raw: Answers.Cut(status.ToJsonString()))
                : null,
            server.Refused);
        if (failed is not null)
        {
            return failed;
        }

        var account = await server.AskAsync(access, Me, cancel) is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body) : null;
        return new FiguresOutcome.Found(
            found, account is null ? null : new AccountFigures(Answers.Number(account["followers_count"]), Answers.Number(account["following_count"]), Answers.Number(account["statuses_count"])));
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var path = $"/api/v1/statuses/{Uri.EscapeDataString(remoteId)}";
        var old = await server.AskAsync(access, path, cancel);
        if (old is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } status)
        {
            return Answers.Edited(old, _ => null, server.Refused);
        }

        // What is left out of a change is taken away, so what shall stay is said again.
        var body = new JsonObject { ["status"] = post.TextWithLink, ["sensitive"] = status["sensitive"]?.DeepClone(), ["spoiler_text"] = status["spoiler_text"]?.DeepClone(), ["language"] = status["language"]?.DeepClone() };
        if (status["media_attachments"] is JsonArray { Count: > 0 } media)
        {
            body["media_ids"] = new JsonArray([.. media.Select(one => one?["id"]?.DeepClone())]);
        }

        return Answers.Edited(
            await server.CallAsync(access, HttpMethod.Put, path, Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options)), "application/json", [], TimeSpan.FromSeconds(60), cancel),
            told => MastodonConnector.Post(Answers.Json(told.Body)), server.Refused);
    }
}
