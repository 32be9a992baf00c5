namespace Bellwether.Calendar;

/// <summary>A variable that nobody filled never goes out, in no text, link or description, whoever wrote the post.</summary>
internal static class VariableCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts) => facts.Variants.SelectMany(variant => OfVariant(variant, facts.Mentions));

    private static IEnumerable<PostFinding> OfVariant(VariantFacts variant, Mentions mentions)
    {
        foreach (var name in mentions.Unknown($"{variant.Written}\n{variant.Comment}"))
        {
            yield return new PostFinding("mention-unknown", true, $"Nobody wrote down who “{name}” is on each network. Add it under Insert, Mentions, or write the handle itself.", variant.Facts.Account.Id, "text");
        }

        var places = new[] { ("text", variant.Written), ("link", variant.Link), ("firstComment", variant.Comment) }.Concat(variant.Media.Select(media => ("media", media.Alt)));
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
