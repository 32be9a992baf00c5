using Bellwether.Kernel;

namespace Bellwether.Brands;

/// <summary>A word or phrase that the brand avoids.</summary>
/// <param name="Term">As it is written; found as a whole word, whatever its case.</param>
/// <param name="Instead">What to say instead; a click in the composer takes it.</param>
/// <param name="Never">Whether a post with it cannot be scheduled; otherwise it is only pointed out.</param>
public sealed record AvoidedWord(string Term, string? Instead = null, bool Never = false);

/// <summary>The words a brand wants to be known by, and those it stays away from. They hold for every post of every plan.</summary>
/// <param name="Use">Words to use.</param>
/// <param name="Avoid">Words to avoid.</param>
public sealed record BrandWords(IReadOnlyList<string> Use, IReadOnlyList<AvoidedWord> Avoid)
{
    /// <summary>No word is preferred, none avoided.</summary>
    public static BrandWords None { get; } = new([], []);

    private const int Most = 500;

    /// <summary>The same words trimmed, each once; 422 when a word is to be used and avoided.</summary>
    public BrandWords Checked()
    {
        var use = Use.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => Rule.Text(word, "use", 100)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var avoid = Avoid.Where(word => !string.IsNullOrWhiteSpace(word.Term))
            .Select(word => word with { Term = Rule.Text(word.Term, "avoid", 100), Instead = Rule.OptionalText(word.Instead, "avoid", 100) })
            .DistinctBy(word => word.Term, StringComparer.OrdinalIgnoreCase).ToList();
        Rule.Require(use.Count <= Most && avoid.Count <= Most, "words-too-many", $"At most {Most} words of each kind fit. Keep the ones that matter.", "avoid");
        var both = avoid.Find(word => use.Contains(word.Term, StringComparer.OrdinalIgnoreCase));
        Rule.Require(both is null, "word-both-ways", $"“{both?.Term}” is to be used and to be avoided. Decide for one.", "avoid");
        var circle = avoid.Find(word => word.Instead is not null && WholeWord.IsIn(word.Instead, word.Term));
        Rule.Require(circle is null, "word-instead-of-itself", $"What is said instead of “{circle?.Term}” still says it. Choose other words.", "avoid");
        return new BrandWords(use, avoid);
    }
}
