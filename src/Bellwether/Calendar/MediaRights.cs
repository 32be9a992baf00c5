using Bellwether.Brands;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// Which pictures and videos may not be posted: work of others that nobody allowed, or no longer, and what may be used until a day
/// that has passed. It is asked again at the moment of sending, since a permission can be taken back after a post was planned.
/// </summary>
[Scoped]
public sealed class MediaRights(Db db)
{
    /// <summary>A sentence with the way out per asset that may not be posted on a day.</summary>
    public async Task<IReadOnlyDictionary<Id<Asset>, string>> BarredAsync(Id<Brand> brand, IReadOnlyCollection<Id<Asset>> wanted, LocalDate on, CancellationToken cancel)
    {
        var barred = new Dictionary<Id<Asset>, string>();
        if (wanted.Count == 0)
        {
            return barred;
        }

        var assets = await db.Set<Asset>().AsNoTracking().Where(asset => wanted.Contains(asset.Id)).ToListAsync(cancel);
        var hashes = assets.Select(asset => asset.Hash).ToList();
        var examples = (await db.Set<Inspiration>().AsNoTracking().Where(row => row.Brand == brand && row.PictureHash != null && hashes.Contains(row.PictureHash)).ToListAsync(cancel)).ToLookup(row => row.PictureHash!, StringComparer.Ordinal);
        foreach (var asset in assets)
        {
            if (asset.UsableUntil is { } last && last < on)
            {
                barred[asset.Id] = $"“{asset.Name}” may be used until {last:uuuu-MM-dd} only. Take another picture, or write down a later day once you have it in writing.";
            }
            else if (examples[asset.Hash].ToList() is { Count: > 0 } theirs && theirs.TrueForAll(example => !example.MayReuse))
            {
                barred[asset.Id] = $"“{asset.Name}” is the work of {theirs[0].Author ?? "somebody else"}, and no permission is on file. Take another picture, or write down who allowed it under Competitors, Inspiration.";
            }
        }

        return barred;
    }
}
