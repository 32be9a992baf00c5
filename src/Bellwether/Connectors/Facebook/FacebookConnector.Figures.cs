using Bellwether.Networks;

namespace Bellwether.Connectors.Facebook;

/// <summary>Changing the words of what is out, and the numbers of posts and page.</summary>
public sealed partial class FacebookConnector : IEditPosts, IReadFigures
{
    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel)
    {
        var answer = await TellAsync(access, $"/{Uri.EscapeDataString(remoteId)}", [new("message", post.Text)], cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } => new EditOutcome.Changed(new RemotePost(remoteId, $"https://www.facebook.com/{remoteId}")),
            HttpAnswer.Answered told when Refused(told) is var why => new EditOutcome.Failed(why.Kind, why.Message),
            _ => new EditOutcome.Failed(ErrorKind.Transient, Answers.Why(answer)),
        };
    }

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var id = Uri.EscapeDataString(post.Id);
            var answer = await AskAsync(access, $"/{id}?fields=shares,comments.summary(true).limit(0),reactions.summary(true).limit(0)", cancel);
            if (answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } counts)
            {
                // One name at a time: Meta retires metrics, and a dead one spoils everything it is asked with.
                var (views, viewers, clicks) = (await InsightAsync(access, id, "post_media_view", cancel), await InsightAsync(access, id, "post_total_media_view_unique", cancel), await InsightAsync(access, id, "post_clicks", cancel));
                // A post that nobody shared has no such field.
                found[post.Id] = new PostFigures(
                    views, viewers, Sum(counts["reactions"]?["summary"]?["total_count"]), Sum(counts["comments"]?["summary"]?["total_count"]), Sum(counts["shares"]?["count"]) ?? 0, clicks, Raw: Answers.Cut(fine.Body));
            }
            else if (answer is not HttpAnswer.Answered gone || Refused(gone).Kind != ErrorKind.NotFound)
            {
                return Unread(answer);
            }
        }

        var page = await AskAsync(access, $"/{Page(access)}?fields=followers_count", cancel);
        return new FiguresOutcome.Found(found, page is HttpAnswer.Answered { IsSuccess: true } told && Sum(Answers.Json(told.Body)?["followers_count"]) is { } followers ? new AccountFigures(followers) : null);
    }

    private async Task<long?> InsightAsync(AccountAccess access, string id, string name, CancellationToken cancel) =>
        await AskAsync(access, $"/{id}/insights?metric={name}", cancel) is HttpAnswer.Answered { IsSuccess: true } fine ? Metric(Answers.Json(fine.Body), name) : null;
}
