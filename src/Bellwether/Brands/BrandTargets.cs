using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Brands;

/// <summary>Brands as what members can be limited to.</summary>
internal sealed class BrandTargets(Db db) : ISightTargets
{
    public string Prefix => Id<Brand>.Prefix;

    public async Task<SightTarget?> FindAsync(string id, CancellationToken cancel) =>
        Id<Brand>.TryParse(id, null, out var key) && await db.Set<Brand>().AnyAsync(brand => brand.Id == key, cancel) ? new SightTarget(id, id) : null;
}
