using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Where a plan stands in its cycle.</summary>
public enum PlanStatus
{
    /// <summary>Being thought out; nothing is assigned yet.</summary>
    Outline,

    /// <summary>In force: work is assigned, numbers are followed.</summary>
    Active,

    /// <summary>A review is open; corrections are being decided.</summary>
    UnderReview,

    /// <summary>Over. A next cycle is a plan of its own.</summary>
    Closed,
}

/// <summary>The one table of moves a plan may make.</summary>
public static class PlanMoves
{
    private static readonly Dictionary<PlanStatus, PlanStatus[]> Table = new()
    {
        [PlanStatus.Outline] = [PlanStatus.Active, PlanStatus.Closed],
        [PlanStatus.Active] = [PlanStatus.UnderReview, PlanStatus.Closed],
        [PlanStatus.UnderReview] = [PlanStatus.Active],
        [PlanStatus.Closed] = [],
    };

    public static bool MayBecome(this PlanStatus from, PlanStatus to) => Table[from].Contains(to);

    /// <summary>422 when the table does not have the move.</summary>
    public static PlanStatus Become(this PlanStatus from, PlanStatus to)
    {
        Rule.Require(from.MayBecome(to), "plan-move-illegal", $"{Said(from)} cannot become {Word(to)}. From here it can become: {Open(from)}.", "status");
        return to;
    }

    /// <summary>What comes next, for the ring that shows where the plan stands.</summary>
    public static string NextStep(this PlanStatus status) => status switch
    {
        PlanStatus.Outline => "activate",
        PlanStatus.Active => "review",
        PlanStatus.UnderReview => "revise",
        _ => "reimplement",
    };

    private static string Open(PlanStatus from) => Table[from].Length == 0 ? "nothing; start the next cycle instead" : string.Join(", ", Table[from].Select(Word));

    private static string Said(PlanStatus status) => status == PlanStatus.UnderReview ? "A plan under review" : status == PlanStatus.Outline ? "An outline" : $"A plan that is {Word(status)}";

    private static string Word(PlanStatus status) => status switch
    {
        PlanStatus.Outline => "an outline",
        PlanStatus.Active => "active",
        PlanStatus.UnderReview => "under review",
        _ => "closed",
    };
}
