using Bellwether.Kernel;
using Bellwether.Returns.Hours;

namespace Bellwether.Returns.Costs;

/// <summary>Money of one kind and state that belongs to one place, in the brand's currency.</summary>
public sealed record CostPiece(CostKind Kind, CostState State, Money Amount, WorkPlace Place);

/// <summary>Time that somebody worked, and what it cost.</summary>
/// <param name="Cost">In the brand's currency; null where the member's rate, or the rate of its currency, is not known.</param>
public sealed record HoursPiece(int Minutes, Money? Cost, WorkPlace Place);

/// <summary>A cost that is there and that nobody can tell yet. No sum it belongs to may be told as if it were nothing.</summary>
/// <param name="Words">What is not known, in a sentence; without its dot where minutes follow.</param>
/// <param name="Minutes">The time that is not in the cost; zero where it is not about time.</param>
public sealed record UnknownCost(CostKind Kind, CostState State, WorkPlace Place, string Words, int Minutes = 0)
{
    /// <summary>These costs in sentences, each once, with the hours of these alone.</summary>
    public static IReadOnlyList<string> Say(IEnumerable<UnknownCost> costs) =>
        [.. costs.GroupBy(cost => cost.Words, StringComparer.Ordinal).Select(group => group.Sum(cost => cost.Minutes) is > 0 and var minutes ? $"{group.Key}: {HoursText.Say(minutes)} h are not in the cost." : group.Key)];
}

/// <summary>Costs and hours of a plan within some days.</summary>
/// <param name="Unknown">Costs that nobody can tell yet: with any that is spent, the cost of its place and of the whole is not known.</param>
/// <param name="MonthsWithoutHours">Whole months that have passed and have no time entered, their first days.</param>
public sealed record CostsOfPlan(IReadOnlyList<CostPiece> Pieces, IReadOnlyList<HoursPiece> Hours, IReadOnlyList<UnknownCost> Unknown, IReadOnlyList<NodaTime.LocalDate> MonthsWithoutHours)
{
    /// <summary>What of the costs that are spent nobody can tell yet, in sentences.</summary>
    public IReadOnlyList<string> Missing => UnknownCost.Say(Unknown.Where(cost => cost.State == CostState.Spent));
}
