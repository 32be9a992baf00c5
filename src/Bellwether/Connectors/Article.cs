using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Networks;

namespace Bellwether.Connectors;

/// <summary>A post as an article of a site: its title, the word of its address, and its text as HTML. What a person typed stays text.</summary>
internal static partial class Article
{
    private const int TitleLength = 80;
    private const int SlugWords = 48;

    /// <summary>The title, or the beginning of the text where nobody gave one.</summary>
    public static string Title(OutgoingPost post) =>
        post.Title is { Length: > 0 } given ? given : Excerpt.AtWord(post.Text.Split('\n')[0].Trim(), TitleLength);

    /// <summary>
    /// The last word of its address: words of the title, and an end that belongs to this publication alone, so that it can be
    /// found again. Only small letters, digits and hyphens, which no site rewrites.
    /// </summary>
    public static string Slug(OutgoingPost post)
    {
        var plain = new string([.. Title(post).Normalize(NormalizationForm.FormD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)]);
        var words = NotPlain().Replace(plain.ToLowerInvariant(), "-").Trim('-');
        if (words.Length > SlugWords)
        {
            words = words[..SlugWords].TrimEnd('-');
        }

        var end = NotPlain().Replace(post.PartKey.ToLowerInvariant(), "");
        return $"{words}-{(end.Length > 12 ? end[^12..] : end)}".Trim('-');
    }

    /// <summary>The paragraphs of a text as HTML, with lines as breaks and addresses as links.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => $"<p>{Linked(part).Replace("\n", "<br />", StringComparison.Ordinal)}</p>");

    /// <summary>A value inside a quoted attribute.</summary>
    public static string Attribute(string text) => WebUtility.HtmlEncode(text);

    private static string Linked(string text)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var link in LinksInText.Find(text).Where(link => link.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            html.Append(WebUtility.HtmlEncode(text[done..link.Start])).Append(CultureInfo.InvariantCulture, $"<a href=\"{Attribute(link.Address)}\">{WebUtility.HtmlEncode(link.Address)}</a>");
            done = link.Start + link.Address.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[done..])).ToString();
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex NotPlain();
}
