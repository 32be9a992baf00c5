namespace Bellwether.Goals;

/// <summary>A question that helps to make a goal checkable.</summary>
/// <param name="Part">What it asks for: “metric”, “number”, “date”, “owner”, “picture”, “objective”, “audience”, “source”.</param>
/// <param name="Question">In plain words.</param>
/// <param name="Offers">Answers to choose from; metric keys for a metric.</param>
public sealed record GoalQuestion(string Part, string Question, IReadOnlyList<string> Offers);

/// <summary>Asks for what a goal still lacks, the most useful first. Nobody has to answer.</summary>
public static class GoalQuestions
{
    private static readonly string[] OfADraft = ["metric", "number", "date"];

    /// <summary>Which of metric, number and date are still asked for; a goal is a draft until none is. What begins again each period, or has to hold now, needs no day.</summary>
    public static IReadOnlyList<string> DraftParts(Goal goal, IReadOnlyCollection<KpiTarget> targets)
    {
        var standing = targets.Any(target => target.Every is not null || target.Type is TargetType.Cadence or TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin or TargetType.EachAtLeast);
        return [.. For(goal, targets).Select(question => question.Part).Where(part => OfADraft.Contains(part) && !(standing && part == "date"))];
    }

    public static IReadOnlyList<GoalQuestion> For(Goal goal, IReadOnlyCollection<KpiTarget> targets)
    {
        var questions = new List<GoalQuestion>();
        void Ask(bool missing, string part, string question, params IReadOnlyList<string> offers)
        {
            if (missing)
            {
                questions.Add(new GoalQuestion(part, question, offers));
            }
        }

        Ask(targets.Count == 0, "metric", "Which number would show it? Choose one, or several.", [.. MetricProposals.For(goal.Title).Select(metric => metric.Key)]);
        Ask(targets.All(target => target.Target is null && target.Type is not (TargetType.Milestone or TargetType.EachAtLeast)), "number", "How many, compared with today?");
        Ask(targets.All(target => target.Deadline is null), "date", "By when?");
        Ask(targets.Any(target => target.Type is TargetType.IncreaseTo or TargetType.DecreaseTo && target.Baseline is null), "baseline", "Where does the number stand today?");
        Ask(goal.Owner is null, "owner", "Who answers for it? One person.");
        Ask(goal.Picture is null, "picture", "What will one see when it is reached?");
        Ask(goal.Audience is null, "audience", "Whom is it about?");
        Ask(goal.Objective is null, "objective", "What is it for? Link it to an objective of the business.");
        Ask(targets.Any(target => target.Source is null), "source", "Where is the number read, and by whom?");
        return questions;
    }
}
