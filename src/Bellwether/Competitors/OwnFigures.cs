using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A post of ours that is out.</summary>
/// <param name="Subjects">Where its numbers may stand.</param>
public sealed record OwnPost(Id<SocialAccount> Account, PublicPostForm Form, IReadOnlyList<string> Subjects);

/// <summary>Port: what went out on our own accounts. Publishing fulfils it.</summary>
[Port]
public interface IOwnPosts
{
    /// <summary>Posts that went out since a moment and are still there.</summary>
    Task<IReadOnlyList<OwnPost>> SinceAsync(Id<Brand> brand, IReadOnlyCollection<Id<SocialAccount>> accounts, Instant since, CancellationToken cancel);
}

/// <summary>
/// The own side of the comparison, where nobody wrote it down: followers and minutes to an answer from the numbers on file, rhythm,
/// engagement and formats from what went out in the last four weeks, or from imported counts. What nothing tells stays blank.
/// </summary>
[Scoped]
public sealed class OwnFigures(ObservationBook numbers, IEnumerable<IOwnPosts> posted, TimeProvider clock)
{
    private const string OnFile = "numbers on file";
    private static readonly string[] OfAccount = ["followers", "first_response", "posts_published", .. Reactions, "engagements"];

    private static string[] Reactions => ["likes", "shares", "comments"];

    /// <summary>What is known of each account; accounts of which nothing is are there and empty.</summary>
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, NewestFigures>> OfAsync(Brand brand, IReadOnlyList<SocialAccount> accounts, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var posts = new List<OwnPost>();
        foreach (var step in posted)
        {
            posts.AddRange(await step.SinceAsync(brand.Id, [.. accounts.Select(account => account.Id)], PublicFigures.Since(clock.Now()), cancel));
        }

        var keys = accounts.SelectMany(account => OfAccount.Select(metric => new SeriesKey(account.Id.ToString(), metric)))
            .Concat(posts.SelectMany(post => post.Subjects).SelectMany(subject => Reactions.Append("engagements").Select(metric => new SeriesKey(subject, metric))));
        var series = await numbers.SeriesAsync([.. keys], today.PlusYears(-1), today, cancel);
        var byAccount = posts.ToLookup(post => post.Account);
        return accounts.ToDictionary(account => account.Id, account => Of(account.Id.ToString(), [.. byAccount[account.Id]], series, today));
    }

    private static NewestFigures Of(string subject, List<OwnPost> posts, IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>> series, LocalDate today)
    {
        var values = new Dictionary<BenchmarkMeasure, KnownFigure>();
        if (Newest(series, subject, "followers") is { } followers)
        {
            values[BenchmarkMeasure.Followers] = new KnownFigure(followers.Value, followers.Start, OnFile);
        }

        if (Newest(series, subject, "first_response") is { } answer)
        {
            values[BenchmarkMeasure.ResponseMinutes] = new KnownFigure(answer.Value, LocalDate.Min(answer.End, today), "inbox, in working time");
        }

        var figures = posts.Count > 0
            ? PublicFigures.Of([.. posts.Select(post => (post.Form, post.Subjects.Select(one => Reacted(series, one, LocalDate.MinIsoValue)).FirstOrDefault(sum => sum is not null)))])
            : Counted(series, subject, today.PlusDays(-7 * PublicFigures.Weeks));
        foreach (var (measure, value) in new[] { (BenchmarkMeasure.PostsPerWeek, figures.PostsPerWeek), (BenchmarkMeasure.EngagementPerPost, figures.EngagementPerPost) })
        {
            if (value is { } known)
            {
                values[measure] = new KnownFigure(known, today, posts.Count > 0 ? "our posts of four weeks" : OnFile);
            }
        }

        return new NewestFigures(values, figures.Formats);
    }

    /// <summary>Rhythm and engagement from imported counts of the account's last four weeks.</summary>
    private static Figures Counted(IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>> series, string subject, LocalDate from)
    {
        var count = Sum(series, subject, "posts_published", from);
        return new Figures(
            PostsPerWeek: count is { } posts ? decimal.Round(posts / PublicFigures.Weeks, 4) : null,
            EngagementPerPost: count is > 0 && Reacted(series, subject, from) is { } all ? decimal.Round(all / count.Value, 4) : null);
    }

    /// <summary>Likes, shares and comments together, where all three are known; else what the network itself adds up.</summary>
    private static decimal? Reacted(IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>> series, string subject, LocalDate from)
    {
        var parts = Reactions.Select(metric => Sum(series, subject, metric, from)).ToList();
        return parts.TrueForAll(part => part is not null) ? parts.Sum() : Sum(series, subject, "engagements", from);
    }

    private static decimal? Sum(IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>> series, string subject, string metric, LocalDate from) =>
        Combined.Of(ShippedMetrics.Find(metric)!, [.. series[new SeriesKey(subject, metric)].Where(point => point.Start > from)]).Value;

    private static Point? Newest(IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>> series, string subject, string metric) =>
        series[new SeriesKey(subject, metric)] is [.., var last] ? last : null;
}
