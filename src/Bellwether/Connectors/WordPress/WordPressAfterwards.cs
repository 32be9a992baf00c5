using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.WordPress;

/// <summary>After publishing: other words for an article, and its comments, the one thing WordPress counts by itself.</summary>
public sealed class WordPressAfterwards(WordPressSite site) : IReadFigures, IEditPosts
{
    public string Network => "wordpress";

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var (found, failed) = await EachPost.CountAsync(
            posts,
            // Comments of an article that is gone are simply none: the article is asked for first.
            async id => await site.AskAsync(access, $"posts/{id}", "&_fields=id,status", cancel) is var there && there is HttpAnswer.Answered { IsSuccess: true } ? await site.AskAsync(access, "comments", $"&post={id}&per_page=1&_fields=id", cancel) : there,
            fine => new PostFigures(Comments: long.TryParse(fine.Header("x-wp-total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null, Raw: Answers.Cut(fine.Body)),
            site.Refused);
        return failed ?? new FiguresOutcome.Found(found);
    }

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var route = $"posts/{Uri.EscapeDataString(remoteId)}";
        var answer = await site.AskAsync(access, route, "&context=edit", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } old)
        {
            return Answers.Edited(answer, _ => null, site.Refused);
        }

        var body = new JsonObject { ["title"] = Article.Title(post), ["content"] = WordPressContent.Reworded(Answers.Text(old["content"]?["raw"]) ?? "", post.TextWithLink) };
        return Answers.Edited(
            await site.TellAsync(access, route, body, cancel),
            told => Answers.Json(told.Body) is { } changed && Answers.Text(changed["id"]) is { } id ? new RemotePost(id, Answers.Text(changed["link"])) : null, site.Refused);
    }
}
