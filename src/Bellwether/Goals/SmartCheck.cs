using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>The mark of one letter.</summary>
public enum SmartMark
{
    Pass,
    Warn,
    Fail,
}

/// <summary>One letter of SMART with its mark and the reason for it.</summary>
/// <param name="Letter">S, M, A, R or T.</param>
/// <param name="Name">Specific, measurable, attainable, relevant, time-bound.</param>
/// <param name="Mark">Pass, warn or fail.</param>
/// <param name="Reason">Why, and the way out.</param>
public sealed record SmartLetter(char Letter, string Name, SmartMark Mark, string Reason);

/// <summary>Reads the five letters off a goal: computed, never ticked.</summary>
public static partial class SmartCheck
{
    public static IReadOnlyList<SmartLetter> Of(AssessedGoal assessed, bool hasObjective, LocalDate today, Func<string, Metric?> find) =>
    [
        Specific(assessed),
        Measurable(assessed, today),
        Attainable(assessed, today),
        Relevant(assessed, hasObjective, find),
        TimeBound(assessed),
    ];

    /// <summary>Whether a text names a network.</summary>
    internal static bool NamesNetwork(string text) => Network().IsMatch(text);

    private static SmartLetter Specific(AssessedGoal assessed)
    {
        var (goal, targets) = (assessed.Goal, assessed.Targets);
        var missing = new List<string>();
        void Need(bool present, string what)
        {
            if (!present)
            {
                missing.Add(what);
            }
        }

        Need(targets.Count > 0, "a metric");
        Need(targets.Count > 0 || Verb().IsMatch(goal.Title), "a verb that says what changes");
        Need(goal.Channel is not null || Network().IsMatch(goal.Title) || targets.Any(target => target.Target.Subject is not null || target.Target.Items is not { Network: null, Channel: null }), "a channel");
        Need(goal.Audience is not null || targets.Any(target => target.Target.Items.Theme is not null), "an audience or a theme");
        return missing.Count == 0
            ? new('S', "Specific", SmartMark.Pass, "It names what changes, where, for whom and by which number.")
            : new('S', "Specific", missing.Count > 1 ? SmartMark.Fail : SmartMark.Warn, $"It lacks {string.Join(", ", missing)}.");
    }

    private static SmartLetter Measurable(AssessedGoal assessed, LocalDate today)
    {
        SmartLetter Letter(SmartMark mark, string reason) => new('M', "Measurable", mark, reason);
        if (assessed.Targets.Count == 0)
        {
            return Letter(SmartMark.Fail, "No metric shows it. Add a target.");
        }

        var silent = assessed.Targets.FirstOrDefault(target => target.Target.Source is null);
        if (silent is not null)
        {
            return Letter(SmartMark.Warn, $"Nobody knows where “{silent.Metric.Name}” is read. Name its tool or source.");
        }

        var cut = assessed.Targets.FirstOrDefault(target => target.SourceTrouble is not null);
        if (cut is not null)
        {
            return Letter(SmartMark.Warn, $"“{cut.Metric.Name}” is read at “{cut.Target.Source}”. {cut.SourceTrouble}");
        }

        var dead = assessed.Targets.FirstOrDefault(target => target.Stale);
        return dead is null
            ? Letter(SmartMark.Pass, "Each metric has a unit and a source that is alive.")
            : Letter(SmartMark.Warn, $"“{dead.Metric.Name}” has had no number for more than {dead.Aim.Judging.StaleAfterDays} days. Look whether its source is still connected.");
    }

    private static SmartLetter Attainable(AssessedGoal assessed, LocalDate today)
    {
        if (assessed.Targets.Count == 0)
        {
            return new('A', "Attainable", SmartMark.Fail, "Without a target nobody can tell whether it can be reached.");
        }

        var hardest = assessed.Targets.Select(target => target.AttainabilityOn(today)).MinBy(judged => judged.Band)!;
        var mark = hardest.Band == AttainabilityBand.Attainable ? SmartMark.Pass : hardest.Band == AttainabilityBand.Unlikely ? SmartMark.Fail : SmartMark.Warn;
        return new('A', "Attainable", mark, hardest.Words);
    }

    private static SmartLetter Relevant(AssessedGoal assessed, bool hasObjective, Func<string, Metric?> find)
    {
        var doubts = new List<string>();
        if (!hasObjective)
        {
            doubts.Add("It serves no objective of the business. Link it to one.");
        }

        if (assessed.IsVanityOnly(find))
        {
            doubts.Add("It is judged by applause only. Add leads, referrals or conversion rate.");
        }

        if (assessed.Targets.Count == 0 && !hasObjective)
        {
            return new('R', "Relevant", SmartMark.Fail, doubts[0]);
        }

        return doubts.Count == 0
            ? new('R', "Relevant", SmartMark.Pass, "It serves an objective and is judged by more than applause.")
            : new('R', "Relevant", SmartMark.Warn, string.Join(' ', doubts));
    }

    private static SmartLetter TimeBound(AssessedGoal assessed)
    {
        var dated = assessed.Targets.Count(target => target.Target.Deadline is not null);
        return dated == 0 ? new('T', "Time-bound", SmartMark.Fail, "It has no end date. Say by when.")
            : dated < assessed.Targets.Count ? new('T', "Time-bound", SmartMark.Warn, "Not every target has an end date.")
            : new('T', "Time-bound", SmartMark.Pass, "It ends on a date after its start.");
    }

    [GeneratedRegex(@"\b(increase|raise|grow|gain|win|get|reach|reduce|cut|lower|shorten|halve|double|keep|hold|post|publish|share|answer|reply|sell|book|recruit|hire|launch|open|build|improve|turn|bring|collect|generate|earn|save|become|make|convert|attract)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(instagram|facebook|x|twitter|linkedin|tiktok|youtube|pinterest|threads|bluesky|mastodon|reddit|telegram|whatsapp|snapchat|xing)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Network();
}
