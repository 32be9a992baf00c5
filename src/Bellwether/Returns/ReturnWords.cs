using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Returns.Attribution;

namespace Bellwether.Returns;

/// <summary>Says what is missing of a return, and what should be known of it.</summary>
internal static class ReturnWords
{
    /// <summary>What keeps the return on investment from being told.</summary>
    public static IEnumerable<string> Missing(ReturnFacts facts, int withoutValue)
    {
        if (!facts.Returns.Any(piece => piece.Value is not null))
        {
            yield return facts.Returns.Count == 0 ? "Nothing sold or signed up is traced to a link or a deal yet."
                : facts.Others.Count > 0 ? $"What came back is worth money in {string.Join(" and ", facts.Others.Select(other => other.Currency))} only, and there is no rate for it."
                : withoutValue > 0 ? "No order or sign-up says what it was worth." : "What came back has no value in money.";
        }

        else if (facts.Others.Count > 0)
        {
            yield return WithoutRate(facts.Others);
        }

        if (facts.Costs.Missing.Count == 0 && facts.Costs.Pieces.All(piece => piece.State != Costs.CostState.Spent) && facts.Costs.Hours.All(piece => piece.Cost is { Minor: 0 }))
        {
            yield return "Nothing is entered as spent: no hours, no line of the media ledger, no ad spend, no tool with a cost.";
        }

        foreach (var words in facts.Costs.Missing)
        {
            yield return words;
        }
    }

    /// <summary>What does not keep it from being told, but should be known.</summary>
    public static IEnumerable<string> Notes(ReturnFacts facts, SharedConversions shared, int salesWithoutValue, int salesWithoutCustomer)
    {
        if (shared.IsOther)
        {
            yield return "There are too many different ways to conversions for the model that was chosen, so the last touch that was not direct is credited.";
        }
        else if (CreditedReturns.LearnsFromOthers(shared.Model))
        {
            yield return "The model learns from all ways together. Here it learns from goals, channels, campaigns and themes at once, so that every list adds up; on the page Credit it learns from one of them alone, and may differ a little.";
        }

        if (facts.Costs.Hours.Count == 0)
        {
            yield return "No hours are entered, so the cost is money only.";
        }
        else if (facts.Costs.MonthsWithoutHours.Count > 0)
        {
            yield return $"No hours are entered for {Join(facts.Costs.MonthsWithoutHours.Select(month => month.ToString("MMMM uuuu", CultureInfo.InvariantCulture)))}.";
        }

        if (salesWithoutValue > 0)
        {
            yield return salesWithoutValue == 1 ? "1 order has no value." : $"{salesWithoutValue} orders have no value.";
        }

        if (salesWithoutCustomer > 0)
        {
            yield return $"{(salesWithoutCustomer == 1 ? "1 order does" : $"{salesWithoutCustomer} orders do")} not say which customer it was, so new customers may be more than are counted.";
        }

        if (facts.Unattributed > 0)
        {
            yield return $"{(facts.Unattributed == 1 ? "1 conversion" : $"{facts.Unattributed} conversions")} came from somewhere unknown and {(facts.Unattributed == 1 ? "is" : "are")} not counted.";
        }

        if (shared.Direct > 0)
        {
            yield return $"{(shared.Direct == 1 ? "1 conversion" : $"{shared.Direct} conversions")} came by links that stand for nothing, as if by themselves, and {(shared.Direct == 1 ? "is" : "are")} not counted.";
        }

        if (facts.Returns.Any(piece => piece.Value is not null && piece.Margin is null))
        {
            yield return "No margin is known for some of what was sold, so what is left of it cannot be told.";
        }
    }

    /// <summary>That a part of what came back is not in the value.</summary>
    public static string WithoutRate(IReadOnlyList<Money> foreign) => $"{Join(foreign.Select(money => money.Say()))} came back in a currency without a rate and {(foreign is [_] ? "is" : "are")} not in the value.";

    private static string Join(IEnumerable<string> words) => words.ToList() is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} and {last}" : string.Join("", words);
}
