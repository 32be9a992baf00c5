using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>What keeps a plan from being activated as far as its goals are concerned: no KPI, no objective, no baseline, target, source or collector.</summary>
internal sealed class GoalGate(Db db, GoalAssessments assessments, MetricCatalogue catalogue, TimeProvider clock) : IGate
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
            findings.Add(new("few-goals", false, $"The plan has {Count(open.Count, "goal")}; write down at least {limits.FewestGoals}.", Step));
        }

        if (open.Count > limits.MostGoals)
        {
            findings.Add(new("many-goals", false, $"The plan has {open.Count} goals; more than {limits.MostGoals} are hard to follow. Put some away for the next cycle.", Step));
        }

        var blocks = limits.ObjectiveNeeded ?? await IsTeamAsync(brand, cancel);
        var chains = new Chains([.. open.Select(goal => goal.Goal)], await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        foreach (var goal in open)
        {
            findings.AddRange(Of(goal, limits, blocks, chains, metrics.GetValueOrDefault));
        }

        return findings;
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

            if (target.Stale && target.Target.Source is { } source)
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

    /// <summary>Whether more than one person has to do with the brand.</summary>
    private async Task<bool> IsTeamAsync(Brand brand, CancellationToken cancel)
    {
        var now = clock.Now();
        return (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Count(member => member.IsActive(now) && (member.OnlyBrands.Count == 0 || member.OnlyBrands.Contains(brand.Id.ToString()))) > 1;
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : count == 0 ? $"no {what}" : $"{count} {what}s";
}
