using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Ghost;

/// <summary>After publishing on Ghost: other words for an article, the clicks Ghost counts in it, and the site's members.</summary>
public sealed class GhostAfterwards(GhostSite site) : IReadFigures, IEditPosts
{
    public string Network => "ghost";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var (found, failed) = await EachPost.CountAsync(
            posts, id => site.AskAsync(access, $"posts/{id}/?include=count.clicks&fields=id,status", cancel),
            fine => GhostSite.Post(fine.Body) is { } there ? new PostFigures(LinkClicks: Answers.Number(there["count"]?["clicks"]), Raw: Answers.Cut(fine.Body)) : null,
            site.Refused);
        if (failed is not null)
        {
            return failed;
        }

        var members = await site.AskAsync(access, "members/?limit=1&fields=id", cancel);
        return new FiguresOutcome.Found(
            found, members is HttpAnswer.Answered { IsSuccess: true } told && Answers.Number(Answers.Json(told.Body)?["meta"]?["pagination"]?["total"]) is { } total ? new AccountFigures(Followers: total) : null);
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var path = $"posts/{Uri.EscapeDataString(remoteId)}/";
        var answer = await site.AskAsync(access, $"{path}?formats=html", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || GhostSite.Post(fine.Body) is not { } old)
        {
            return Answers.Edited(answer, _ => null, site.Refused);
        }

        var body = new JsonObject { ["updated_at"] = old["updated_at"]?.DeepClone(), ["title"] = Article.Title(post), ["html"] = GhostContent.Reworded(Answers.Text(old["html"]) ?? "", post.TextWithLink) };
        return Answers.Edited(await site.TellAsync(access, HttpMethod.Put, $"{path}?source=html", body, cancel), told => GhostConnector.Published(told.Body), site.Refused);
    }
}
