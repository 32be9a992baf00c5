namespace Bellwether.Calendar;

/// <summary>A variable that nobody filled never goes out, in no text, link or description, whoever wrote the post.</summary>
internal static class VariableCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts) => facts.Variants.SelectMany(OfVariant);

    private static IEnumerable<PostFinding> OfVariant(VariantFacts variant)
    {
        var places = new[] { ("text", variant.Written), ("link", variant.Link) }.Concat(variant.Media.Select(media => ("media", media.Alt)));
        foreach (var (field, text) in places)
        {
            foreach (var name in PostVariables.Find(text))
            {
                yield return new PostFinding(
                    "variable-unfilled", true, $"{PostVariables.Written(name)} has no value. Write what belongs there, or fill it in the template's table.", variant.Facts.Account.Id, field);
            }
        }
    }
}
