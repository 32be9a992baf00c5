using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>A post's title: the one that was given, or the first words of its text.</summary>
public static class PostTitle
{
    private const int Longest = 80;

    public static string Of(string? title, string? text)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            return title;
        }

        var line = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0) ?? "";
        Rule.Require(line.Length > 0, "title-empty", "Give it a title or a text. One word is enough.", "title");
        return Excerpt.AtWord(line, Longest);
    }
}
