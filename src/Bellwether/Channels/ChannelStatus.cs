namespace Bellwether.Channels;

/// <summary>Whether the brand uses a network in this plan.</summary>
public enum ChannelStatus
{
    /// <summary>Thought about, not decided.</summary>
    Candidate,

    /// <summary>In use: its sheet has to be complete before the plan is activated.</summary>
    Active,

    /// <summary>Not now.</summary>
    Waiting,

    /// <summary>Not at all, with a reason.</summary>
    Rejected,
}

/// <summary>The six parts of a channel's sheet, in their order.</summary>
public enum SheetPart
{
    /// <summary>What the channel shall achieve.</summary>
    Goals,

    /// <summary>How it is measured.</summary>
    Kpis,

    /// <summary>How it speaks, and about what.</summary>
    EditorialStrategy,

    /// <summary>The major themes and their shares.</summary>
    Themes,

    /// <summary>Dated operations.</summary>
    Highlights,

    /// <summary>When it starts conversations, and who answers.</summary>
    Conversations,
}
