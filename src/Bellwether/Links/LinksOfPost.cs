using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>
/// Keeps the links of a post with what the post is for: when it gets another goal or campaign, its clicks and sales count there, those so
/// far too. The short addresses stay.
/// </summary>
[Scoped]
public sealed class LinksOfPost(Db db, TimeProvider clock)
{
    /// <summary>Lets every link of the post count for what it is for now.</summary>
    /// <param name="brand">Whose own hosts get tags.</param>
    /// <param name="post">The post's id.</param>
    /// <param name="place">What its clicks count for, by what they counted for.</param>
    /// <param name="campaign">utm_campaign from now on; any text.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task FollowAsync(Id<Brand> brand, string post, Func<LinkPlace, LinkPlace> place, string campaign, CancellationToken cancel)
    {
        var links = await db.Set<TrackedLink>().Where(link => link.Brand == brand && link.Post == post).ToListAsync(cancel);
        var moved = links.Where(link => place(link.Place) != link.Place).ToList();
        if (moved.Count == 0)
        {
            return;
        }

        var hosts = (await db.FindAsync(brand, "brand", cancel)).OwnHosts;
        foreach (var link in moved)
        {
            link.Count(place(link.Place), link.Tags is { } tags ? tags with { Campaign = CampaignTags.NameOf(campaign) } : null, hosts, clock.Now());
            db.Raise(new LinkChanged(link.Id, link.Code));
        }

        db.Raise(new LinksMoved(brand, moved.ConvertAll(link => link.Id)));
    }
}
