using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Returns;

/// <summary>How spending stands against what a sponsor approved.</summary>
public enum BudgetState
{
    /// <summary>Nobody has said anything.</summary>
    NotSigned,

    /// <summary>Refused, and nothing is spent.</summary>
    Refused,

    /// <summary>Approved, and spending keeps within it.</summary>
    Within,

    /// <summary>Approved, and what is planned until the end is more.</summary>
    PlannedBeyond,

    /// <summary>More is spent than was approved, or something although it was refused.</summary>
    Beyond,
}

/// <summary>How spending stands against what a sponsor approved, in a sentence.</summary>
/// <param name="Left">What may still be spent; negative when more is spent than was approved. Null without an approval in the brand's currency.</param>
public sealed record BudgetStanding(BudgetState State, string Sentence, Money? Left)
{
    public static BudgetStanding Of(SignOffsView signed, SpendingView spending)
    {
        var spent = spending.Spent;
        if (signed.Approved is not { Amount: { } amount } approved)
        {
            return signed.Last is not { } last ? new BudgetStanding(BudgetState.NotSigned, "Nobody has signed this plan off yet.", null)
                : spent.Minor > 0 ? new BudgetStanding(BudgetState.Beyond, $"{Say(spent)} are spent, although {last.By} did not approve version {last.Number}: {last.Reason}", null)
                : new BudgetStanding(BudgetState.Refused, $"{last.By} did not approve version {last.Number}: {last.Reason}", null);
        }

        // The brand may have changed its currency since.
        if (amount.Currency != spent.Currency)
        {
            return new BudgetStanding(BudgetState.NotSigned, $"{Say(amount)} are approved, but the brand reports in {spent.Currency} now. Ask for an approval in {spent.Currency}.", null);
        }

        var left = amount - spent;
        return left.Minor < 0
            ? new BudgetStanding(BudgetState.Beyond, $"{Say(spent)} are spent: {Say(spent - amount)} more than the {Say(amount)} that {approved.By} approved for version {approved.Number}.", left)
            : spending.Planned.Minor > amount.Minor
                ? new BudgetStanding(BudgetState.PlannedBeyond, $"{Say(spending.Planned)} are planned: {Say(spending.Planned - amount)} more than the {Say(amount)} that are approved.", left)
                : new BudgetStanding(BudgetState.Within, $"{Say(spent)} of the approved {Say(amount)} are spent.", left);
    }

    private static string Say(Money money) => money.Say();
}
