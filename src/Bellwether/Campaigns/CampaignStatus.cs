using Bellwether.Kernel;

namespace Bellwether.Campaigns;

/// <summary>Where a campaign is in its life.</summary>
public enum CampaignStatus
{
    /// <summary>Being planned.</summary>
    Draft,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>What can be done with a campaign.</summary>
public enum CampaignMove
{
    /// <summary>It begins.</summary>
    Start,

    /// <summary>It is over.</summary>
    End,

    /// <summary>It is given up, with the reason.</summary>
    Cancel,

    /// <summary>It goes on: from its end back to running, from given up back to a draft.</summary>
    Reopen,

    /// <summary>It had begun too early: back to a draft.</summary>
    Withdraw,
}

/// <summary>The one table of allowed moves.</summary>
public static class CampaignMoves
{
    private static readonly Dictionary<(CampaignStatus From, CampaignMove Move), CampaignStatus> Table = new()
    {
        [(CampaignStatus.Draft, CampaignMove.Start)] = CampaignStatus.Running,
        [(CampaignStatus.Draft, CampaignMove.Cancel)] = CampaignStatus.Cancelled,
        [(CampaignStatus.Running, CampaignMove.End)] = CampaignStatus.Ended,
        [(CampaignStatus.Running, CampaignMove.Cancel)] = CampaignStatus.Cancelled,
        [(CampaignStatus.Running, CampaignMove.Withdraw)] = CampaignStatus.Draft,
        [(CampaignStatus.Ended, CampaignMove.Reopen)] = CampaignStatus.Running,
        [(CampaignStatus.Cancelled, CampaignMove.Reopen)] = CampaignStatus.Draft,
    };

    /// <summary>What can be done from a status.</summary>
    public static IReadOnlyList<CampaignMove> From(CampaignStatus status) => [.. Enum.GetValues<CampaignMove>().Where(move => Table.ContainsKey((status, move)))];

    /// <summary>The status a move leads to; 422 for a move that is not allowed.</summary>
    public static CampaignStatus Make(CampaignStatus from, CampaignMove move) =>
        Table.TryGetValue((from, move), out var to)
            ? to
            : throw Rule.Broken("campaign-move-illegal", $"A campaign that is {Words(from)} cannot {move.ToString().ToLowerInvariant()}. It can: {string.Join(", ", From(from)).ToLowerInvariant()}.", "move");

    /// <summary>A status in words.</summary>
    public static string Words(CampaignStatus status) => status switch { CampaignStatus.Draft => "a draft", _ => status.ToString().ToLowerInvariant() };
}
