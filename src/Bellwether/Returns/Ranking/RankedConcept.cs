using Bellwether.Kernel;
using Bellwether.Returns.Costs;

namespace Bellwether.Returns.Ranking;

/// <summary>A channel, campaign, theme or goal by what it returns.</summary>
/// <param name="Orders">How many conversions with a value it rests on; a part of one is part of it.</param>
/// <param name="Return">What came back for each unit of its cost; null where its cost is not known or nothing.</param>
/// <param name="Low">The lower end of where that may lie; null with fewer than five orders.</param>
/// <param name="High">The upper end.</param>
/// <param name="PerHour">What came back for each hour.</param>
/// <param name="PerHourLow">The lower end of that.</param>
/// <param name="PerHourHigh">The upper end.</param>
public sealed record RankedConcept(
    string Id, string Title, decimal Orders, int Minutes, Money Paid, Money? Cost, Money Value, decimal? Return, decimal? Low, decimal? High, Money? PerHour, Money? PerHourLow, Money? PerHourHigh)
{
    /// <summary>The concepts of one kind, the best first by the lower end of what it returns: what is only lucky so far stands behind what is sure.</summary>
    public static IReadOnlyList<RankedConcept> Rank(ReturnFacts facts, ReturnsBy by)
    {
        var values = facts.Returns.Where(piece => piece.Value is { Minor: > 0 } && piece.Share > 0).ToLookup(piece => piece.Place.Of(by), piece => (Minor: piece.Value!.Value.Minor * piece.Share, piece.Share));
        return
        [
            .. facts.By(by).Where(sum => sum.Id is not null && sum.Title is not null).Select(sum =>
            {
                var orders = decimal.Round(values[sum.Id].Sum(value => value.Share), 3);
                var range = ReturnRange.Of([.. values[sum.Id].Select(value => value.Minor)], orders);
                var gives = sum is { Cost: { Minor: > 0 } cost, Missing.Count: 0 } ? decimal.Round(sum.Value.Amount / cost.Amount, 6, MidpointRounding.ToEven) : (decimal?)null;
                Money? Times(Money? money, decimal? factor) => money is { } some && factor is { } times ? Money.Of(some.Amount * times, some.Currency) : null;
                return new RankedConcept(
                    sum.Id!, sum.Title!, orders, sum.Minutes, sum.Paid, sum.Cost, sum.Value, gives, gives * range?.Low, gives * range?.High,
                    sum.ValuePerHour, Times(sum.ValuePerHour, range?.Low), Times(sum.ValuePerHour, range?.High));
            }).OrderByDescending(concept => concept.Low ?? -1).ThenByDescending(concept => concept.Return ?? -1).ThenBy(concept => concept.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>
    /// What might be moved: a fifth of what the surely weakest takes, to the surely best. Nothing while their ranges overlap, since the
    /// order may then be luck.
    /// </summary>
    public static ReallocationProposal? Propose(IReadOnlyList<RankedConcept> ranked)
    {
        var sure = ranked.Where(concept => concept is { Low: not null, High: not null }).ToList();
        if (sure.Count < 2)
        {
            return null;
        }

        var (best, weakest) = (sure.MaxBy(concept => concept.Low)!, sure.MinBy(concept => concept.High)!);
        var (amount, minutes) = (Money.Of(weakest.Paid.Amount / 5, weakest.Paid.Currency), (weakest.Minutes + 2) / 5);
        return best.Low <= weakest.High || (amount.Minor == 0 && minutes == 0) ? null : new ReallocationProposal(weakest.Id, weakest.Title, best.Id, best.Title, amount, minutes);
    }
}

/// <summary>The proposal to move money and hours from what surely returns less to what surely returns more.</summary>
/// <param name="Amount">How much money; a fifth of what went there so far, to the smallest unit of the currency.</param>
/// <param name="Minutes">How much time; a fifth of what went there so far, to the minute.</param>
public sealed record ReallocationProposal(string From, string FromTitle, string To, string ToTitle, Money Amount, int Minutes);
