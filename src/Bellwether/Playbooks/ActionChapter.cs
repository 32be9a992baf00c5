using System.Text.Json.Nodes;
using Bellwether.Plans;

namespace Bellwether.Playbooks;

/// <summary>The work of the plan: each tactic with its actions, one accountable person each.</summary>
internal static class ActionChapter
{
    private static readonly string[] Head = ["What", "Who answers for it", "By when", "Done when"];

    public static IReadOnlyList<PlaybookBlock> Write(JsonNode? part, Func<string?, string> who)
    {
        var blocks = new List<PlaybookBlock>();
        foreach (var tactic in part.Many("tactics"))
        {
            blocks.Add(PlaybookBlock.Heading(tactic.Text("title") ?? ""));
            if (tactic.Text("notes") is { } notes)
            {
                blocks.Add(PlaybookBlock.Paragraph(notes));
            }

            var rows = tactic.Many("actions").Select(action => Row(action, who)).ToList();
            if (rows.Count > 0)
            {
                blocks.Add(PlaybookBlock.Table(Head, rows));
            }
        }

        var loose = part.Many("actions").Select(action => Row(action, who)).ToList();
        if (loose.Count > 0)
        {
            blocks.Add(PlaybookBlock.Heading(blocks.Count > 0 ? "Besides" : "Actions"));
            blocks.Add(PlaybookBlock.Table(Head, loose));
        }

        return blocks;
    }

    private static IReadOnlyList<string> Row(JsonNode action, Func<string?, string> who) =>
        [action.Text("title") ?? "", who(action.Text("accountable")), action.Day("due") ?? "", action.Text("doneWhen") ?? ""];
}
