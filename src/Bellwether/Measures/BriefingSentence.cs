using System.Globalization;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>Says how a target stands, in plain sentences with the reader's own separators.</summary>
public static class BriefingSentence
{
    /// <summary>One to three sentences; what is not known is said to be not known.</summary>
    public static string Of(AssessedTarget assessed, string locale, string currency, LocalDate today)
    {
        var (target, pace) = (assessed.Target, assessed.Pace);
        var say = new Sayer(assessed.Metric, locale, currency, today);
        var name = assessed.Metric.Name;
        if (target.Type == TargetType.EachAtLeast)
        {
            return Items(assessed, say);
        }

        if (pace.Status == GoalStatus.NoData || pace.Actual is not { } actual)
        {
            return pace.Status == GoalStatus.TooEarly ? $"{name}: too early to say; {pace.Why}." : $"{name}: no data yet; {pace.Why ?? "no number has been recorded"}.";
        }

        return target.Type switch
        {
            TargetType.Milestone => pace.Status == GoalStatus.Met ? $"{name}: done." : pace.Status == GoalStatus.Missed ? $"{name}: not done by {say.Day(target.Deadline)}." : $"{name}: {pace.Why}.",
            TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin => Staying(assessed, actual, say),
            _ => Way(assessed, actual, say),
        };
    }

    private static string Way(AssessedTarget assessed, decimal actual, Sayer say)
    {
        var (target, pace, name) = (assessed.Target, assessed.Pace, assessed.Metric.Name);
        var aimed = target.Target!.Value;
        if (pace.Status == GoalStatus.Met)
        {
            return assessed.Aim.Ceiling ? $"{name} ended at {say.Number(actual)}, within the {say.Number(aimed)} planned." : $"{name} {say.Number(actual)}: the target of {say.Number(aimed)} is reached.";
        }

        if (pace.Status == GoalStatus.Missed)
        {
            return $"{name} ended at {say.Number(actual)} of {say.Number(aimed)} ({say.Apart(actual, aimed)} {(actual < aimed ? "short" : "over")}).";
        }

        if (pace.Status == GoalStatus.TooEarly)
        {
            return $"{name} {say.Number(actual)}: too early to say; {pace.Why}.";
        }

        var expected = pace.Expected!.Value;
        var less = Variance.LessIsBetter(target.Type, assessed.Metric);
        var word = say.Same(actual, expected) ? "as expected" : $"{say.Apart(actual, expected)} {(actual < expected == less ? "ahead" : "behind")}";
        var first = $"{name} {say.Number(actual)} of {say.Number(expected)} expected ({word}).";
        if (assessed.Aim.Resets)
        {
            return $"{first} The {assessed.Aim.Period.ToString().ToLowerInvariant()}'s target is {say.Number(aimed)}.";
        }

        return pace is { Projected: { } projected, Required: { } required, RunRate: { } rate }
            ? $"{first} At this rate you will reach {say.Number(projected)} by {say.Day(pace.Until)}; the target is {say.Number(aimed)}. You need {say.Rate(required)} a day, you make {say.Rate(rate)}."
            : $"{first} The {(assessed.Aim.Ceiling ? "limit" : "target")} is {say.Number(aimed)}.";
    }

    private static string Staying(AssessedTarget assessed, decimal actual, Sayer say)
    {
        var (target, pace, name) = (assessed.Target, assessed.Pace, assessed.Metric.Name);
        var bound = target.Type switch
        {
            TargetType.StayAtOrAbove => $"at least {say.Number(target.Target!.Value)}",
            TargetType.StayAtOrBelow => $"at most {say.Number(target.Target!.Value)}",
            _ => $"{say.Number(target.Target!.Value)} to {(target.High is { } high ? say.Number(high) : "any")}",
        };
        return pace.Status is GoalStatus.OnTrack or GoalStatus.Met
            ? $"{name} {say.Number(actual)}: it holds ({bound} asked for)."
            : pace.Status == GoalStatus.TooEarly ? $"{name} {say.Number(actual)}: too early to say; {pace.Why}."
            : $"{name} {say.Number(actual)}: {bound} asked for, {say.Apart(actual, pace.Expected!.Value)} off.";
    }

    private static string Items(AssessedTarget assessed, Sayer say)
    {
        var asked = string.Join(" and ", assessed.Target.Thresholds.Select(threshold => $"{say.Plain(threshold.AtLeast)} {threshold.Metric.Replace('_', ' ')}"));
        return assessed.Items is { Judged: > 0 } items
            ? $"{items.Passed} of {items.Judged} posts reached at least {asked}" + (items.Pending > 0 ? $"; {items.Pending} are too young to judge." : ".")
            : $"Posts with at least {asked}: {assessed.Pace.Why ?? "none judged yet"}.";
    }

    /// <summary>Writes numbers as the metric's unit wants them.</summary>
    private sealed class Sayer(Metric metric, string locale, string currency, LocalDate today)
    {
        public string Number(decimal value) => metric.Unit switch
        {
            MetricUnit.Percent => Plain(Rounded(value) * 100) + " %",
            MetricUnit.Money => Money.Say(Rounded(value), currency, locale),
            MetricUnit.MoneyPerHour => $"{Money.Say(Rounded(value), currency, locale)} an hour",
            MetricUnit.Minutes => $"{Plain(Rounded(value))} min",
            MetricUnit.Hours => $"{Plain(Rounded(value))} h",
            MetricUnit.Days => $"{Plain(Rounded(value))} days",
            _ => Plain(Rounded(value)),
        };

        /// <summary>A change a day: one decimal more than the number itself.</summary>
        public string Rate(decimal value) => metric.Unit == MetricUnit.Percent ? Plain(Math.Round(value * 100, 2)) + " points" : Plain(Math.Round(value, 1));

        /// <summary>How far apart two numbers are as they are written.</summary>
        public string Apart(decimal one, decimal other) => Number(Math.Abs(Rounded(one) - Rounded(other)));

        public bool Same(decimal one, decimal other) => Rounded(one) == Rounded(other);

        public string Plain(decimal value) => NumberText.Write(value, MetricUnit.Count, locale);

        /// <summary>“31 Mar”, with the year when it is another one.</summary>
        public string Day(LocalDate? day) =>
            day is { } some ? some.ToString(some.Year == today.Year ? "d MMM" : "d MMM uuuu", CultureInfo.InvariantCulture) : "its deadline";

        private decimal Rounded(decimal value) => metric.Unit switch
        {
            MetricUnit.Percent => Math.Round(value, 3),
            MetricUnit.Money or MetricUnit.MoneyPerHour => Math.Round(value, 2),
            MetricUnit.Count or MetricUnit.Persons or MetricUnit.Sessions or MetricUnit.Minutes => Math.Round(value, 0),
            _ => Math.Round(value, 1),
        };
    }
}
