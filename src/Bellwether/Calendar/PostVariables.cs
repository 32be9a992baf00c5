using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>Variables in a text, written {{place}}: a post template has them filled from a row, and no post goes out with one.</summary>
public static partial class PostVariables
{
    /// <summary>The names of the variables of a text, each once, in small letters and in their order.</summary>
    public static IReadOnlyList<string> Find(string? text) =>
        text is null ? [] : [.. Variable().Matches(text).Select(match => NameOf(match)).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with what is known filled in; what is not known stays as it is written.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, match => values.TryGetValue(NameOf(match), out var value) && value.Trim().Length > 0 ? value.Trim() : match.Value);

    /// <summary>A variable as it is written in a text.</summary>
    public static string Written(string name) => "{{" + name + "}}";

    /// <summary>A name as it is compared: small letters, single spaces.</summary>
    public static string Name(string name) => Spaces().Replace(name.Trim(), " ").ToLowerInvariant();

    private static string NameOf(Match match) => Name(match.Groups["name"].Value);

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}\r\n]{1,60}?)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Spaces();
}
