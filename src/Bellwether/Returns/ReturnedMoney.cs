using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Returns;

/// <summary>What came back from a plan: conversions that links, deals or clicks led to, and what they were worth. The same figures as on the page Returns.</summary>
/// <param name="Conversions">How many the plan is credited with; a part of one is part of it.</param>
/// <param name="Value">What those were worth in the brand's currency; null when none of them has a value in it.</param>
/// <param name="Others">Their value in currencies without a rate: shown, never added.</param>
/// <param name="Unattributed">Conversions that nothing known led to; they count for nothing here.</param>
/// <param name="Roi">(value − full cost) ÷ full cost, as a fraction; null unless both are known.</param>
/// <param name="Cost">The full cost that the return is held against: money, spread over the days it covers, and working hours; null where a part is not known or not for whoever asks.</param>
/// <param name="Minutes">Time worked.</param>
/// <param name="Missing">Why there is no return on investment, in sentences; empty when there is one.</param>
/// <param name="Notes">What should be known of the figures, in sentences.</param>
public sealed record ReturnedView(decimal Conversions, Money? Value, IReadOnlyList<Money> Others, int Unattributed, decimal? Roi, Money? Cost, int Minutes, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes);

/// <summary>Tells in short what came back from a plan.</summary>
[Scoped]
public sealed class ReturnedMoney(ReturnsBook book, ICurrent current)
{
    public async Task<ReturnedView> OfAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        var facts = await book.OfAsync(plan, brand, null, null, cancel);
        var withheld = !current.May(Permission.SeeCosts) && facts.Costs.Hours.Count > 0;
        var sum = withheld ? facts.Total.WithoutLabour() : facts.Total;
        var isWorth = facts.Returns.Any(piece => piece.Value is not null);
        IReadOnlyList<string> missing = withheld ? [.. facts.Missing, "It counts what people cost, which only those see who may see costs."] : facts.Missing;
        return new ReturnedView(
            sum.Conversions, isWorth ? sum.Value : null, facts.Others, facts.Unattributed, missing.Count == 0 ? sum.Roi : null, sum.Cost, sum.Minutes, missing, facts.Notes);
    }
}
