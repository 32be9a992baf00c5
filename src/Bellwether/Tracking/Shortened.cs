namespace Bellwether.Tracking;

/// <summary>Text from outside as the log can keep it: never longer than its column, no half characters, nothing that cannot be shown.</summary>
internal static class Shortened
{
    public static string To(string text, int most)
    {
        if (text.Length > most)
        {
            text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }

        return text.Any(char.IsControl) ? new string([.. text.Where(character => !char.IsControl(character))]) : text;
    }
}
