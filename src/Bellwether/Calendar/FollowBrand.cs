using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>
/// A brand moved to another zone: what is still to come keeps its local time, so that ten in the morning stays ten in the
/// morning. What went out keeps the zone it went out in. It follows the brand as it stands now, so the event may come twice.
/// </summary>
internal sealed class FollowBrand(Db db, TimeProvider clock, Scheduling scheduling) : IReact<BrandMoved>
{
    public async Task ReactAsync(BrandMoved happened, CancellationToken cancel)
    {
        if (await db.Set<Brand>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.Brand, cancel) is not { } brand)
        {
            return;
        }

        var now = clock.Now();
        var ahead = await db.Set<Post>().Where(post => post.Brand == brand.Id && post.DueAt > now && post.ZoneName != brand.ZoneName).ToListAsync(cancel);
        foreach (var post in ahead.Where(post => post.IsOpen || post.ArchivedAt is not null))
        {
            var from = post.DueAt!.Value;
            post.KeepLocalTime(brand.Zone);
            if (post.Status == PostStatus.Scheduled)
            {
                scheduling.TellMoved(post, from);
            }
        }

        foreach (var conversation in await db.Set<PlannedConversation>().Where(slot => slot.Brand == brand.Id && slot.BeginsAt > now).ToListAsync(cancel))
        {
            conversation.Stand(brand.Zone);
        }
    }
}
