using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Connectors.WordPress;

/// <summary>A file in the site's media library.</summary>
internal sealed record WordPressPicture(long Id, string Url, string Alt, bool IsVideo);

/// <summary>An article in the blocks of WordPress, so that it can be edited there like any other.</summary>
internal static partial class WordPressContent
{
    public static string Of(string text, IEnumerable<WordPressPicture> pictures) =>
        string.Join("\n\n", Article.Paragraphs(text).Select(part => $"<!-- wp:paragraph -->\n{part}\n<!-- /wp:paragraph -->").Concat(pictures.Select(Block)));

    /// <summary>The article with other words; its pictures and videos stay, in their order.</summary>
    public static string Reworded(string old, string text) =>
        string.Join("\n\n", [Of(text, []), .. Media().Matches(old).Select(match => match.Value)]);

    private static string Block(WordPressPicture picture)
    {
        var (id, url) = (picture.Id.ToString(CultureInfo.InvariantCulture), Article.Attribute(picture.Url));
        return picture.IsVideo
            ? $"<!-- wp:video {{\"id\":{id}}} -->\n<figure class=\"wp-block-video\"><video controls src=\"{url}\"></video></figure>\n<!-- /wp:video -->"
            : $"<!-- wp:image {{\"id\":{id}}} -->\n<figure class=\"wp-block-image\"><img src=\"{url}\" alt=\"{Article.Attribute(picture.Alt)}\" class=\"wp-image-{id}\"/></figure>\n<!-- /wp:image -->";
    }

    [GeneratedRegex("<!-- wp:(?<kind>image|video) .*?<!-- /wp:\\k<kind> -->", RegexOptions.Singleline | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Media();
}
