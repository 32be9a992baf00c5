namespace Bellwether.Metrics.Sheets;

/// <summary>Names of columns compared as people read them.</summary>
public static class HeaderText
{
    /// <summary>Lower case, without outer and double spaces; underscores are spaces.</summary>
    public static string Key(string header) =>
        string.Join(' ', header.Replace('_', ' ').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
