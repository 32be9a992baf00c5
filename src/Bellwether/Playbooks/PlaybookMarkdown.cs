using System.Globalization;
using System.Text;

namespace Bellwether.Playbooks;

/// <summary>Writes a playbook as Markdown. Whatever people typed is text: nothing of it becomes markup.</summary>
public static class PlaybookMarkdown
{
    private const string Special = @"\`*_{}[]<>#+!|~";

    public static string Write(PlaybookDocument playbook)
    {
        var text = new StringBuilder();
        text.Append("# ").AppendLine(Plain(playbook.Title)).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Version {playbook.Version} ({playbook.Status}), written out on {playbook.MadeOn:uuuu-MM-dd}.").AppendLine();
        foreach (var chapter in playbook.Chapters)
        {
            text.Append("## ").AppendLine(Plain(chapter.Title)).AppendLine();
            foreach (var block in chapter.Blocks)
            {
                Append(text, block);
            }
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, PlaybookBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                text.Append("### ").AppendLine(Plain(block.Text!)).AppendLine();
                break;
            case BlockKind.Text:
                text.AppendLine(string.Join("  \n", block.Text!.Split('\n').Select(Line))).AppendLine();
                break;
            case BlockKind.List:
                foreach (var item in block.Items!)
                {
                    text.Append("- ").AppendLine(Plain(item));
                }

                text.AppendLine();
                break;
            default:
                Row(text, block.Head!);
                text.Append('|').AppendLine(string.Concat(block.Head!.Select(_ => " --- |")));
                foreach (var row in block.Rows!)
                {
                    Row(text, row);
                }

                text.AppendLine();
                break;
        }
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append('|').AppendLine(string.Concat(cells.Select(cell => " " + Plain(cell) + " |")));

    /// <summary>Text on one line, with every character escaped that Markdown would take for more.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(character);
        }

        return plain.ToString().Trim();
    }

    /// <summary>A line of a paragraph: what would begin a list or a quote at its start is escaped too.</summary>
    private static string Line(string line)
    {
        var plain = Plain(line);
        var digits = plain.TakeWhile(char.IsAsciiDigit).Count();
        return plain.Length > 0 && plain[0] is '-' or '=' or '>' ? "\\" + plain
            : digits > 0 && digits < plain.Length && plain[digits] is '.' or ')' ? plain.Insert(digits, "\\")
            : plain;
    }
}
