using Bellwether.Kernel;

namespace Bellwether.Returns.Ads;

/// <summary>What results of one kind come to, and what each cost.</summary>
public sealed record ResultSum(string Kind, decimal Count, Money? CostOfEach);

/// <summary>What ads cost and brought together, in one currency. Reach is not here: the same people see several ads.</summary>
/// <param name="Campaign">The network's own name of the campaign; null for those without, or for all together.</param>
/// <param name="Rows">How many rows it rests on.</param>
/// <param name="ClickRate">Clicks ÷ impressions.</param>
/// <param name="CostPerClick">Money ÷ clicks.</param>
/// <param name="CostPerThousand">Money ÷ impressions × 1,000.</param>
/// <param name="Results">One sum for each kind of result; kinds are never added.</param>
public sealed record AdSum(
    string? Campaign, int Rows, Money Spent, long Impressions, long Clicks, decimal? ClickRate, decimal? CostPerClick, decimal? CostPerThousand, IReadOnlyList<ResultSum> Results)
{
    /// <summary>One sum for each campaign and currency, the dearest first.</summary>
    public static IReadOnlyList<AdSum> ByCampaign(IEnumerable<AdSheet> rows) =>
        [.. rows.GroupBy(row => (row.Campaign, row.Spent.Currency)).Select(group => Of(group.Key.Campaign, group.Key.Currency, [.. group])).OrderByDescending(sum => sum.Spent.Amount).ThenBy(sum => sum.Campaign, StringComparer.OrdinalIgnoreCase)];

    /// <summary>One sum for each currency.</summary>
    public static IReadOnlyList<AdSum> Totals(IEnumerable<AdSheet> rows) =>
        [.. rows.GroupBy(row => row.Spent.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(null, group.Key, [.. group]))];

    private static AdSum Of(string? campaign, string currency, IReadOnlyList<AdSheet> rows)
    {
        var spent = rows.Aggregate(Money.Zero(currency), (sum, row) => sum + row.Spent);
        var (shown, clicks) = (rows.Sum(row => row.Impressions), rows.Sum(row => row.Clicks));
        return new AdSum(
            campaign, rows.Count, spent, shown, clicks, Each(clicks, shown), Each(spent.Amount, clicks), Each(spent.Amount * 1000, shown),
            [
                .. rows.SelectMany(row => row.Results).GroupBy(result => result.Kind, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
                    .Select(group => (group.Key, Count: group.Sum(result => result.Count))).Select(kind => new ResultSum(kind.Key, kind.Count, kind.Count > 0 ? Money.Of(spent.Amount / kind.Count, currency) : null)),
            ]);
    }

    private static decimal? Each(decimal whole, decimal by) => by > 0 ? decimal.Round(whole / by, 6, MidpointRounding.ToEven) : null;
}
