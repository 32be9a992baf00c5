using System.Text.RegularExpressions;

namespace Bellwether.Brands;

/// <summary>Finds a term in a text as a whole word, whatever its case: “cheap” is not in “cheapest”.</summary>
public static class WholeWord
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static bool IsIn(string text, string term) => term.Trim().Length > 0 && Regex.IsMatch(text, Pattern(term), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest);

    /// <summary>The text with every occurrence said differently; a capital at its start stays one.</summary>
    public static string Replace(string text, string term, string with) =>
        Regex.Replace(text, Pattern(term), found => Cased(found.Value, with), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest);

    private static string Pattern(string term) => $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(term.Trim())}(?![\p{{L}}\p{{N}}])";

    private static string Cased(string found, string with) =>
        found.Length > 0 && with.Length > 0 && char.IsUpper(found[0]) ? char.ToUpperInvariant(with[0]) + with[1..] : with;
}
