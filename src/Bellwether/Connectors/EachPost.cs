using Bellwether.Networks;

namespace Bellwether.Connectors;

/// <summary>Reads the figures of posts one by one, for networks that tell them that way.</summary>
internal static class EachPost
{
    /// <summary>The figures by the posts' ids. What is not there any more is left out; whatever else goes wrong ends it.</summary>
    /// <param name="posts">The posts to read.</param>
    /// <param name="ask">Asks for one post, by its id as it stands in an address.</param>
    /// <param name="count">The figures in an answer; null where it cannot be read.</param>
    /// <param name="refused">What the network means by a refusal.</param>
    public static async Task<(Dictionary<string, PostFigures> Found, FiguresOutcome? Failed)> CountAsync(
        IReadOnlyList<RemotePost> posts, Func<string, Task<HttpAnswer>> ask, Func<HttpAnswer.Answered, PostFigures?> count, Func<HttpAnswer.Answered, Refusal> refused)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var answer = await ask(Uri.EscapeDataString(post.Id));
            if (answer is HttpAnswer.Answered { IsSuccess: true } fine && count(fine) is { } figures)
            {
                found[post.Id] = figures;
            }
            else if (answer is not HttpAnswer.Answered { Status: 404 or 410 } gone || refused(gone).Kind != ErrorKind.NotFound)
            {
                return (found, Answers.Uncounted(answer, refused));
            }
        }

        return (found, null);
    }
}
