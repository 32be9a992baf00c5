using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;


namespace Bellwether.Links;

/// <summary>For whom a text's links are shortened.</summary>
/// <param name="Brand">Whose own hosts get tags.</param>
/// <param name="Source">utm_source: the network's key, such as “bluesky”.</param>
/// <param name="Campaign">utm_campaign: any text; it becomes a short name.</param>
/// <param name="Place">The post, variant, channel, account and goal that clicks count for.</param>
/// <param name="Medium">utm_medium; “social” for posts.</param>
public sealed record LinkContext(Id<Brand> Brand, string Source, string Campaign, LinkPlace Place, string Medium = "social");

/// <summary>A text whose links are short ones now, and those links in the order they stand.</summary>
public sealed record ShortenedText(string Text, IReadOnlyList<LinkView> Links);

/// <summary>
/// Puts tracked short addresses in the place of the web addresses of a text. Doing it again changes nothing:
/// short addresses stay, and the same address for the same variant gets the same link.
/// </summary>
[Scoped]
public sealed class LinkShortener(Db db, LinkMaker maker, PublicAddress address, TimeProvider clock)
{
    /// <summary>The text with short addresses. The caller's command saves the new links with its own change.</summary>
    public async Task<ShortenedText> ShortenAsync(string text, LinkContext context, CancellationToken cancel)
    {
        var found = LinksInText.Find(text).Select(link => link.Address).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            return new(text, []);
        }

        var brand = await db.FindAsync(context.Brand, "brand", cancel);
        var known = await KnownAsync(context, cancel);
        var instead = new Dictionary<string, TrackedLink>(StringComparer.Ordinal);
        foreach (var target in found.Where(target => !address.IsShort(target) && IsWeb(target)))
        {
            instead[target] = known.Find(link => link.Target == target)
                ?? await maker.MakeAsync(brand, target, Tags(context), context.Place, passClickId: null, code: null, cancel);
        }

        var shortened = LinksInText.Replace(text, target => instead.TryGetValue(target, out var link) ? address.Short(link.Code, link.Host) : target);
        var already = await AlreadyAsync(found, cancel);
        return new(shortened, [.. found
            .Select(target => instead.GetValueOrDefault(target) ?? (address.CodeOf(target) is { } code ? already.Find(link => link.Code == code) : null))
            .OfType<TrackedLink>()
            .Select(link => LinkView.Of(link, address, clock.Now()))]);
    }

    private static CampaignTags Tags(LinkContext context) =>
        CampaignTags.Of(context.Source, context.Medium, CampaignTags.NameOf(context.Campaign), context.Place.Variant ?? context.Place.Post);

    private static bool IsWeb(string target)
    {
        try
        {
            TaggedAddress.Web(target);
            return true;
        }
        catch (ProblemException)
        {
            // A person may write about broken addresses; they stay as they are.
            return false;
        }
    }

    private async Task<List<TrackedLink>> KnownAsync(LinkContext context, CancellationToken cancel)
    {
        var place = context.Place;
        if (place.Variant is null && place.Post is null)
        {
            return [];
        }

        return await db.Set<TrackedLink>()
            .Where(link => link.Brand == context.Brand && link.Variant == place.Variant && link.Post == place.Post && link.Account == place.Account && link.ArchivedAt == null)
            .ToListAsync(cancel);
    }

    private async Task<List<TrackedLink>> AlreadyAsync(IEnumerable<string> found, CancellationToken cancel)
    {
        var codes = found.Select(address.CodeOf).OfType<string>().ToList();
        return codes.Count == 0 ? [] : await db.Set<TrackedLink>().Where(link => codes.Contains(link.Code)).ToListAsync(cancel);
    }
}
