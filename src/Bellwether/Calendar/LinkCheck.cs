using Bellwether.Links;

namespace Bellwether.Calendar;

/// <summary>A link that is to be followed leads somewhere people outside reach; a post whose goal lives from visits needs one that can be followed to the visit.</summary>
internal static class LinkCheck
{
    public static IEnumerable<PostFinding> Of(PrecheckFacts facts)
    {
        foreach (var variant in facts.Variants.Where(variant => facts.LocalLinks is not null && variant.Facts.Account.Network != "webhook" && LinksOf(variant).Count > 0))
        {
            yield return new PostFinding("short-link-local", false,
                $"Its links go out as {facts.LocalLinks}/l/…, which nobody outside reaches. Start the program with --public-url and the address under which the world finds it.", variant.Facts.Account.Id, "text");
        }

        if (!facts.WantsVisits)
        {
            yield break;
        }

        foreach (var variant in facts.Variants)
        {
            var account = variant.Facts.Account.Id;
            var links = LinksOf(variant);
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

    private static List<string> LinksOf(VariantFacts variant) =>
        [.. LinksInText.Find(variant.Written).Select(found => found.Address), .. variant.Link is { } link ? [link] : Array.Empty<string>(), .. Variant.LinksAmong(variant.Facts.Account.Network, variant.Options).Select(one => one.Address)];

    private static bool IsOwn(string address, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && TaggedAddress.IsOwn(uri.Host, hosts);
}
