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
        // What was cut from a picture has its rights and its last day, whatever its own content is.
        var cutFrom = assets.Select(asset => asset.Original).OfType<Id<Asset>>().ToList();
        var originals = cutFrom.Count == 0 ? new Dictionary<Id<Asset>, Asset>() : await db.Set<Asset>().AsNoTracking().Where(asset => cutFrom.Contains(asset.Id)).ToDictionaryAsync(asset => asset.Id, cancel);
        var hashes = assets.Concat(originals.Values).Select(asset => asset.Hash).Distinct().ToList();
        var examples = (await db.Set<Inspiration>().AsNoTracking().Where(row => row.Brand == brand && row.PictureHash != null && hashes.Contains(row.PictureHash)).ToListAsync(cancel)).ToLookup(row => row.PictureHash!, StringComparer.Ordinal);
        foreach (var asset in assets)
        {
            var original = asset.Original is { } id ? originals.GetValueOrDefault(id) : null;
            if ((Why(asset, examples, on) ?? (original is null ? null : Why(original, examples, on))) is { } why)
            {
                barred[asset.Id] = why;
            }
        }

        return barred;
    }

    private static string? Why(Asset asset, ILookup<string, Inspiration> examples, LocalDate on)
    {
        if (asset.UsableUntil is { } last && last < on)
        {
            return $"“{asset.Name}” may be used until {last:uuuu-MM-dd} only. Take another picture, or write down a later day once you have it in writing.";
        }

        return examples[asset.Hash].ToList() is { Count: > 0 } theirs && theirs.TrueForAll(example => !example.MayReuse)
            ? $"“{asset.Name}” is the work of {theirs[0].Author ?? "somebody else"}, and no permission is on file. Take another picture, or write down who allowed it under Competitors, Inspiration."
            : null;
    }
}
