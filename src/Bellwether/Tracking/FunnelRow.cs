using Bellwether.Kernel;

namespace Bellwether.Tracking;

/// <summary>From click to revenue, for one post, channel, goal, account, campaign or link.</summary>
/// <param name="Subject">Its id; null for what belongs to none.</param>
/// <param name="Title">What people call it, where it is known.</param>
/// <param name="Path">Where it is on the screen.</param>
/// <param name="Clicks">Everybody who followed and counts: clicks and scans of QR codes.</param>
/// <param name="Visits">Clicks that began a visit.</param>
/// <param name="Conversions">Conversions credited to it.</param>
/// <param name="Revenue">What they were worth, one sum per currency: two currencies never add.</param>
/// <param name="Rate">Conversions per click: only those joined to a click or link (the numerator), of all clicks (the denominator). What came by a deal code, by a customer known before, or by nothing known is among the conversions and not in it. Absent without clicks.</param>
/// <param name="Scans">How many of the clicks were scans of a QR code.</param>
public sealed record FunnelRow(
    string? Subject, string? Title, string? Path, long Clicks, long Visits, int Conversions, IReadOnlyList<Money> Revenue, Ratio? Rate, long Scans = 0);

/// <summary>Adds up what belongs to one row.</summary>
internal sealed class FunnelSum
{
    private readonly SortedDictionary<string, long> revenue = new(StringComparer.Ordinal);

    public long Clicks { get; private set; }

    public long Visits { get; private set; }

    public int Conversions { get; private set; }

    private int FromClicks { get; set; }

    public IReadOnlyList<Money> Revenue => [.. revenue.Select(sum => new Money(sum.Value, sum.Key))];

    public long Scans { get; private set; }

    public void Click(long clicks, long visits, bool scan = false) => (Clicks, Visits, Scans) = (Clicks + clicks, Visits + visits, Scans + (scan ? clicks : 0));

    /// <summary>Adds conversions; a code typed in or a known customer is no success of a click.</summary>
    public void Convert(int count, long minor, string? currency, MatchedBy by)
    {
        Conversions += count;
        FromClicks += by is MatchedBy.ClickId or MatchedBy.Link ? count : 0;
        if (currency is not null)
        {
            revenue[currency] = revenue.GetValueOrDefault(currency) + minor;
        }
    }

    public FunnelRow Row(string? subject, string? title = null, string? path = null) =>
        new(subject, title, path, Clicks, Visits, Conversions, Revenue, Ratio.Of(FromClicks, Clicks), Scans);
}
