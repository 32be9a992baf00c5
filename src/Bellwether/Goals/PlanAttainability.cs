using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>One target of the plan, and whether it can be reached.</summary>
public sealed record TargetChance(Id<Goal> Goal, string GoalTitle, Id<KpiTarget> Target, string Metric, Attainability Attainability, string? ChanceWords);

/// <summary>How heavily a risk weighs.</summary>
public enum RiskWeight
{
    /// <summary>It can sink a goal by itself.</summary>
    High,

    /// <summary>It should be looked at before the plan starts.</summary>
    Medium,

    /// <summary>It is good to know.</summary>
    Low,
}

/// <summary>Something that the plan itself gives away as a reason to fail.</summary>
/// <param name="Code">Stable, kebab-case: “goal-unlikely”.</param>
/// <param name="Sentence">What it is, and the way out.</param>
/// <param name="Path">Where it is mended.</param>
public sealed record PlanRisk(string Code, RiskWeight Weight, string Sentence, string Path);

/// <summary>Whether a plan can be carried out: each target's chance, the work against the hours, and why it might fail.</summary>
/// <param name="Targets">Every target, the least likely first.</param>
/// <param name="People">What is asked of each person, against the hours there are.</param>
/// <param name="UnownedHours">Estimated hours that nobody has been given.</param>
/// <param name="Risks">What the plan itself gives away, the heaviest first.</param>
/// <param name="Fears">What its people fear, and what they do against it.</param>
public sealed record PlanAttainabilityView(
    IReadOnlyList<TargetChance> Targets, IReadOnlyList<PersonLoad> People, decimal UnownedHours, IReadOnlyList<PlanRisk> Risks, IReadOnlyList<PremortemEntryView> Fears);

/// <summary>Whether a plan can be carried out, before it is activated and after: chances from history, workload against capacity, and a premortem. It never blocks.</summary>
[Needs(Permission.Read)]
public sealed record PlanAttainability(Id<Plan> Plan) : IQuery<PlanAttainabilityView>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalFinder finder, GoalAssessments assessments, PlanLoad load, PlanRisks risks, TimeProvider clock) : IHandle<PlanAttainability, PlanAttainabilityView>
    {
        public async Task<PlanAttainabilityView> HandleAsync(PlanAttainability request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var goals = (await assessments.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null).ToList();
            var today = clock.Today(brand.Zone);
            var (people, work) = await load.PeopleAsync(plan, brand, cancel);
            var names = await finder.NamesAsync(cancel);
            var fears = await db.Set<PremortemEntry>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            return new PlanAttainabilityView(
                [
                    .. goals.SelectMany(goal => goal.Targets.Select(target => Chance(goal.Goal, target, target.AttainabilityOn(today))))
                        .OrderBy(target => target.Attainability.Band).ThenBy(target => target.Attainability.Chance ?? 1),
                ],
                people, work.Where(piece => piece.Person is null).Sum(piece => piece.Hours ?? 0),
                await risks.OfAsync(plan, brand, goals, people, cancel), [.. fears.Select(fear => PremortemEntryView.Of(fear, names))]);
        }

        private static TargetChance Chance(Goal goal, AssessedTarget target, Attainability judged) =>
            new(goal.Id, goal.Title, target.Target.Id, target.Metric.Name, judged, judged.Chance is { } chance ? Attainability.InTen(chance) : null);
    }
}

/// <summary>Reads from a plan why it might fail.</summary>
[Scoped]
public sealed class PlanRisks(Db db, PlanLoad load, GoalRows rows, TimeProvider clock)
{
    public async Task<IReadOnlyList<PlanRisk>> OfAsync(Plan plan, Brand brand, IReadOnlyList<AssessedGoal> goals, IReadOnlyList<PersonLoad> people, CancellationToken cancel)
    {
        var today = clock.Today(brand.Zone);
        var risks = new List<PlanRisk>();
        foreach (var goal in goals)
        {
            risks.AddRange(goal.Targets.Select(target => (target, Judged: target.AttainabilityOn(today))).Where(pair => pair.Judged.Band is AttainabilityBand.Unlikely)
                .Select(pair => new PlanRisk("goal-unlikely", RiskWeight.High, $"“{goal.Goal.Title}”, {pair.target.Metric.Name}: {pair.Judged.Words} Lower it, give it more time, or say what will be different.", $"/goals?goal={goal.Goal.Id}")));
            if (goal.Goal.Owner is null)
            {
                risks.Add(new("goal-without-owner", RiskWeight.Medium, $"Nobody answers for “{goal.Goal.Title}”.", $"/goals?goal={goal.Goal.Id}"));
            }

            risks.AddRange(goal.Targets.Where(target => target.Stale).Select(target =>
                new PlanRisk("number-silent", RiskWeight.Medium, $"{target.Metric.Name} of “{goal.Goal.Title}” has had no fresh number: nobody would notice.", "/goals/measurement")));
        }

        risks.AddRange(people.Where(person => person.Band == WorkloadBand.TooMuch).Select(person =>
            new PlanRisk("too-much-work", RiskWeight.High, $"{person.Name} has more work than hours: {person.Words} Give some away, move it, or drop it.", "/goals/attainability")));
        risks.AddRange((await load.OpposedAsync(plan, goals, cancel)).Select(conflict =>
            new PlanRisk("departments-collide", RiskWeight.High, conflict.Sentence, "/goals/rules")));
        var done = (await rows.LinksAsync(plan.Id, cancel)).Select(link => link.Goal).ToHashSet();
        risks.AddRange(goals.Where(goal => !done.Contains(goal.Goal.Id)).Select(goal =>
            new PlanRisk("goal-is-wish", RiskWeight.Medium, $"Nothing is done for “{goal.Goal.Title}”: it is a wish so far.", $"/goals?goal={goal.Goal.Id}")));
        await AddAssumptionsAsync(plan, risks, cancel);
        return [.. risks.OrderBy(risk => risk.Weight)];
    }

    private async Task AddAssumptionsAsync(Plan plan, List<PlanRisk> risks, CancellationToken cancel)
    {
        var assumptions = await db.Set<Assumption>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        risks.AddRange(assumptions.Where(row => row.Verdict == AssumptionVerdict.Broken).Select(row =>
            new PlanRisk("assumption-broken", RiskWeight.High, $"The plan rests on “{row.Statement}”, and that is broken. {row.Newest.Outcome?.Words}", "/goals/assumptions")));
        risks.AddRange(assumptions.Where(row => row.Verdict is null && row.Newest.Confidence < 0.6m).Select(row =>
            new PlanRisk("assumption-doubtful", RiskWeight.Medium, $"The plan rests on “{row.Statement}”, of which nobody is sure.", "/goals/assumptions")));
        if (assumptions.Count == 0)
        {
            risks.Add(new("no-assumptions", RiskWeight.Low, "Nothing is written down that the plan takes for granted, so nothing can be proven wrong in time.", "/goals/assumptions"));
        }
    }
}
