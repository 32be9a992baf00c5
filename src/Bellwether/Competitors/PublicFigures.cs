using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Figures from what a network shows to everybody.</summary>
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
        var since = now - Duration.FromDays(7 * Weeks);
        var posts = profile.Posts?.Where(post => post.At >= since && post.At <= now).ToList();
        var known = posts?.Select(post => post.Engagements).OfType<long>().ToList();
        return new Figures(
            profile.Followers,
            posts is null ? null : decimal.Round((decimal)posts.Count / Weeks, 4),
            known is { Count: > 0 } ? decimal.Round((decimal)known.Sum() / known.Count, 4) : null,
            null,
            posts is { Count: > 0 } ? posts.GroupBy(post => post.Form).ToDictionary(group => group.Key, group => decimal.Round((decimal)group.Count() / posts.Count, 6)) : null);
    }
}
