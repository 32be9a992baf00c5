using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>Looks for accounts that would say the same thing in the same words.</summary>
internal static class SameTextCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts)
    {
        if (facts.Rules.SameText == SameTextPolicy.Allow)
        {
            yield break;
        }

        var spoken = facts.Variants.Where(variant => variant.Written.Trim().Length > 0).ToList();
        for (var i = 1; i < spoken.Count; i++)
        {
            var (likeness, twin) = spoken.Take(i).Select(other => (Similarity.Of(spoken[i].Written, other.Written), other)).MaxBy(pair => pair.Item1);
            if (likeness >= Similarity.SameText)
            {
                var forbidden = facts.Rules.SameText == SameTextPolicy.Forbid;
                var rule = forbidden ? "This brand forbids it" : "Each network has its own readers";
                yield return new PostFinding("same-text", forbidden,
                    $"{Name(spoken[i])} says the same as {Name(twin)} (similarity {Math.Floor(likeness * 100)} %). {rule}: give it words of its own, below 85 %.",
                    spoken[i].Facts.Account.Id, "text", new PostFix(PostFixKind.Detach));
            }
        }
    }

    private static string Name(VariantFacts variant) => NetworkCatalogue.Of(variant.Facts.Account.Network).Name;
}
