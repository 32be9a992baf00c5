namespace Bellwether.Calendar;

/// <summary>A day on which an account posted: how often, and the response to all posts of that day together.</summary>
public sealed record PostingDay(int Posts, decimal Response);

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

    /// <summary>What the n-th post of a day adds, as a share of what one post alone earns.</summary>
    public double Gain(int nth) => nth == 1 ? 1 : Math.Pow(nth, Exponent) - Math.Pow(nth - 1, Exponent);

    /// <summary>The most posts a day of which each still adds at least the floor; at most <paramref name="cap"/>.</summary>
    public int Most(double floor, int cap = 25)
    {
        var most = 1;
        while (most < cap && Gain(most + 1) >= floor)
        {
            most++;
        }

        return most;
    }
}
