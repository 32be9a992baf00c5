namespace Bellwether.Goals;

/// <summary>What a KPI target asks of its number.</summary>
public enum TargetType
{
    /// <summary>Rise from the baseline to the target by the deadline.</summary>
    IncreaseTo,

    /// <summary>Fall from the baseline to the target by the deadline.</summary>
    DecreaseTo,

    /// <summary>Never be below the target; judged on the newest number only.</summary>
    StayAtOrAbove,

    /// <summary>Never be above the target; judged on the newest number only.</summary>
    StayAtOrBelow,

    /// <summary>Stay between the target and the upper bound; judged on the newest number only.</summary>
    StayWithin,

    /// <summary>Add up to the target in each period, starting from nothing again; without a period, once until the deadline.</summary>
    CumulativeInPeriod,

    /// <summary>So many things done in each period, a week unless it says otherwise.</summary>
    Cadence,

    /// <summary>Every single item reaches each of its thresholds at a stated age.</summary>
    EachAtLeast,

    /// <summary>Done or not done by the deadline.</summary>
    Milestone,
}

/// <summary>How the targets of a goal make its status.</summary>
public enum Composition
{
    /// <summary>All targets count: the goal stands as its weakest one.</summary>
    All,

    /// <summary>One is enough: the goal stands as its best one.</summary>
    Any,
}
