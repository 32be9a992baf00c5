using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Connectors.Ghost;

/// <summary>An article as plain HTML, which Ghost turns into its own form, so that it can be edited there like any other.</summary>
internal static partial class GhostContent
{
    public static string Of(string text, IEnumerable<(string Url, string Alt)> pictures) =>
        string.Concat(Article.Paragraphs(text).Concat(pictures.Select(picture => $"<figure><img src=\"{Article.Attribute(picture.Url)}\" alt=\"{Article.Attribute(picture.Alt)}\"></figure>")));

    /// <summary>The article with other words; its pictures stay, in their order.</summary>
    public static string Reworded(string old, string text) => Of(text, []) + string.Concat(Figures().Matches(old).Select(match => match.Value));

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Figures();
}
