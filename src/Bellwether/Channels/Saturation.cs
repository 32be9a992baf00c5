namespace Bellwether.Channels;

/// <summary>A day on which an account posted: how often, the response to all posts of that day together, and how many left.</summary>
/// <param name="Unfollows">People who stopped following that day; null where nobody counted them.</param>
public sealed record PostingDay(int Posts, decimal Response, decimal? Unfollows = null);

/// <summary>
/// How the response to a day's posts grows with their number: total(n) = total(1) · n^exponent. An exponent of 1 means that
/// every further post earns as much as the first, 0 that it earns nothing.
/// </summary>
/// <param name="Exponent">The exponent, fitted by least squares over the logarithms.</param>
/// <param name="Days">How many days it rests on.</param>
public sealed record Saturation(double Exponent, int Days)
{
    /// <summary>Fits the exponent; null without days of at least two different numbers of posts.</summary>
    public static Saturation? Of(IReadOnlyCollection<PostingDay> days)
    {
        var points = days.Where(day => day.Posts > 0 && day.Response > 0).Select(day => (X: Math.Log(day.Posts), Y: Math.Log((double)day.Response))).ToList();
        if (points.Select(point => point.X).Distinct().Count() < 2)
        {
            return null;
        }

        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        return new Saturation(slope, points.Count);
    }

    /// <summary>From one published point: so many posts a day earn this share of a single post's response each.</summary>
    public static Saturation Published(int posts, double sharePerPost) => new(Math.Log(posts * sharePerPost) / Math.Log(posts), 0);

    /// <summary>What n posts a day earn together, as a multiple of one post alone.</summary>
    public double Total(int posts) => Math.Pow(posts, Exponent);

    /// <summary>What each of n posts a day earns, as a share of one post alone.</summary>
    public double PerPost(int posts) => Math.Pow(posts, Exponent - 1);

    /// <summary>What the n-th post of a day adds, as a share of what one post alone earns.</summary>
    public double Gain(int nth) => nth == 1 ? 1 : Total(nth) - Total(nth - 1);

    /// <summary>The most posts a day of which each still adds at least the floor and drives nobody away; at most <paramref name="cap"/>.</summary>
    /// <param name="floor">The least that one more post must add, as a share of one post alone.</param>
    /// <param name="leaving">Whether more people leave on days with so many posts; null when nobody counted.</param>
    /// <param name="cap">Where to stop looking.</param>
    public int Most(double floor, Func<int, bool>? leaving = null, int cap = 25)
    {
        var most = 1;
        while (most < cap && Gain(most + 1) >= floor && leaving?.Invoke(most + 1) != true)
        {
            most++;
        }

        return most;
    }
}
