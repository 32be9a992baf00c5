using Bellwether.Kernel;

namespace Bellwether.Reviews;

/// <summary>Where a review stands.</summary>
public enum ReviewStatus
{
    /// <summary>On the schedule.</summary>
    Planned,

    /// <summary>Going on; the plan is under review.</summary>
    Open,

    /// <summary>Every measure has its verdict.</summary>
    Closed,

    /// <summary>Left out, with a reason.</summary>
    Skipped,
}

/// <summary>The one table of moves a review may make.</summary>
public static class ReviewMoves
{
    private static readonly Dictionary<ReviewStatus, ReviewStatus[]> Table = new()
    {
        [ReviewStatus.Planned] = [ReviewStatus.Open, ReviewStatus.Skipped],
        [ReviewStatus.Open] = [ReviewStatus.Closed],
        [ReviewStatus.Closed] = [],
        [ReviewStatus.Skipped] = [],
    };

    public static bool MayBecome(this ReviewStatus from, ReviewStatus to) => Table[from].Contains(to);

    /// <summary>422 when the table does not have the move.</summary>
    public static ReviewStatus Become(this ReviewStatus from, ReviewStatus to)
    {
        Rule.Require(from.MayBecome(to), "review-move-illegal", $"A review that is {Word(from)} cannot become {Word(to)}.", "status");
        return to;
    }

    private static string Word(ReviewStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>What is to become of a measure.</summary>
public enum MeasureVerdict
{
    Keep,
    Alter,
    Drop,
}

/// <summary>Whether the plan has come closer to its picture of success.</summary>
public enum Closeness
{
    Closer,
    Same,
    Farther,
}
