using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>What the profiles of a brand's accounts are to show.</summary>
internal sealed class MediaOfProfiles(Db db) : IUseMedia
{
    public async Task<IReadOnlyCollection<Id<Asset>>> UsedAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var shown = await db.Set<AccountProfile>().AsNoTracking().Where(profile => profile.Brand == brand).Select(profile => new { profile.Avatar, profile.Cover }).ToListAsync(cancel);
        return [.. shown.SelectMany(one => new[] { one.Avatar, one.Cover }).OfType<Id<Asset>>()];
    }
}
