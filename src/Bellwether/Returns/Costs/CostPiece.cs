using Bellwether.Kernel;

namespace Bellwether.Returns.Costs;

/// <summary>Money of one kind and state that belongs to one place, in the brand's currency.</summary>
public sealed record CostPiece(CostKind Kind, CostState State, Money Amount, WorkPlace Place);

/// <summary>Time that somebody worked, and what it cost.</summary>
/// <param name="Cost">In the brand's currency; null where the member's rate, or the rate of its currency, is not known.</param>
public sealed record HoursPiece(int Minutes, Money? Cost, WorkPlace Place);

/// <summary>Costs and hours of a plan within some days.</summary>
/// <param name="Missing">Costs that nobody can tell yet, in sentences: with any, the whole cost is not known.</param>
/// <param name="MonthsWithoutHours">Whole months that have passed and have no time entered, their first days.</param>
public sealed record CostsOfPlan(IReadOnlyList<CostPiece> Pieces, IReadOnlyList<HoursPiece> Hours, IReadOnlyList<string> Missing, IReadOnlyList<NodaTime.LocalDate> MonthsWithoutHours);
