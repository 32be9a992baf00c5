using System.Text.Json.Nodes;
using Bellwether.Plans;

namespace Bellwether.Playbooks;

/// <summary>The goals with their numbers, dates and owners.</summary>
internal static class GoalChapter
{
    public static IReadOnlyList<PlaybookBlock> Write(JsonNode? part, Func<string?, string> who, Func<string?, string> metric)
    {
        var blocks = new List<PlaybookBlock>();
        var business = part.Many("businessObjectives");
        if (business.Count > 0)
        {
            blocks.Add(PlaybookBlock.Heading("What the business wants"));
            blocks.Add(PlaybookBlock.List(business.Concat(part.Many("objectives")).Select(one => one.Text("title") ?? "")));
        }

        var goals = part.Many("goals");
        if (goals.Count == 0)
        {
            return blocks;
        }

        blocks.Add(PlaybookBlock.Table(["Goal", "Measured by", "By when", "Owner"], goals.SelectMany(goal => Rows(goal, who, metric))));
        foreach (var goal in goals.Where(goal => goal.Text("picture") is not null))
        {
            blocks.Add(PlaybookBlock.Heading(goal.Text("title") ?? ""));
            blocks.Add(PlaybookBlock.Paragraph($"When it is reached: {goal.Text("picture")}"));
        }

        return blocks;
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonNode goal, Func<string?, string> who, Func<string?, string> metric)
    {
        var targets = goal.Many("targets");
        if (targets.Count == 0)
        {
            yield return [goal.Text("title") ?? "", "no number yet", "", who(goal.Text("owner"))];
        }

        for (var i = 0; i < targets.Count; i++)
        {
            var by = targets[i].Day("deadline") ?? (targets[i].Text("every") is { } every ? $"every {every}" : "");
            yield return [i == 0 ? goal.Text("title") ?? "" : "", $"{metric(targets[i].Text("metric"))}: {TargetWords.Aim(targets[i])}", by, i == 0 ? who(goal.Text("owner")) : ""];
        }
    }
}
