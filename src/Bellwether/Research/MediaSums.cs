using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Research;

/// <summary>What one medium was planned to take and took. Money is in the ledger's one currency.</summary>
/// <param name="MoneyShare">Its part of all money spent, 0 to 1; null where nothing was spent.</param>
/// <param name="HoursShare">Its part of all hours spent, 0 to 1; null where none were spent.</param>
/// <param name="Target">The share of money it should have, 0 to 1; null where nobody said.</param>
public sealed record MediumSum(Medium Medium, decimal PlannedHours, decimal SpentHours, decimal PlannedMoney, decimal SpentMoney, decimal? MoneyShare, decimal? HoursShare, decimal? Target);

/// <summary>How far a month's spending lies from the shares aimed at.</summary>
/// <param name="Distance">Half the sum of all differences of shares, 0 to 1: what part of the money went elsewhere; null without money or targets.</param>
public sealed record MonthShares(LocalDate Month, decimal SpentMoney, decimal SpentHours, IReadOnlyDictionary<Medium, decimal> Shares, decimal? Distance);

/// <summary>Money that would bring spending to the shares aimed at.</summary>
public sealed record Reallocation(Medium From, Medium To, decimal Amount);

/// <summary>Adds up the media usage ledger.</summary>
public static class MediaSums
{
    /// <summary>One row per medium, the one with the most money first.</summary>
    public static IReadOnlyList<MediumSum> ByMedium(IReadOnlyCollection<MediaUsageSheet> entries, string currency, IReadOnlyList<MediaShare> targets)
    {
        var money = entries.Where(entry => entry.Currency == currency).ToLookup(entry => entry.Medium);
        var hours = entries.ToLookup(entry => entry.Medium);
        var (allMoney, allHours) = (money.SelectMany(group => group).Sum(entry => entry.SpentMoney ?? 0), entries.Sum(entry => entry.SpentHours ?? 0));
        return
        [
            .. entries.Select(entry => entry.Medium).Concat(targets.Where(target => target.Share > 0).Select(target => target.Medium)).Distinct().Select(medium =>
            {
                var (spent, worked) = (money[medium].Sum(entry => entry.SpentMoney ?? 0), hours[medium].Sum(entry => entry.SpentHours ?? 0));
                return new MediumSum(
                    medium, hours[medium].Sum(entry => entry.PlannedHours ?? 0), worked, money[medium].Sum(entry => entry.PlannedMoney ?? 0), spent,
                    Ratio.Of(spent, allMoney)?.Value, Ratio.Of(worked, allHours)?.Value, TargetOf(medium, targets));
            }).OrderByDescending(sum => sum.SpentMoney).ThenByDescending(sum => sum.SpentHours).ThenBy(sum => sum.Medium),
        ];
    }

    /// <summary>Shares month by month beside the targets; the distance is the total variation, ½·Σ|actual − target|.</summary>
    public static IReadOnlyList<MonthShares> ByMonth(IReadOnlyCollection<MediaUsageSheet> entries, string currency, IReadOnlyList<MediaShare> targets) =>
    [
        .. entries.GroupBy(entry => entry.Month).OrderBy(month => month.Key).Select(month =>
        {
            var sums = ByMedium([.. month], currency, targets);
            var shares = sums.Where(sum => sum.MoneyShare is not null).ToDictionary(sum => sum.Medium, sum => sum.MoneyShare!.Value);
            var total = sums.Sum(sum => sum.SpentMoney);
            return new MonthShares(month.Key, total, sums.Sum(sum => sum.SpentHours), shares, total > 0 && targets.Count > 0 ? Distance(shares, targets) : null);
        }),
    ];

    /// <summary>
    /// The moves that bring what was spent to the shares aimed at: each takes from the medium that is furthest above its share and
    /// gives to the one furthest below. What is taken is what is given; nothing is moved where nobody said what to aim at.
    /// </summary>
    public static IReadOnlyList<Reallocation> Moves(IReadOnlyList<MediumSum> sums, string currency)
    {
        var total = sums.Sum(sum => sum.SpentMoney);
        if (total == 0 || sums.All(sum => sum.Target is null))
        {
            return [];
        }

        var smallest = 1m / (Money.DecimalsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m });
        var over = sums.ToDictionary(sum => sum.Medium, sum => Money.Of(sum.SpentMoney - ((sum.Target ?? 0) * total), currency).Amount);
        var moves = new List<Reallocation>();
        while (over.Values.Max() >= smallest && over.Values.Min() <= -smallest)
        {
            var (from, to) = (over.MaxBy(pair => pair.Value), over.MinBy(pair => pair.Value));
            var amount = Math.Min(from.Value, -to.Value);
            (over[from.Key], over[to.Key]) = (from.Value - amount, to.Value + amount);
            moves.Add(new Reallocation(from.Key, to.Key, amount));
        }

        return moves;
    }

    private static decimal Distance(Dictionary<Medium, decimal> shares, IReadOnlyList<MediaShare> targets) =>
        shares.Keys.Concat(targets.Select(target => target.Medium)).Distinct().Sum(medium => Math.Abs(shares.GetValueOrDefault(medium) - (TargetOf(medium, targets) ?? 0))) / 2;

    // Where targets were set, a medium that is not among them should have nothing.
    private static decimal? TargetOf(Medium medium, IReadOnlyList<MediaShare> targets) =>
        targets.Count == 0 ? null : (targets.FirstOrDefault(target => target.Medium == medium)?.Share ?? 0) / 100;
}
