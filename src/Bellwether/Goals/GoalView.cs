using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A goal's own words and links, without its numbers.</summary>
public sealed record GoalView(
    Id<Goal> Id, Id<Plan> Plan, string Title, string? Notes, int Place, Id<Objective>? Objective, Id<Goal>? Parent, Id<Member>? Owner, string? Picture, string? Tracking,
    string? Audience, string? Channel, BusinessFunction? Function, string? FunctionName, Horizon? Horizon, Composition Composition, GoalVerdict? Verdict, string? VerdictNote,
    Instant CreatedAt, Instant? ClosedAt, int Version) : IVersioned
{
    public static GoalView Of(Goal goal) => new(
        goal.Id, goal.Plan, goal.Title, goal.Notes, goal.Place, goal.Objective, goal.Parent, goal.Owner, goal.Picture, goal.Tracking,
        goal.Audience, goal.Channel, goal.Function, goal.FunctionName, goal.Horizon, goal.Composition, goal.Verdict, goal.VerdictNote, goal.CreatedAt, goal.ClosedAt, goal.Version);
}
