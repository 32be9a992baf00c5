namespace Bellwether.Calendar;

/// <summary>A text as the parts of a thread: a line of three dashes stands between two parts.</summary>
public static class ThreadText
{
    /// <summary>The parts in their order, trimmed; a text without such a line is one part.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim() == "---")
            {
                Close();
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return parts.Count == 0 ? [""] : parts;

        void Close()
        {
            var part = string.Join('\n', lines).Trim();
            if (part.Length > 0)
            {
                parts.Add(part);
            }

            lines.Clear();
        }
    }
}
