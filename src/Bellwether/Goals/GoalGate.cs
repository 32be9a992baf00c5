using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>What keeps a plan from being activated as far as its goals are concerned: no KPI, no objective, no baseline, target, source or collector.</summary>
internal sealed class GoalGate(Db db, GoalAssessments assessments, MetricCatalogue catalogue, PlanLoad load, TimeProvider clock) : IGate
{
    private const string Step = "Goals";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var brand = await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == plan.Brand, cancel);
        var open = (await assessments.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null).ToList();
        var limits = await db.Set<GoalLimits>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) ?? new GoalLimits(plan.Id);
        var metrics = (await catalogue.AllAsync(cancel)).ToDictionary(metric => metric.Key, StringComparer.Ordinal);
        var findings = new List<GateFinding>();
        if (open.Count < limits.FewestGoals)
        {
            findings.Add(new("few-goals", false, $"The plan has {Count(open.Count, "goal")}; write down at least {limits.FewestGoals}.", Step, null, "/goals"));
        }

        if (open.Count > limits.MostGoals)
        {
            findings.Add(new("many-goals", false, $"The plan has {open.Count} goals; more than {limits.MostGoals} are hard to follow. Put some away for the next cycle.", Step, null, "/goals"));
        }

        var blocks = limits.ObjectiveNeeded ?? await load.IsTeamAsync(brand.Id, cancel);
        var chains = new Chains([.. open.Select(goal => goal.Goal)], await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        foreach (var goal in open)
        {
            findings.AddRange(Of(goal, limits, blocks, chains, metrics.GetValueOrDefault));
        }

        await AddRealityAsync(plan, brand, open, findings, cancel);
        return findings;
    }

    /// <summary>What history, hours and departments say about the plan. It never blocks.</summary>
    private async Task AddRealityAsync(Plan plan, Brand brand, IReadOnlyList<AssessedGoal> open, List<GateFinding> findings, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        findings.AddRange(open.SelectMany(goal => goal.Targets.Select(target => (goal.Goal, target.Metric, Judged: target.AttainabilityOn(today))))
            .Where(one => one.Judged.Band == AttainabilityBand.Unlikely)
            .Select(one => new GateFinding("goal-unlikely", false, $"{one.Metric.Name} of “{one.Goal.Title}”: {one.Judged.Words}", Step, one.Goal.Id.ToString())));
        findings.AddRange(open.Where(goal => Departments.Of(goal.Goal, plan) is null)
            .Select(goal => new GateFinding("goal-without-function", false, $"Nobody has said which part of the business “{goal.Goal.Title}” is for.", Step, goal.Goal.Id.ToString())));
        var (people, _) = await load.PeopleAsync(plan, brand, cancel);
        findings.AddRange(people.Where(person => person.Band == WorkloadBand.TooMuch)
            .Select(person => new GateFinding("too-much-work", false, $"{person.Name} has more work than hours: {person.Words}", Step, null, "/goals/attainability")));
        findings.AddRange((await load.OpposedAsync(plan, open, cancel))
            .Select(conflict => new GateFinding("departments-collide", false, $"{conflict.Sentence} Settle it on record.", Step, conflict.Sides[0].Goal.ToString())));
    }

    private static IEnumerable<GateFinding> Of(AssessedGoal assessed, GoalLimits limits, bool objectiveBlocks, Chains chains, Func<string, Metric?> find)
    {
        var goal = assessed.Goal;
        GateFinding Finding(string code, bool blocks, string message) => new(code, blocks, message, Step, goal.Id.ToString());
        if (assessed.Targets.Count == 0)
        {
            yield return Finding("goal-without-kpi", true, $"“{goal.Title}” has no KPI. Choose the number that shows it.");
        }

        if (chains.ObjectiveOf(goal) is null)
        {
            yield return Finding("goal-without-objective", objectiveBlocks, $"“{goal.Title}” serves no objective. Link it to one of the business.");
        }

        foreach (var target in assessed.Targets)
        {
            var missing = MissingOf(target.Target).ToList();
            if (missing.Count > 0)
            {
                yield return Finding("kpi-incomplete", true, $"{target.Metric.Name} of “{goal.Title}” lacks {string.Join(", ", missing)}.");
            }

            if (target.SourceTrouble is { } trouble)
            {
                yield return Finding("kpi-source-disconnected", false, $"{target.Metric.Name} of “{goal.Title}” is read at “{target.Target.Source}”. {trouble}");
            }
            else if (target.Stale && target.Target.Source is { } source)
            {
                yield return Finding("kpi-source-silent", false, $"{target.Metric.Name} of “{goal.Title}” has had no number for {target.Aim.Judging.StaleAfterDays} days. Look whether “{source}” is still connected.");
            }
        }

        if (assessed.Targets.Count > limits.MostKpis)
        {
            yield return Finding("many-kpis", false, $"“{goal.Title}” has {assessed.Targets.Count} KPIs; {limits.MostKpis} say as much.");
        }

        if (assessed.IsVanityOnly(find))
        {
            yield return Finding("vanity-only", false, $"“{goal.Title}” is judged by applause only. Add leads, referrals or conversion rate.");
        }

        if (goal.Picture is null)
        {
            yield return Finding("goal-without-picture", false, $"Nobody has said what “{goal.Title}” looks like when it is reached.");
        }

        if (goal.Owner is null)
        {
            yield return Finding("goal-without-owner", false, $"Nobody answers for “{goal.Title}”. Name one person.");
        }

        if (GoalRow.MissingIn(assessed) is { Count: > 0 } vague && assessed.Targets.Count > 0)
        {
            yield return Finding("good-thought", false, $"“{goal.Title}” is a good thought so far: {string.Join(", ", vague)}.");
        }
    }

    /// <summary>What the numbers of a target lack before anybody can be held to them.</summary>
    private static IEnumerable<string> MissingOf(KpiTarget target)
    {
        if (target.Type is TargetType.IncreaseTo or TargetType.DecreaseTo && target.Baseline is null)
        {
            yield return "a baseline";
        }

        if (target.Type is not (TargetType.Milestone or TargetType.EachAtLeast) && target.Target is null)
        {
            yield return "a target";
        }

        if (target.Source is null)
        {
            yield return "a tool or source";
        }

        if (target.Collector is null)
        {
            yield return "somebody who collects it";
        }
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : count == 0 ? $"no {what}" : $"{count} {what}s";
}
