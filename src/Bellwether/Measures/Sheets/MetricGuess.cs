using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;

namespace Bellwether.Measures.Sheets;

/// <summary>Guesses the metric that a column's name means.</summary>
internal static class MetricGuess
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["views"] = "views_video", ["plays"] = "views_video", ["video plays"] = "views_video",
        ["reactions"] = "likes", ["favorites"] = "likes", ["favourites"] = "likes",
        ["retweets"] = "shares", ["reposts"] = "shares", ["reblogs"] = "shares",
        ["replies"] = "comments", ["bookmarks"] = "saves",
        ["follower count"] = "followers", ["total followers"] = "followers", ["page followers"] = "followers", ["facebook followers"] = "followers", ["instagram followers"] = "followers",
        ["net followers"] = "followers_net", ["net follows"] = "followers_net", ["net growth"] = "followers_net",
        ["lost followers"] = "unfollows",
        ["reached audience"] = "reach", ["people reached"] = "reach", ["accounts reached"] = "reach", ["facebook reach"] = "reach", ["instagram reach"] = "reach",
        ["profile views"] = "profile_visits", ["page visits"] = "profile_visits", ["facebook visits"] = "profile_visits", ["instagram profile visits"] = "profile_visits",
        ["url clicks"] = "link_clicks", ["clicks"] = "link_clicks",
        ["posts"] = "posts_published", ["tweets"] = "posts_published",
        ["key events"] = "conversions", ["spend"] = "ad_spend", ["amount spent"] = "ad_spend", ["enquiries"] = "leads",
    };

    /// <summary>The metric of a column's name, or null.</summary>
    public static Metric? Of(string header, IReadOnlyList<Metric> metrics)
    {
        var key = HeaderText.Key(header);
        var bare = key.Split('(')[0].Trim();
        return metrics.FirstOrDefault(metric => HeaderText.Key(metric.Key) == key || HeaderText.Key(metric.Name) == key)
            ?? metrics.FirstOrDefault(metric => HeaderText.Key(metric.Key) == bare || HeaderText.Key(metric.Name) == bare)
            ?? (Synonyms.TryGetValue(key, out var named) || Synonyms.TryGetValue(bare, out named) ? metrics.FirstOrDefault(metric => metric.Key == named) : null);
    }
}
