namespace Bellwether.Kernel;

/// <summary>Longer text in a place with less room. A sign of two units, such as an emoji, is never cut in half: no database takes half of one.</summary>
public static class Excerpt
{
    private const char More = '…';

    /// <summary>The text itself where it fits; else as much of it as fits, and “…”.</summary>
    /// <param name="text">What is shortened.</param>
    /// <param name="most">The most UTF-16 units of the result, at least 1.</param>
    public static string Of(string text, int most) => text.Length <= most ? text : text[..Whole(text, most - 1)].TrimEnd() + More;

    /// <summary>The same, cut between words where that leaves at least half of the room filled.</summary>
    public static string AtWord(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', most - 1);
        return space > most / 2 ? text[..space].TrimEnd() + More : Of(text, most);
    }

    private static int Whole(string text, int end) => end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
