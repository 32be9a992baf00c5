using Bellwether.Links;

namespace Bellwether.Calendar;

/// <summary>A post whose goal lives from visits needs a link that can be followed to the visit.</summary>
internal static class LinkCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts)
    {
        if (!facts.WantsVisits)
        {
            yield break;
        }

        foreach (var variant in facts.Variants)
        {
            var account = variant.Facts.Account.Id;
            var links = LinksInText.Find(variant.Written).Select(found => found.Address).Concat(variant.Link is { } link ? [link] : []).ToList();
            if (links.Count == 0)
            {
                yield return new PostFinding("link-missing", false, "Its goal lives from visits, but this text has no link. Add the page people should land on.", account, "text");
            }
            else if (links.Find(address => !IsOwn(address, facts.OwnHosts)) is { } foreign)
            {
                yield return new PostFinding("untracked-link", false,
                    $"Visits through {foreign} cannot be counted for the goal: it is no site of the brand. Link to your own page, or add the host to the brand's sites.", account, "text");
            }
        }
    }

    private static bool IsOwn(string address, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && TaggedAddress.IsOwn(uri.Host, hosts);
}
