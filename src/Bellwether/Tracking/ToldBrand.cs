using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>
/// Whose it is what a shop or a server tells: the brand that is named; else that of the click, the link or the code it comes with; else
/// the only one of the workspace. A demo beside it changes nothing for a shop that named no brand before.
/// </summary>
[Scoped]
public sealed class ToldBrand(Db db)
{
    internal async Task<Brand> OfAsync(Id<Brand>? named, string? clickId, string? link, string? code, CancellationToken cancel)
    {
        if (named is { } given)
        {
            return await db.FindAsync(given, "brand", cancel);
        }

        var brands = await db.Set<Brand>().ToListAsync(cancel);
        var own = brands.Count == 1 ? brands : brands.FindAll(brand => !brand.IsDemo);
        var known = brands.Count > 1 ? await KnownAsync(clickId, link, code, cancel) : null;
        return brands.Find(brand => brand.Id == known) ?? (own.Count == 1 ? own[0] : null)
            ?? throw Rule.Broken("brand-needed", "This workspace has several brands. Say which one with “brand”.", "brand");
    }

    private async Task<Id<Brand>?> KnownAsync(string? clickId, string? link, string? code, CancellationToken cancel)
    {
        if (Id<Click>.TryParse(clickId?.Trim(), null, out var click) && await db.Set<Click>().Where(row => row.Id == click).Select(row => (Id<Brand>?)row.Brand).FirstOrDefaultAsync(cancel) is { } clicked)
        {
            return clicked;
        }

        if (!string.IsNullOrWhiteSpace(link))
        {
            var (words, id) = Matching.LinkOf(link);
            var linked = await db.Set<TrackedLink>().Where(row => row.Code == words || row.Id == id).Select(row => row.Brand).Distinct().Take(2).ToListAsync(cancel);
            if (linked is [var owner])
            {
                return owner;
            }
        }

        var upper = code?.Trim().ToUpperInvariant();
        return upper is { Length: > 0 } && await db.Set<Deal>().Where(row => row.Code == upper).Select(row => row.Brand).Distinct().Take(2).ToListAsync(cancel) is [var deals] ? deals : null;
    }
}
