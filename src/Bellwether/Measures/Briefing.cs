using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>What kind of sentence it is; the screen marks it with an icon and a word.</summary>
public enum BriefingTone
{
    /// <summary>Something needs care.</summary>
    Alert,

    /// <summary>Neither good nor bad, or not known.</summary>
    Note,

    /// <summary>It goes well.</summary>
    Good,
}

/// <summary>One thing the numbers say.</summary>
/// <param name="Tone">What kind of sentence it is.</param>
/// <param name="Text">In plain words.</param>
/// <param name="Goal">The goal it is about.</param>
/// <param name="Status">How its KPI stands.</param>
public sealed record BriefingLine(BriefingTone Tone, string Text, Id<Goal>? Goal, GoalStatus? Status);

/// <summary>What the numbers say today, to read or to be read aloud.</summary>
/// <param name="Headline">The plan's health in one sentence.</param>
/// <param name="Lines">One line a KPI: what needs care first, business metrics before the others.</param>
/// <param name="AsOf">The day it is about.</param>
public sealed record BriefingView(string Headline, IReadOnlyList<BriefingLine> Lines, LocalDate AsOf);

/// <summary>The briefing: plain sentences made of the numbers, with the reader's separators; what needs care comes first.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Locale">The reader's language and country, such as de-DE.</param>
[Needs(Permission.Read)]
public sealed record Briefing(Id<Plan> Plan, string Locale = "en-US") : IQuery<BriefingView>
{
    internal sealed class Handler(PlanFinder plans, GoalAssessments assessments, IHandle<PlanHealth, PlanHealthView> health, TimeProvider clock) : IHandle<Briefing, BriefingView>
    {
        public async Task<BriefingView> HandleAsync(Briefing request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var today = clock.Today(brand.Zone);
            var open = (await assessments.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null).ToList();
            var lines = open.SelectMany(goal => goal.Targets.Select(target => (goal.Goal, Target: target)))
                .OrderBy(pair => Tone(pair.Target.Pace.Status)).ThenBy(pair => pair.Target.Metric.Class == MetricClass.Business ? 0 : 1).ThenBy(pair => Statuses.Rank(pair.Target.Pace.Status))
                .Select(pair => new BriefingLine(Tone(pair.Target.Pace.Status), Text(pair.Target, request.Locale, brand.Currency, today), pair.Goal.Id, pair.Target.Pace.Status))
                .Concat(open.Where(goal => goal.Targets.Count == 0).Select(goal => new BriefingLine(BriefingTone.Note, $"“{goal.Goal.Title}” is not gauged: it has no number to be judged by.", goal.Goal.Id, null)));
            return new BriefingView((await health.HandleAsync(new PlanHealth(request.Plan, request.Locale), cancel)).Sentence, [.. lines], today);
        }

        private static string Text(AssessedTarget target, string locale, string currency, LocalDate today) =>
            BriefingSentence.Of(target, locale, currency, today) +
            (target.Stale && target.Actual.AsOf is { } newest ? $" Its newest number is {Period.DaysBetween(newest, today)} days old." : "");

        private static BriefingTone Tone(GoalStatus status) => Statuses.NeedsCare(status) ? BriefingTone.Alert : status is GoalStatus.OnTrack or GoalStatus.Met ? BriefingTone.Good : BriefingTone.Note;
    }
}
