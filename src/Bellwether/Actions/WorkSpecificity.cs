using Bellwether.Goals;

namespace Bellwether.Actions;

/// <summary>
/// How checkable a tactic or an action is: what it lacks for anybody to tell success from failure, and how many parts it names.
/// Steps are judged through what they are a part of. It flags; it never blocks.
/// </summary>
/// <param name="GoodThought">The missing parts in words (“no number”); empty for what can be checked.</param>
/// <param name="Score">How many of the parts it names: those of a goal, and the done-criterion.</param>
public sealed record WorkSpecificity(IReadOnlyList<string> GoodThought, Specificity Score)
{
    /// <summary>Looks at a node with what it has from above; what has parts is done when they are. Null for a step.</summary>
    /// <param name="goal">The goal that it serves, where there is one.</param>
    public static WorkSpecificity? Of(WorkNode node, Goal? goal)
    {
        var work = node.Work;
        if (work.Kind == WorkKind.Step)
        {
            return null;
        }

        var said = $"{work.Title} {work.Notes} {work.DoneWhen}";
        var action = work as ActionItem;
        // A table of updates says what, how often and where.
        var counted = action?.Updates.Any(row => row.PerWeek > 0) == true;
        var dated = node.DueAtLatest is not null || (!node.IsLeaf && node.Leaves.All(leaf => leaf.Work.Due is not null));
        var ends = work.DoneWhen is not null || !node.IsLeaf || action?.Milestone == true;
        var lacks = Vagueness.Of(said, counted, counted, dated).Missing;
        var measured = !lacks.Contains("no metric");
        var runsOn = node.Up.Any(above => (above.Work as Tactic)?.Channel is not null || (above.Work as ActionItem)?.Channel is not null);
        return new WorkSpecificity(
            node.State == WorkState.Done ? [] : Vagueness.Of(said, counted, counted, dated, ends).Missing,
            Specificity.From(
                measured, !lacks.Contains("no number"), measured, runsOn || counted || action?.Account is not null || goal?.Channel is not null || SmartCheck.NamesNetwork(said), goal?.Audience is not null,
                !lacks.Contains("no date"), node.Owner is not null, ends));
    }
}
