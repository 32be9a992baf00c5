using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Figures from posts: those of rivals as networks show them to everybody, and our own.</summary>
public static class PublicFigures
{
    /// <summary>Weeks over which posts are counted.</summary>
    public const int Weeks = 4;

    /// <summary>
    /// Posts a week: own posts of the last four weeks over four. Engagement of a post: the mean of likes + shares + comments of those
    /// posts whose reactions are known (the usual public engagement sum; clicks are not public). What was not told stays unknown.
    /// </summary>
    public static Figures Of(PublicProfile profile, Instant now)
    {
        var since = Since(now);
        var posts = profile.Posts?.Where(post => post.At >= since && post.At <= now).Select(post => (post.Form, (decimal?)post.Engagements)).ToList();
        return (posts is null ? new Figures() : Of(posts)) with { Followers = profile.Followers };
    }

    /// <summary>The same of any posts of the last four weeks.</summary>
    public static Figures Of(IReadOnlyList<(PublicPostForm Form, decimal? Engagement)> posts)
    {
        var known = posts.Select(post => post.Engagement).OfType<decimal>().ToList();
        return new Figures(
            null,
            decimal.Round((decimal)posts.Count / Weeks, 4),
            known.Count > 0 ? decimal.Round(known.Sum() / known.Count, 4) : null,
            null,
            posts.Count > 0 ? posts.GroupBy(post => post.Form).ToDictionary(group => group.Key, group => decimal.Round((decimal)group.Count() / posts.Count, 6)) : null);
    }

    /// <summary>The first moment that counts.</summary>
    public static Instant Since(Instant now) => now - Duration.FromDays(7 * Weeks);
}
