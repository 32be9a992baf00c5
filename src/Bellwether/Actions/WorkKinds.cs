namespace Bellwether.Actions;

/// <summary>The three levels of the work.</summary>
public enum WorkKind
{
    /// <summary>A way to reach a goal.</summary>
    Tactic,

    /// <summary>Something to do.</summary>
    ActionItem,

    /// <summary>A part of it, as deep as needed.</summary>
    Step,
}

/// <summary>Where a node stands; a parent's state comes from its leaves.</summary>
public enum WorkState
{
    /// <summary>Not started.</summary>
    Open,

    /// <summary>Started, not done.</summary>
    Started,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>What kind of action it is; some have fields of their own.</summary>
public enum ActionType
{
    /// <summary>Anything.</summary>
    Other,

    /// <summary>Setting an account up, by the network's checklist.</summary>
    AccountSetup,

    /// <summary>Making pictures in the sizes that the networks ask for.</summary>
    AssetProduction,

    /// <summary>Which kinds of updates go to which network, how often.</summary>
    UpdateType,
}

/// <summary>How an action or tactic ended.</summary>
public enum Outcome
{
    /// <summary>It did what it should.</summary>
    Succeeded,

    /// <summary>It did not.</summary>
    Failed,

    /// <summary>Nobody can tell.</summary>
    Inconclusive,
}

/// <summary>How well an outcome is founded.</summary>
public enum OutcomeStanding
{
    /// <summary>Somebody says so.</summary>
    Claimed,

    /// <summary>There is evidence.</summary>
    Evidenced,
}

/// <summary>What a leaf lacks to be watched.</summary>
public enum WorkGap
{
    /// <summary>Nobody is accountable.</summary>
    NoOwner,

    /// <summary>No planned day.</summary>
    NoDate,

    /// <summary>No way to tell that it is done.</summary>
    NoDoneWhen,
}
