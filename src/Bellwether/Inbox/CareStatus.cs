using Bellwether.Kernel;

namespace Bellwether.Inbox;

/// <summary>How far a case of the inbox has come.</summary>
public enum CareStatus
{
    /// <summary>Somebody waits for a word from us.</summary>
    Open,

    /// <summary>We answered; it is not settled yet.</summary>
    Answered,

    /// <summary>It is settled.</summary>
    Resolved,
}

/// <summary>Which moves of a case are allowed: the one table.</summary>
public static class CareMoves
{
    private static readonly Dictionary<CareStatus, CareStatus[]> Allowed = new()
    {
        [CareStatus.Open] = [CareStatus.Answered, CareStatus.Resolved],
        [CareStatus.Answered] = [CareStatus.Open, CareStatus.Resolved],
        [CareStatus.Resolved] = [CareStatus.Open, CareStatus.Answered],
    };

    /// <summary>Where a case may go from here.</summary>
    public static IReadOnlyList<CareStatus> From(CareStatus status) => Allowed[status];

    /// <summary>The next status, or 422 that names the moves there are.</summary>
    public static CareStatus Become(this CareStatus status, CareStatus next)
    {
        Rule.Require(
            Allowed[status].Contains(next), "care-move-illegal",
            $"A case that is {Word(status)} cannot become {Word(next)}. It can become: {string.Join(", ", Allowed[status].Select(Word))}.", "status");
        return next;
    }

    private static string Word(CareStatus status) => status.ToString().ToLowerInvariant();
}
