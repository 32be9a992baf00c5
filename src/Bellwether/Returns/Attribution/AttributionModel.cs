namespace Bellwether.Returns.Attribution;

/// <summary>How the credit for a conversion is shared among the channels that led to it.</summary>
public enum AttributionModel
{
    /// <summary>All of it to the first touch.</summary>
    First,

    /// <summary>All of it to the last touch.</summary>
    Last,

    /// <summary>All of it to the last touch that was not direct; to direct where there was nothing else.</summary>
    LastNonDirect,

    /// <summary>The same to every touch.</summary>
    Linear,

    /// <summary>40 % to the first and the last touch each, 20 % shared by those between; two touches get half each.</summary>
    Position,

    /// <summary>Twice as much to a touch that came one half-life later.</summary>
    TimeDecay,

    /// <summary>
    /// By how much fewer conversions there were without a channel, in the Markov chain over all paths. A channel from which
    /// others take over that convert elsewhere has a part of it, also where none of its own paths converted.
    /// </summary>
    Markov,

    /// <summary>By the Shapley value of the conversion rate of the channels together.</summary>
    Shapley,

    /// <summary>By how much a path converts better than the same path without one touch.</summary>
    Counterfactual,
}

/// <summary>What is done to a path before it is credited.</summary>
public enum PathTransform
{
    /// <summary>Every touch counts for itself.</summary>
    Every,

    /// <summary>A channel that follows itself is one touch.</summary>
    Exposure,

    /// <summary>A channel counts where it came first.</summary>
    First,
}

/// <summary>What a path is made of and which numbers the models use.</summary>
/// <param name="Transform">What is done to repeated channels.</param>
/// <param name="LookBackDays">Touches older than this lead to nothing; null looks back without end.</param>
/// <param name="WithoutDirect">Whether direct touches are left out where others were there.</param>
/// <param name="HalfLifeDays">For <see cref="AttributionModel.TimeDecay"/>: the age at which a touch counts half. Google Ads published seven days.</param>
/// <param name="Order">For <see cref="AttributionModel.Markov"/>: how many touches the chain remembers, 1 to 4.</param>
public sealed record AttributionRules(
    PathTransform Transform = PathTransform.Every, double? LookBackDays = null, bool WithoutDirect = false, double HalfLifeDays = 7, int Order = 1);
