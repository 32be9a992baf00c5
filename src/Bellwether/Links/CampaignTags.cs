using System.Globalization;
using System.Text;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>
/// The campaign tags (utm_…) of a link: source, medium and campaign always together; content maps a click to its variant.
/// Values are lower case with hyphens, because every other spelling would be a row of its own in every report.
/// </summary>
/// <param name="Source">utm_source: the network or site, such as “instagram”.</param>
/// <param name="Medium">utm_medium: one of <see cref="Media"/>.</param>
/// <param name="Campaign">utm_campaign: the stable short name of the campaign.</param>
/// <param name="Content">utm_content: the variant or post.</param>
/// <param name="Term">utm_term: a keyword, for paid search.</param>
public sealed record CampaignTags(string Source, string Medium, string Campaign, string? Content = null, string? Term = null)
{
    /// <summary>The longest value of a tag.</summary>
    public const int Longest = 100;

    /// <summary>The media that channel grouping understands; any other would end in “unassigned”.</summary>
    public static IReadOnlyList<string> Media { get; } =
        ["social", "paid-social", "video", "paid-video", "email", "sms", "affiliate", "referral", "cpc", "display", "audio", "push", "organic", "print", "qr"];

    /// <summary>The tags with clean values; a problem beside the field that cannot be cleaned.</summary>
    public static CampaignTags Of(string? source, string? medium, string? campaign, string? content = null, string? term = null)
    {
        var cleanMedium = Clean(medium, "medium");
        Rule.Require(Media.Contains(cleanMedium), "medium-unknown", $"“{cleanMedium}” is no medium that reports understand. Use one of: {string.Join(", ", Media)}.", "medium");
        return new CampaignTags(
            Clean(source, "source"),
            cleanMedium,
            Clean(campaign, "campaign"),
            string.IsNullOrWhiteSpace(content) ? null : Clean(content, "content"),
            string.IsNullOrWhiteSpace(term) ? null : Clean(term, "term"));
    }

    /// <summary>The parameters in the order they are written.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        yield return new("utm_source", Source);
        yield return new("utm_medium", Medium);
        yield return new("utm_campaign", Campaign);
        if (Term is not null)
        {
            yield return new("utm_term", Term);
        }

        if (Content is not null)
        {
            yield return new("utm_content", Content);
        }
    }

    /// <summary>One value in the allowed letters [a-z0-9._-]: lower case, without accents, hyphens for everything between.</summary>
    public static string Clean(string? value, string field)
    {
        var text = Rule.Text(value, field, Longest);
        Rule.Require(!text.Contains('@', StringComparison.Ordinal), "tag-personal", "This looks like an e-mail address. Tags travel in the open: use a name that points to no person.", field);
        var clean = Slug(text);
        Rule.Require(clean.Length > 0, "tag-empty", $"“{text}” has none of the letters a tag may have. Use a to z, digits, dot, hyphen or underscore.", field);
        return clean;
    }

    /// <summary>The short name of a campaign made of any text; “posts” when nothing of it can stand in an address.</summary>
    public static string NameOf(string text)
    {
        var slug = Slug(text);
        return slug.Length == 0 ? "posts" : slug[..Math.Min(slug.Length, Longest)];
    }

    /// <summary>Any text as a short name in the allowed letters; empty when nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in text.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower) || lower is '.' or '_' or '-')
            {
                slug.Append(lower);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
