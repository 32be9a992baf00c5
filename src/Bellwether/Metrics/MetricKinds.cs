namespace Bellwether.Metrics;

/// <summary>Which way is better.</summary>
public enum MetricDirection
{
    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,

    /// <summary>Neither: it explains other numbers.</summary>
    Context,
}

/// <summary>How the numbers of several periods or subjects become one.</summary>
public enum Aggregation
{
    /// <summary>A flow: the parts add up.</summary>
    Sum,

    /// <summary>A stock: the latest number stands.</summary>
    Last,

    /// <summary>The mean, weighted by the denominator where there is one.</summary>
    Average,

    /// <summary>Sum of numerators over sum of denominators, never a mean of ratios.</summary>
    Ratio,

    /// <summary>People counted once: neither days nor posts add up; the parts only bound the whole.</summary>
    Unique,

    /// <summary>A percentile of raw values; percentiles of percentiles are refused.</summary>
    Percentile,

    /// <summary>A composite of other numbers; only its own latest value stands.</summary>
    Composite,
}

/// <summary>What a metric is worth as evidence.</summary>
public enum MetricClass
{
    /// <summary>Looks good, decides nothing: likes, followers, reach.</summary>
    Vanity,

    /// <summary>Somebody did something: comments, clicks, saves.</summary>
    Engagement,

    /// <summary>The business feels it: leads, visits, orders, money.</summary>
    Business,

    /// <summary>Tells how the work itself goes.</summary>
    Operational,
}

/// <summary>The level of evaluation in the AMEC framework.</summary>
public enum EvaluationLevel
{
    Input,
    Activity,
    Output,
    OutTake,
    Outcome,
    Impact,
}

/// <summary>What one of it is. Rates are fractions: 0.034 is 3.4 %.</summary>
public enum MetricUnit
{
    Count,
    Percent,
    Money,
    Hours,
    Minutes,
    Days,
    Persons,
    Sessions,
    PerPost,
    Times,
    Score,
    MoneyPerHour,
}

/// <summary>How long the period of a number is.</summary>
public enum PeriodLength
{
    Day,
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>Everything up to and including the day, such as the likes a post has had so far.</summary>
    ToDate,
}
