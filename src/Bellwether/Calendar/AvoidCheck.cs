using System.Text.RegularExpressions;

namespace Bellwether.Calendar;

/// <summary>Looks for words the brand avoids, as whole words and without regard to case.</summary>
internal static class AvoidCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts)
    {
        foreach (var variant in facts.Variants)
        {
            foreach (var term in facts.Rules.Avoid.Where(term => Has(variant.Written, term)))
            {
                yield return new PostFinding("content-to-avoid", false, $"“{term}” is on the brand's list of what to avoid. Say it differently.", variant.Facts.Account.Id, "text");
            }
        }
    }

    private static bool Has(string text, string term) =>
        term.Trim().Length > 0
        && Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(term.Trim())}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
