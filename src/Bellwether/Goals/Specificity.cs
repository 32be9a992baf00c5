using Bellwether.Metrics;

namespace Bellwether.Goals;

/// <summary>How specific something is: how many of its parts it names, and which it lacks.</summary>
/// <param name="Named">How many parts it names.</param>
/// <param name="Parts">How many there are: metric, number, unit, channel, audience, date, owner; for work also the done-criterion.</param>
/// <param name="Missing">The others, in that order.</param>
public sealed record Specificity(int Named, int Parts, IReadOnlyList<string> Missing)
{
    /// <summary>Scores what is known of a goal, an action or anything else that should happen.</summary>
    public static Specificity From(bool metric, bool number, bool unit, bool channel, bool audience, bool date, bool owner, bool? doneWhen = null)
    {
        List<(bool Has, string Part)> parts = [(metric, "metric"), (number, "number"), (unit, "unit"), (channel, "channel"), (audience, "audience"), (date, "date"), (owner, "owner")];
        if (doneWhen is { } ends)
        {
            parts.Add((ends, "done-criterion"));
        }

        var missing = parts.Where(part => !part.Has).Select(part => part.Part).ToList();
        return new Specificity(parts.Count - missing.Count, parts.Count, missing);
    }

    /// <summary>Scores a goal by its words and its targets. A metric brings its unit.</summary>
    public static Specificity Of(Goal goal, IReadOnlyCollection<KpiTarget> targets)
    {
        var said = $"{goal.Title} {goal.Notes}";
        var vague = Vagueness.Of(said).Missing;
        return From(
            targets.Count > 0,
            targets.Any(target => target.Target is not null || target.Thresholds.Count > 0 || target.Type == TargetType.Milestone) || !vague.Contains("no number"),
            targets.Count > 0 || !vague.Contains("no metric"),
            goal.Channel is not null || SmartCheck.NamesNetwork(said) || targets.Any(target => target.Subject is not null || target.Items is not { Network: null, Channel: null }),
            goal.Audience is not null,
            targets.Any(target => target.Deadline is not null) || !vague.Contains("no date"),
            goal.Owner is not null);
    }
}
