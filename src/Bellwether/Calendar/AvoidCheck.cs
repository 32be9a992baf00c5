using Bellwether.Brands;
using Bellwether.Channels;

namespace Bellwether.Calendar;

/// <summary>Looks for words the brand avoids, content the plan or channel leaves out, and claims nothing proves; whole words, whatever their case.</summary>
internal static class AvoidCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts) => facts.Variants.SelectMany(variant => OfVariant(variant, facts.Words));

    private static IEnumerable<PostFinding> OfVariant(VariantFacts variant, PostWords words)
    {
        var account = variant.Facts.Account.Id;
        foreach (var word in words.Brand.Avoid.Where(word => WholeWord.IsIn(variant.Written, word.Term) || (variant.Comment is { } comment && WholeWord.IsIn(comment, word.Term))))
        {
            var wayOut = word.Instead is { } instead ? $"Say “{instead}”." : "Say it differently.";
            yield return new PostFinding(
                word.Never ? "word-forbidden" : "content-to-avoid", word.Never, $"“{word.Term}” is on the brand's list of what to avoid. {wayOut}", account, "text",
                word.Instead is null || !WholeWord.IsIn(variant.Written, word.Term) ? null : new PostFix(PostFixKind.Reword, Text: WholeWord.Replace(variant.Written, word.Term, word.Instead)));
        }

        var content = words.Content.Where(content => (content.Account is null || content.Account == account) && WholeWord.IsIn(variant.Written, content.Term))
            .DistinctBy(content => content.Term, StringComparer.OrdinalIgnoreCase);
        foreach (var avoided in content)
        {
            yield return new PostFinding("content-to-avoid", false, $"“{avoided.Term}” is content that {avoided.Of} avoids. Leave it out, or take it off the list.", account, "text");
        }

        foreach (var dream in words.Dreams.Where(dream => SaidIn.Says(variant.Written, dream)))
        {
            yield return new PostFinding("claim-without-proof", false, $"“{dream}” is a dream: nothing proves it. Add the proof in the positioning, or leave it out.", account, "text");
        }
    }
}
