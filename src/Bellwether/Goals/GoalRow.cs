using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>One goal as one row: where its leading number is, where it should be, how it stands.</summary>
/// <param name="Owner">The one person who answers for it.</param>
/// <param name="OwnerName">That person's name.</param>
/// <param name="Status">How it stands, of all its targets.</param>
/// <param name="Why">The reason, where no number shows it.</param>
/// <param name="Metric">The metric of the leading target.</param>
/// <param name="Type">What the leading target asks.</param>
/// <param name="Baseline">Where the leading number began; 0 for what starts again each period.</param>
/// <param name="Now">The leading number now.</param>
/// <param name="Expected">Where it should be today.</param>
/// <param name="Target">Where it is to go.</param>
/// <param name="Ratio">Covered against expected; more than 1 is ahead.</param>
/// <param name="Progress">Share of the way covered.</param>
/// <param name="Behind">How far behind what is expected, in the metric's unit; negative is ahead.</param>
/// <param name="ChanceWords">“about 4 in 10”, where it can be said.</param>
/// <param name="Deadline">The last deadline of its targets.</param>
/// <param name="Sparkline">The leading target's last numbers.</param>
/// <param name="Smart">The five letters with their reasons.</param>
/// <param name="GoodThought">What is missing to check it at all; empty when nothing is.</param>
/// <param name="IsDraft">Whether it is an informal line so far: no metric, no number or no date.</param>
/// <param name="Lacks">Which of metric, number and date a draft lacks; empty for any other goal.</param>
/// <param name="Kpis">How many targets it has.</param>
/// <param name="Actions">How many activities serve it; none makes it a wish.</param>
/// <param name="LastCheckIn">The day of the last check-in.</param>
/// <param name="Confidence">The owner's confidence at the last check-in that stated one.</param>
/// <param name="Function">The business function it serves, its own or the plan's.</param>
/// <param name="Department">The same in words.</param>
/// <param name="Horizon">How far away it lies.</param>
/// <param name="Specificity">How many of seven parts it names, and which it lacks.</param>
/// <param name="Band">Whether its hardest target can be reached; null without one.</param>
public sealed record GoalRow(
    Id<Goal> Id, string Title, int Place, Id<Objective>? Objective, Id<Goal>? Parent, Id<Member>? Owner, string? OwnerName, GoalStatus Status, string? Why, Metric? Metric, TargetType? Type,
    decimal? Baseline, decimal? Now, decimal? Expected, decimal? Target, decimal? Ratio, decimal? Progress, decimal? Behind, string? ChanceWords, LocalDate? Deadline, IReadOnlyList<decimal> Sparkline,
    IReadOnlyList<SmartLetter> Smart, IReadOnlyList<string> GoodThought, bool IsDraft, IReadOnlyList<string> Lacks, bool VanityOnly, int Kpis, int Actions, LocalDate? LastCheckIn, decimal? Confidence, GoalVerdict? Verdict,
    BusinessFunction? Function, string? Department, Horizon? Horizon, Specificity Specificity, AttainabilityBand? Band, Instant CreatedAt, int Version) : IVersioned
{
    private const int Sparks = 30;

    internal static GoalRow Of(
        AssessedGoal assessed, Plan plan, Objective? objective, IReadOnlyList<GoalLink> links, IReadOnlyList<CheckIn> checkIns, IReadOnlyDictionary<Id<Member>, string> names, LocalDate today, Func<string, Metric?> find)
    {
        var (goal, leading) = (assessed.Goal, assessed.Leading);
        var pace = leading?.Pace;
        var lacks = goal.Verdict is not null ? [] : GoalQuestions.DraftParts(goal, [.. assessed.Targets.Select(target => target.Target)]);
        return new GoalRow(
            goal.Id, goal.Title, goal.Place, goal.Objective, goal.Parent, goal.Owner, goal.Owner is { } owner ? names.GetValueOrDefault(owner) : null,
            assessed.Status, goal.Verdict is null ? Reason(assessed) : goal.VerdictNote, leading?.Metric, leading?.Target.Type,
            leading is null ? null : leading.Aim.Resets ? 0 : leading.Aim.Baseline, pace?.Actual, pace?.Expected, leading?.Target.Target, pace?.Ratio, pace?.Progress, BehindOf(leading),
            leading is null ? null : leading.AttainabilityOn(today) is { Chance: { } chance } ? Attainability.InTen(chance) : null,
            assessed.Targets.Max(target => target.Target.Deadline), leading is null ? [] : [.. leading.Series.TakeLast(Sparks).Select(point => point.Value)],
            SmartCheck.Of(assessed, objective is not null, today, find), MissingIn(assessed), lacks.Count > 0, lacks, assessed.IsVanityOnly(find),
            assessed.Targets.Count, links.Count(link => link.Goal == goal.Id),
            checkIns.Count == 0 ? null : checkIns.Max(checkIn => checkIn.On), checkIns.Where(checkIn => checkIn.Confidence is not null).MaxBy(checkIn => checkIn.Id)?.Confidence,
            goal.Verdict, goal.Function ?? plan.Function, Departments.Of(goal, plan), goal.Horizon, Specificity.Of(goal, [.. assessed.Targets.Select(target => target.Target)]),
            assessed.Targets.Count == 0 ? null : assessed.Targets.Min(target => target.AttainabilityOn(today).Band), goal.CreatedAt, goal.Version);
    }

    /// <summary>The parts without which nobody could tell success from failure.</summary>
    internal static IReadOnlyList<string> MissingIn(AssessedGoal assessed) =>
        Vagueness.Of(
            $"{assessed.Goal.Title} {assessed.Goal.Notes}",
            assessed.Targets.Any(target => target.Target.Target is not null || target.Target.Thresholds.Count > 0),
            assessed.Targets.Count > 0,
            assessed.Targets.Any(target => target.Target.Deadline is not null),
            assessed.Goal.Picture is not null || assessed.Targets.Any(target => target.Target.Type == TargetType.Milestone)).Missing;

    private static string? Reason(AssessedGoal assessed) =>
        assessed.HeldBackBy is { } part ? $"“{part.Title}”, a part of it, holds it back"
        : assessed.Targets.Count == 0 ? "it has no number to be judged by yet" : assessed.Leading?.Pace.Why;

    private static decimal? BehindOf(AssessedTarget? leading)
    {
        if (leading?.Pace is not { Actual: { } actual, Expected: { } expected })
        {
            return null;
        }

        var falling = leading.Target.Type is TargetType.DecreaseTo or TargetType.StayAtOrBelow;
        return falling ? actual - expected : expected - actual;
    }
}
