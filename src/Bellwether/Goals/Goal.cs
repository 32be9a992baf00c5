using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How far away a goal lies.</summary>
public enum Horizon
{
    /// <summary>Within about a quarter.</summary>
    Short,

    /// <summary>Within about a year.</summary>
    Middle,

    /// <summary>Beyond a year.</summary>
    Long,
}

/// <summary>How a goal ended.</summary>
public enum GoalVerdict
{
    Succeeded,
    Failed,
    Inconclusive,
}

/// <summary>
/// What a plan wants to reach. It begins as one informal line; numbers, date, owner and picture follow.
/// Its targets make it measurable, its objective tells what it is for.
/// </summary>
public sealed class Goal : Entity<Goal>
{
    private Goal()
    {
    }

    /// <summary>One line is enough.</summary>
    public Goal(Plan plan, string title, int place)
    {
        Plan = plan.Id;
        Brand = plan.Brand;
        Place = place;
        Word(title, null);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>Its place in the list.</summary>
    public int Place { get; private set; }

    /// <summary>The objective it serves.</summary>
    public Id<Objective>? Objective { get; private set; }

    /// <summary>The goal it is a part of.</summary>
    public Id<Goal>? Parent { get; private set; }

    /// <summary>The one person who answers for it.</summary>
    public Id<Member>? Owner { get; private set; }

    /// <summary>What it looks like when it is reached, in plain words.</summary>
    public string? Picture { get; private set; }

    /// <summary>How it will be tracked: where the number is read, by which query, by whom.</summary>
    public string? Tracking { get; private set; }

    /// <summary>Whom it is about, in words.</summary>
    public string? Audience { get; private set; }

    /// <summary>Where it is pursued: a channel's or account's id, or a network's name.</summary>
    public string? Channel { get; private set; }

    /// <summary>The part of the business it is for; null leaves it to the plan's.</summary>
    public BusinessFunction? Function { get; private set; }

    /// <summary>The function or department in own words, when it is none of the usual ones.</summary>
    public string? FunctionName { get; private set; }

    public Horizon? Horizon { get; private set; }

    /// <summary>Whether all of its targets count or one is enough.</summary>
    public Composition Composition { get; private set; }

    public GoalVerdict? Verdict { get; private set; }

    public string? VerdictNote { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public void Word(string title, string? notes) => (Title, Notes) = (Rule.Text(title, "title", 300), Rule.OptionalText(notes, "notes"));

    public void Imagine(string? picture, string? tracking) =>
        (Picture, Tracking) = (Rule.OptionalText(picture, "picture", 1000), Rule.OptionalText(tracking, "tracking", 1000));

    public void Address(string? audience, string? channel) =>
        (Audience, Channel) = (Rule.OptionalText(audience, "audience", 200), Rule.OptionalText(channel, "channel", 120));

    public void Classify(BusinessFunction? function, string? functionName, Horizon? horizon, Composition composition)
    {
        var named = function == BusinessFunction.Other ? Rule.Text(functionName, "functionName", 80) : null;
        (Function, FunctionName, Horizon, Composition) = (function, named, horizon, composition);
    }

    public void Own(Member? owner, Instant now)
    {
        Rule.Require(owner is null || owner.IsActive(now), "owner-inactive", $"{owner?.Name} has no access any more. Choose somebody who has.", "owner");
        Owner = owner?.Id;
    }

    public void Serve(Objective? objective)
    {
        Rule.Require(objective is null || objective.Plan == Plan, "other-plan", "The objective belongs to another plan.", "objective");
        Objective = objective?.Id;
    }

    /// <summary>Becomes part of another goal; <paramref name="above"/> are that goal and its own parents, which must not hold this one.</summary>
    public void Join(Goal? parent, IReadOnlyCollection<Id<Goal>> above)
    {
        Rule.Require(parent is null || parent.Plan == Plan, "other-plan", "The goal above belongs to another plan.", "parent");
        Rule.Require(!above.Contains(Id), "goal-cycle", "A goal cannot be a part of itself, not even by way of others.", "parent");
        Parent = parent?.Id;
    }

    public void PutAt(int place) => Place = place;

    /// <summary>Ends it with a verdict; why it is so belongs to it.</summary>
    public void Close(GoalVerdict verdict, string note, Instant now)
    {
        Rule.Require(ClosedAt is null, "goal-closed", "This goal is closed already. Reopen it to judge it anew.");
        (Verdict, VerdictNote, ClosedAt) = (verdict, Rule.Text(note, "note", 2000), now);
    }

    public void Reopen()
    {
        Rule.Require(ClosedAt is not null, "goal-open", "This goal is open.");
        (Verdict, VerdictNote, ClosedAt) = (null, null, null);
    }
}
