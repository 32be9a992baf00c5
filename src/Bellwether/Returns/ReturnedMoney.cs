using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>What came back from a plan: conversions that links, deals or clicks led to, and what they were worth.</summary>
/// <param name="Conversions">How many something known led to.</param>
/// <param name="Value">What those were worth in the brand's currency; null when none of them has a value in it.</param>
/// <param name="Others">Their value in other currencies: shown, never added.</param>
/// <param name="Unattributed">Conversions that nothing known led to; they count for nothing here.</param>
/// <param name="Roi">(value − spent) ÷ spent, as a fraction; null unless both are known.</param>
/// <param name="Missing">Why there is no return on investment yet, in sentences; empty when there is one.</param>
public sealed record ReturnedView(int Conversions, Money? Value, IReadOnlyList<Money> Others, int Unattributed, decimal? Roi, IReadOnlyList<string> Missing);

/// <summary>Adds up what conversions were worth. Money only: hours of work are not counted as cost.</summary>
[Scoped]
public sealed class ReturnedMoney(Db db)
{
    public async Task<ReturnedView> OfAsync(Brand brand, SpendingView spending, CancellationToken cancel)
    {
        var start = spending.From.AtStartOfDayInZone(brand.Zone).ToInstant();
        var end = spending.Until.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant();
        var sums = await db.Set<Conversion>().Where(one => one.Brand == brand.Id && one.VoidedAt == null && one.At >= start && one.At < end)
            .GroupBy(one => new { one.Currency, Known = one.MatchedBy != MatchedBy.Nothing })
            .Select(group => new { group.Key.Currency, group.Key.Known, Count = group.Count(), Minor = group.Sum(one => one.ValueMinor) ?? 0 }).ToListAsync(cancel);
        var known = sums.Where(sum => sum.Known).ToList();
        var own = known.FirstOrDefault(sum => sum.Currency == brand.Currency);
        var others = known.Where(sum => sum.Currency is not null && sum.Currency != brand.Currency).OrderBy(sum => sum.Currency, StringComparer.Ordinal).Select(sum => new Money(sum.Minor, sum.Currency!)).ToList();
        var value = own is null ? (Money?)null : new Money(own.Minor, brand.Currency);
        var missing = Missing(value, others, spending, known.Sum(sum => sum.Count)).ToList();
        return new ReturnedView(
            known.Sum(sum => sum.Count), value, others, sums.Where(sum => !sum.Known).Sum(sum => sum.Count), missing.Count == 0 ? decimal.Round((value!.Value - spending.Spent).Amount / spending.Spent.Amount, 6, MidpointRounding.ToEven) : null, missing);
    }

    private static IEnumerable<string> Missing(Money? value, List<Money> others, SpendingView spending, int conversions)
    {
        if (value is null)
        {
            yield return conversions == 0 ? "Nothing sold or signed up is traced to a link or a deal yet."
                : others.Count > 0 ? $"What came back is worth money in {string.Join(" and ", others.Select(other => other.Currency))} only, and there is no rate for it."
                : "No order or sign-up says what it was worth.";
        }

        if (spending.Spent.Minor == 0)
        {
            yield return "Nothing is entered as spent: no line of the media ledger, no ad spend, no tool with a cost.";
        }

        if (spending.CostsUnknown.Count > 0)
        {
            yield return $"Nobody has said what {string.Join(", ", spending.CostsUnknown.Select(name => $"“{name}”"))} {(spending.CostsUnknown.Count == 1 ? "costs" : "cost")}.";
        }
    }
}
