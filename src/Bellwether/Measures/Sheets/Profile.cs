using Bellwether.Metrics;

namespace Bellwether.Measures.Sheets;

/// <summary>What a known column is.</summary>
/// <param name="Metric">The metric's key; null when none fits.</param>
/// <param name="Times">What its numbers are multiplied by.</param>
/// <param name="Over">The name of the column with the denominator of a rate.</param>
/// <param name="Why">The reason in words.</param>
internal sealed record Known(string? Metric, decimal Times = 1, string? Over = null, string? Why = null);

/// <summary>A file that a network or tool exports: how it is recognised and what its columns are.</summary>
internal sealed record Profile(string Name, Func<FoundTables, bool> Fits, IReadOnlyDictionary<string, Known> Columns)
{
    /// <summary>The network whose account was measured.</summary>
    public string? Network { get; init; }

    public string? Date { get; init; }

    public bool AddUp { get; init; }

    public PeriodLength Length { get; init; } = PeriodLength.Day;

    public DateMeaning Meaning { get; init; }

    /// <summary>The metric that counts the rows themselves.</summary>
    public string? Rows { get; init; }

    public string? Label { get; init; }
}

/// <summary>The exports that are known by their columns.</summary>
internal static class Profiles
{
    private const string Own = "No metric of the catalogue says this. Define one of your own to keep it.";

    public static IReadOnlyList<Profile> All { get; } =
    [
        new("X post activity export", One("tweet id", "time", "impressions", "engagements"), new Dictionary<string, Known>
        {
            ["impressions"] = new("impressions"),
            ["engagements"] = new("engagements"),
            ["engagement rate"] = new("er_impressions", 1, "impressions", "Weighted by impressions: a mean of rates would be wrong."),
            ["retweets"] = new("shares"),
            ["replies"] = new("comments"),
            ["likes"] = new("likes"),
            ["url clicks"] = new("link_clicks"),
        }) { Network = "x", Date = "time", AddUp = true, Rows = "posts_published" },
        new("X monthly account table", One("date", "month", "tweets", "tweet impressions"), new Dictionary<string, Known>
        {
            ["followers"] = new("followers"),
            ["new followers"] = new("followers_net"),
            ["tweets"] = new("posts_published"),
            ["tweet impressions"] = new("impressions"),
            ["profile visits"] = new("profile_visits"),
            ["mentions"] = new("mentions"),
        }) { Network = "x", Date = "date", Length = PeriodLength.Month, Meaning = DateMeaning.AfterPeriod },
        new("YouTube content table", One("content", "video title", "views", "impressions"), new Dictionary<string, Known>
        {
            ["views"] = new("views_video"),
            ["impressions"] = new("impressions"),
            ["impressions click-through rate (%)"] = new("ctr", 0.01m, "impressions", "Weighted by impressions: a mean of rates would be wrong."),
            ["subscribers"] = new("followers_net"),
            ["watch time (hours)"] = new(null, Why: Own),
            ["estimated revenue (usd)"] = new(null, Why: "Revenue of the channel's advertising, not of the brand's sales. Define a metric of your own to keep it."),
        }) { Network = "youtube", AddUp = true, Length = PeriodLength.ToDate, Label = "content" },
        new("YouTube daily chart", tables => tables.Tables is [{ Columns.Count: 3 } table] && table.Find("date") == 0 && table.Find("views") == 2 && !table.Rows.Any(row => TableFinder.IsValue(row.At(1))), new Dictionary<string, Known>
        {
            ["views"] = new("views_video"),
        }) { Network = "youtube", Date = "date", AddUp = true },
        new("YouTube totals", tables => tables.Tables is [{ Rows.Count: > 0 } table] && table.Has("views", "watch time (hours)"), new Dictionary<string, Known>
        {
            ["views"] = new("views_video"),
            ["watch time (hours)"] = new(null, Why: Own),
        }) { Network = "youtube", AddUp = true, Length = PeriodLength.ToDate },
        new("Meta Business Suite daily series", tables => tables.Tables.Count > 0 && tables.Tables.All(table => table.Has("date", "primary") && table.Title.Length > 0), new Dictionary<string, Known>())
        {
            Network = "facebook", Date = "date",
        },
        new("Meta Business Suite audience", tables => tables.Tables.Any(table => table.Has("fb_page", "follow") || table.Has("ig_account", "follow")), new Dictionary<string, Known>())
        {
            Network = "facebook", Length = PeriodLength.ToDate,
        },
        new("TikTok overview", One("date", "video views", "profile views", "net growth"), new Dictionary<string, Known>
        {
            ["video views"] = new("views_video"),
            ["reached audience"] = new("reach"),
            ["profile views"] = new("profile_visits"),
            ["likes"] = new("likes"),
            ["shares"] = new("shares"),
            ["comments"] = new("comments"),
            ["leads submission"] = new("leads"),
            ["net growth"] = new("followers_net"),
            ["new followers"] = new(null, Why: "Without those who left; “Net growth” beside it is what the catalogue counts."),
            ["lost followers"] = new("unfollows"),
        }) { Network = "tiktok", Date = "date" },
        new("Google Analytics 4 report", tables => tables.Between.Any(row => row.Text.Contains("GA4", StringComparison.Ordinal) || row.Text.Contains("# Property", StringComparison.Ordinal)) || One("date", "event count", "total users")(tables), new Dictionary<string, Known>
        {
            ["event count"] = new(null, Why: Own),
            ["total users"] = new(null, Why: "People of the whole site, counted once a day; the catalogue's reach is that of an account. Define a metric of your own to keep it."),
            ["key events"] = new("conversions"),
            ["conversions"] = new("conversions"),
            ["sessions"] = new(null, Why: "Sessions of the whole site. Choose social sessions if the report was filtered to them."),
        }) { Date = "date" },
    ];

    private static Func<FoundTables, bool> One(params string[] columns) => tables => tables.Tables is [var table] && table.Has(columns);
}
