using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>
/// Takes the conversions of a post's links along when the post gets another goal or campaign, as its clicks are: each stays credited
/// to one campaign, so that all of them together never hold more than there was.
/// </summary>
internal sealed class MoveConversions(Db db) : IReact<LinksMoved>
{
    public async Task ReactAsync(LinksMoved happened, CancellationToken cancel)
    {
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => happened.Links.Contains(link.Id)).ToDictionaryAsync(link => link.Id, cancel);
        var ids = links.Keys.Select(id => (Id<TrackedLink>?)id).ToList();
        foreach (var conversion in await db.Set<Conversion>().Where(one => one.Brand == happened.Brand && ids.Contains(one.Link)).ToListAsync(cancel))
        {
            conversion.Follow(links[conversion.Link!.Value]);
        }
    }
}
