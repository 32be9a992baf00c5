using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.TikTok;

/// <summary>The numbers of videos and of the account.</summary>
public sealed partial class TikTokConnector : IReadFigures
{
    private const int AtOnce = 20;

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in posts.Select(post => post.Id))
        {
            // Confirmed before TikTok's moderation was through: the number people see it under is asked for now.
            var number = id.All(char.IsAsciiDigit) ? id : Data(await StatusAsync(access, id, cancel)) is { } status ? Public(status) : null;
            if (number is not null)
            {
                shown[number] = id;
            }
        }

        foreach (var some in shown.Keys.Chunk(AtOnce))
        {
            var body = new JsonObject { ["filters"] = new JsonObject { ["video_ids"] = new JsonArray([.. some.Select(id => (JsonNode)id)]) } };
            var answer = Plain(await TellAsync(access, "/video/query/?fields=id,view_count,like_count,comment_count,share_count", body, cancel));
            if (Data(answer)?["videos"] is not JsonArray rows)
            {
                return Answers.Uncounted(answer, Refused);
            }

            foreach (var row in rows.OfType<JsonObject>())
            {
                if (Answers.Text(row["id"]) is { } number && shown.TryGetValue(number, out var id))
                {
                    var views = Answers.Number(row["view_count"]);
                    found[id] = new PostFigures(views, Likes: Answers.Number(row["like_count"]), Comments: Answers.Number(row["comment_count"]), Shares: Answers.Number(row["share_count"]), VideoViews: views, Raw: Answers.Cut(row.ToJsonString()));
                }
            }
        }

        var me = Data(await AskAsync(access, "/user/info/?fields=follower_count,following_count,video_count", cancel))?["user"];
        return new FiguresOutcome.Found(found, me is null ? null : new AccountFigures(Answers.Number(me["follower_count"]), Answers.Number(me["following_count"]), Answers.Number(me["video_count"])));
    }
}
