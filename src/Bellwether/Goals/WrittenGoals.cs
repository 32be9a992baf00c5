using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>The part “goals” of a plan file.</summary>
internal sealed record WrittenGoals(IReadOnlyList<WrittenBusiness>? BusinessObjectives = null, IReadOnlyList<WrittenObjective>? Objectives = null, IReadOnlyList<WrittenGoal>? Goals = null, WrittenRest? Rest = null);

internal sealed record WrittenBusiness(Id<BusinessObjective> Id, string Title, string? Notes = null, string? Metric = null)
{
    public BusinessObjective Make(Plan plan)
    {
        var business = new BusinessObjective(plan, Title) { Id = Id };
        business.Word(Title, Notes, Metric);
        return business;
    }
}

internal sealed record WrittenObjective(Id<Objective> Id, string Title, string? Notes = null, string? Metric = null, Id<BusinessObjective>? Serves = null)
{
    public Objective Make(Plan plan, IReadOnlyDictionary<Id<BusinessObjective>, BusinessObjective> business)
    {
        var objective = new Objective(plan, Title) { Id = Id };
        objective.Word(Title, Notes, Metric);
        objective.Serve(Serves is { } top ? business.GetValueOrDefault(top) ?? throw Rule.Broken("part-invalid", $"goals.objectives: “{Title}” serves a business objective that is not there.", "goals") : null);
        return objective;
    }
}

internal sealed record WrittenGoal(
    Id<Goal> Id, string Title, string? Notes = null, Id<Objective>? Objective = null, Id<Goal>? Parent = null, string? Owner = null, string? Picture = null, string? Tracking = null,
    string? Audience = null, string? Channel = null, BusinessFunction? Function = null, string? FunctionName = null, Horizon? Horizon = null, Composition Composition = Composition.All,
    GoalVerdict? Verdict = null, string? VerdictNote = null, IReadOnlyList<WrittenTarget>? Targets = null)
{
    public static WrittenGoal Of(Goal goal, IReadOnlyList<KpiTarget> targets, IReadOnlyDictionary<Id<Member>, string> mails, Func<string?, string?> subject, bool nextCycle, IReadOnlyCollection<Id<Goal>> written) => new(
        goal.Id, goal.Title, goal.Notes, goal.Objective, goal.Parent is { } parent && written.Contains(parent) ? parent : null, goal.Owner is { } owner ? mails.GetValueOrDefault(owner) : null,
        goal.Picture, goal.Tracking, goal.Audience, goal.Channel, goal.Function, goal.FunctionName, goal.Horizon, goal.Composition, goal.Verdict, goal.VerdictNote,
        targets.Count == 0 ? null : [.. targets.Select(target => WrittenTarget.Of(target, mails, subject(target.Subject), nextCycle))]);

    public Goal Make(Plan plan, int place, IReadOnlyDictionary<Id<Objective>, Objective> objectives, IReadOnlyDictionary<string, Member> members, Instant now)
    {
        var goal = new Goal(plan, Title, place) { Id = Id };
        goal.Word(Title, Notes);
        goal.Imagine(Picture, Tracking);
        goal.Address(Audience, Channel);
        goal.Classify(Function, FunctionName, Horizon, Composition);
        // Somebody who is not here (any more) leaves the place free for another.
        goal.Own(Owner is { } mail && members.GetValueOrDefault(mail) is { } owner && owner.IsActive(now) ? owner : null, now);
        goal.Serve(Objective is { } id ? objectives.GetValueOrDefault(id) ?? throw Rule.Broken("part-invalid", $"goals.goals: “{Title}” serves an objective that is not there.", "goals") : null);
        if (Verdict is { } verdict)
        {
            goal.Close(verdict, VerdictNote ?? "As written in the plan.", now);
        }

        return goal;
    }
}

/// <summary>A target in a plan file. The next cycle starts where this one ended: baseline and dates are left to be set anew.</summary>
internal sealed record WrittenTarget(
    Id<KpiTarget> Id, string Metric, TargetType Type, decimal? Target = null, decimal? Baseline = null, LocalDate? BaselineOn = null, decimal? High = null, LocalDate? Start = null,
    LocalDate? Deadline = null, PeriodLength? Every = null, IReadOnlyList<decimal>? Phasing = null, string? Subject = null, ItemFilter? Items = null, IReadOnlyList<ItemThreshold>? Thresholds = null,
    int? JudgedAfterDays = null, string? Source = null, string? Query = null, string? Collector = null, PeriodLength? Frequency = null, IReadOnlyList<JudgingRevision>? Judgings = null)
{
    public static WrittenTarget Of(KpiTarget target, IReadOnlyDictionary<Id<Member>, string> mails, string? subject, bool nextCycle) => new(
        target.Id, target.Metric, target.Type, target.Target, nextCycle ? null : target.Baseline, nextCycle ? null : target.BaselineOn, target.High,
        nextCycle ? null : target.Start, nextCycle ? null : target.Deadline, target.Every, target.Phasing.Count == 0 ? null : target.Phasing, subject,
        target.Items == new ItemFilter() ? null : target.Items, target.Thresholds.Count == 0 ? null : target.Thresholds,
        target.JudgedAfterDays == 7 ? null : target.JudgedAfterDays, target.Source, target.Query, target.Collector is { } collector ? mails.GetValueOrDefault(collector) : null, target.Frequency,
        nextCycle || (target.Judgings.Count == 1 && target.Judgings[0].Rules == Judging.Usual) ? null : target.Judgings);

    public async Task<KpiTarget> MakeAsync(Goal goal, MetricCatalogue catalogue, IReadOnlyDictionary<string, Member> members, Instant now, string path, CancellationToken cancel)
    {
        var metric = await catalogue.FindAsync(Metric, cancel) ?? throw Rule.Broken("metric-unknown", $"{path}.metric: there is no metric “{Metric}”.", "goals");
        var target = new KpiTarget(goal, metric, Type, Start ?? now.InUtc().Date) { Id = Id };
        var aim = new Aim(Type, Target) { Baseline = Baseline, High = High, Start = Start, Deadline = Deadline, Every = Every, Phasing = Phasing ?? [] };
        try
        {
            target.Ask(aim, BaselineOn, mayRevise: true);
            target.Look(Subject, Items ?? new ItemFilter(), Thresholds ?? [], JudgedAfterDays ?? 7);
            target.Collect(Source, Query, Collector is { } mail && members.GetValueOrDefault(mail) is { } member && member.IsActive(now) ? member : null, Frequency, now);
            target.Restore(Judgings);
        }
        catch (ProblemException problem)
        {
            throw Rule.Broken(problem.Code, $"{path}: {problem.Message}", "goals");
        }

        return target;
    }
}
