using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A goal in the tree of alignment.</summary>
/// <param name="Activities">How many activities serve it.</param>
/// <param name="IsWish">Whether nothing is done for it.</param>
/// <param name="Reaches">Whether the chain from it reaches a business objective.</param>
public sealed record AlignedGoal(Id<Goal> Id, string Title, GoalStatus Status, Id<Objective>? Objective, Id<Goal>? Parent, int Activities, bool IsWish, bool Reaches, Instant CreatedAt);

/// <summary>An objective in the tree, standing as its weakest goal.</summary>
public sealed record AlignedObjective(Id<Objective> Id, string Title, string? Notes, string? Metric, Id<BusinessObjective>? Serves, GoalStatus Status, Id<Goal>? Weakest, int Version) : IVersioned;

/// <summary>A business objective at the top, standing as its weakest objective.</summary>
public sealed record AlignedBusiness(Id<BusinessObjective> Id, string Title, string? Notes, string? Metric, GoalStatus Status, int Version) : IVersioned;

/// <summary>The chain from every activity up to the business, and what hangs in the air.</summary>
/// <param name="Business">Business objectives.</param>
/// <param name="Objectives">Objectives.</param>
/// <param name="Goals">Goals.</param>
/// <param name="Orphans">Activities from which no path leads to a business objective; the first 200.</param>
/// <param name="OrphanCount">How many orphans there are.</param>
/// <param name="Wishes">Goals for which nothing is done.</param>
/// <param name="Activities">How many activities there are.</param>
/// <param name="Covered">Share of activities that reach the business; null when there are none.</param>
/// <param name="WeakestLink">The weakest link in words.</param>
public sealed record Alignment(
    IReadOnlyList<AlignedBusiness> Business, IReadOnlyList<AlignedObjective> Objectives, IReadOnlyList<AlignedGoal> Goals,
    IReadOnlyList<OrphanView> Orphans, int OrphanCount, IReadOnlyList<AlignedGoal> Wishes, int Activities, decimal? Covered, string? WeakestLink);

/// <summary>An activity in the air.</summary>
/// <param name="Why">Where its chain breaks.</param>
public sealed record OrphanView(string Subject, string Kind, string Title, Id<Goal>? Goal, string Why);

/// <summary>The alignment of a plan: social goals, marketing objectives, business objectives; its orphans, wishes and weakest link.</summary>
[Needs(Permission.Read)]
public sealed record GoalAlignment(Id<Plan> Plan) : IQuery<Alignment>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalAssessments assessments, GoalRows rows) : IHandle<GoalAlignment, Alignment>
    {
        private const int OrphansShown = 200;

        public async Task<Alignment> HandleAsync(GoalAlignment request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var assessed = await assessments.AllAsync(plan, brand, cancel);
            var links = await rows.LinksAsync(plan.Id, cancel);
            var business = await db.Set<BusinessObjective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            var objectives = await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            var chain = new Chains([.. assessed.Select(one => one.Goal)], objectives);
            var goals = assessed.Select(one =>
            {
                var served = links.Count(link => link.Goal == one.Goal.Id);
                return new AlignedGoal(one.Goal.Id, one.Goal.Title, one.Status, chain.ObjectiveOf(one.Goal)?.Id, one.Goal.Parent, served, served == 0, chain.Breaks(one.Goal) is null, one.Goal.CreatedAt);
            }).ToList();
            var aligned = objectives.Select(objective =>
            {
                var own = goals.Where(goal => goal.Objective == objective.Id).ToList();
                return new AlignedObjective(objective.Id, objective.Title, objective.Notes, objective.Metric, objective.Serves, Statuses.Together(Composition.All, own.Select(goal => goal.Status)), own.MinBy(goal => Statuses.Rank(goal.Status))?.Id, objective.Version);
            }).ToList();
            var tops = business.Select(top => new AlignedBusiness(
                top.Id, top.Title, top.Notes, top.Metric, Statuses.Together(Composition.All, aligned.Where(objective => objective.Serves == top.Id).Select(objective => objective.Status)), top.Version)).ToList();
            var orphans = links.Select(link => (Link: link, Why: chain.Breaks(link.Goal))).Where(pair => pair.Why is not null)
                .Select(pair => new OrphanView(pair.Link.Subject, pair.Link.Kind, pair.Link.Title, pair.Link.Goal, pair.Why!)).ToList();
            return new Alignment(
                tops, aligned, goals, [.. orphans.Take(OrphansShown)], orphans.Count, [.. goals.Where(goal => goal.IsWish)], links.Count,
                links.Count == 0 ? null : 1 - ((decimal)orphans.Count / links.Count), Weakest(goals, aligned, tops));
        }

        private static string? Weakest(List<AlignedGoal> goals, List<AlignedObjective> objectives, List<AlignedBusiness> business)
        {
            if (goals.Where(goal => Statuses.NeedsCare(goal.Status)).MinBy(goal => Statuses.Rank(goal.Status)) is not { } weakest)
            {
                return null;
            }

            var objective = objectives.Find(one => one.Id == weakest.Objective);
            var top = business.Find(one => one.Id == objective?.Serves);
            var path = new[] { objective?.Title, top?.Title }.OfType<string>().Select(title => $"“{title}”").ToList();
            return $"“{weakest.Title}” is {Statuses.Words(weakest.Status)}" + (path.Count == 0 ? "; it serves no objective." : $"; it holds back {string.Join(" and ", path)}.");
        }
    }
}

/// <summary>Follows goals up to the business.</summary>
internal sealed class Chains(IReadOnlyList<Goal> goals, IReadOnlyList<Objective> objectives)
{
    private readonly Dictionary<Id<Goal>, Goal> goals = goals.ToDictionary(goal => goal.Id);
    private readonly Dictionary<Id<Objective>, Objective> objectives = objectives.ToDictionary(objective => objective.Id);

    /// <summary>The objective of a goal, its own or that of a goal above it.</summary>
    public Objective? ObjectiveOf(Goal goal)
    {
        for (Goal? next = goal; next is not null; next = next.Parent is { } up ? goals.GetValueOrDefault(up) : null)
        {
            if (next.Objective is { } id && objectives.TryGetValue(id, out var objective))
            {
                return objective;
            }
        }

        return null;
    }

    /// <summary>Where the chain breaks; null when it reaches the business.</summary>
    public string? Breaks(Id<Goal>? id) =>
        id is not { } some || !goals.TryGetValue(some, out var goal) ? "it serves no goal" : Breaks(goal);

    public string? Breaks(Goal goal) =>
        ObjectiveOf(goal) is not { } objective ? $"the goal “{goal.Title}” serves no objective"
        : objective.Serves is null ? $"the objective “{objective.Title}” serves no business objective"
        : null;
}
