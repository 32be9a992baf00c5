using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Something that is done, and the goal it is done for.</summary>
/// <param name="Subject">Its id, as text.</param>
/// <param name="Kind">What it is: “action”, “tactic”, “campaign”, “post”.</param>
/// <param name="Title">What a person would call it.</param>
/// <param name="Goal">The goal it serves; null makes it an orphan.</param>
/// <param name="CreatedAt">When it was first written down; the order of creation is never changed.</param>
public sealed record GoalLink(string Subject, string Kind, string Title, Id<Goal>? Goal, Instant CreatedAt);

/// <summary>Port: the activities of a plan with the goals they serve. Each later step that has activities fulfils it.</summary>
[Port]
public interface IGoalLinks
{
    Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel);
}

/// <summary>Port: the items published for a brand, for targets that count or judge single items.</summary>
[Port]
public interface IPublishedItems
{
    /// <summary>Items published from a day to a day (in the brand's zone) that pass the filter, deleted ones too.</summary>
    Task<IReadOnlyList<PublishedItem>> FindAsync(Id<Brands.Brand> brand, ItemFilter filter, LocalDate from, LocalDate to, CancellationToken cancel);
}

/// <summary>How much of one level of a plan is measured at all.</summary>
/// <param name="Level">The level in words: “channels”.</param>
/// <param name="Order">Its place from the top of the plan.</param>
/// <param name="All">How many there are.</param>
/// <param name="Unmeasured">Those without a metric, by title.</param>
public sealed record MeasuredLevel(string Level, int Order, int All, IReadOnlyList<string> Unmeasured);

/// <summary>Port: what a later step's level (channels, campaigns, actions) has to say about being measured.</summary>
[Port]
public interface IMeasuredLevel
{
    Task<MeasuredLevel> LookAsync(Id<Plan> plan, CancellationToken cancel);
}
