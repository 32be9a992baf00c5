using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>How full a budget is.</summary>
public enum BudgetLevel
{
    /// <summary>Less than 80 % is spent, and what is planned fits.</summary>
    Within,

    /// <summary>What is spent, committed and planned together is more than the ceiling.</summary>
    PlannedBeyond,

    /// <summary>80 % or more is spent.</summary>
    Near,

    /// <summary>All of it is spent, or more.</summary>
    Reached,
}

/// <summary>What of a budget is spent, committed and planned.</summary>
/// <param name="Used">Spent ÷ ceiling, as a fraction.</param>
/// <param name="Left">What is neither spent nor committed; negative when both together are more than the ceiling.</param>
public sealed record BudgetUse(Money Spent, Money Committed, Money Planned, decimal Used, Money Left, BudgetLevel Level, string Sentence)
{
    /// <summary>From this share on whoever runs the plan is told.</summary>
    public const decimal Warns = 0.8m;

    /// <summary>How costs stand against a ceiling in the same currency.</summary>
    public static BudgetUse Of(Money ceiling, IEnumerable<CostPiece> pieces)
    {
        Money Sum(CostState state) => pieces.Where(piece => piece.State == state).Aggregate(Money.Zero(ceiling.Currency), (sum, piece) => sum + piece.Amount);
        var (spent, committed, planned) = (Sum(CostState.Spent), Sum(CostState.Committed), Sum(CostState.Planned));
        var used = (decimal)spent.Minor / ceiling.Minor;
        var all = spent + committed + planned;
        var level = used >= 1 ? BudgetLevel.Reached : used >= Warns ? BudgetLevel.Near : all.Minor > ceiling.Minor ? BudgetLevel.PlannedBeyond : BudgetLevel.Within;
        var left = ceiling - spent - committed;
        return new BudgetUse(spent, committed, planned, used, left, level, level switch
        {
            BudgetLevel.Reached when spent.Minor > ceiling.Minor => $"{Say(spent)} are spent: {Say(spent - ceiling)} more than the {Say(ceiling)} that may be.",
            BudgetLevel.Reached => $"All of the {Say(ceiling)} is spent.",
            BudgetLevel.Near when all.Minor > ceiling.Minor => $"{Percent(used)} of the {Say(ceiling)} is spent; with what is committed and planned it comes to {Say(all)}, {Say(all - ceiling)} more.",
            BudgetLevel.Near => $"{Percent(used)} of the {Say(ceiling)} is spent; {Say(left)} is left{(committed.Minor > 0 ? $" beside {Say(committed)} that are committed" : "")}.",
            BudgetLevel.PlannedBeyond => $"With what is committed and planned it comes to {Say(all)}: {Say(all - ceiling)} more than the {Say(ceiling)} that may be spent.",
            _ => $"{Say(spent)} of the {Say(ceiling)} is spent.",
        });
    }

    private static string Say(Money money) => money.Say();

    // Cut, not rounded: 99.6 % is not all of it.
    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(share * 100)} %");
}
