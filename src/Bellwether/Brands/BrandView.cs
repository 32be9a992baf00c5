using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Brands;

/// <summary>A brand with its zone, money and hours.</summary>
public sealed record BrandView(Id<Brand> Id, string Name, string Zone, string Currency, IsoDayOfWeek WeekStart, WorkingHours Hours, IReadOnlyList<string> OwnHosts, bool IsDemo, int Version) : IVersioned
{
    public static BrandView Of(Brand brand) =>
        new(brand.Id, brand.Name, brand.ZoneName, brand.Currency, brand.WeekStart, brand.Hours, brand.OwnHosts, brand.IsDemo, brand.Version);
}

/// <summary>The brands you may see, by name.</summary>
[Needs(Permission.Read)]
public sealed record BrandList : IQuery<IReadOnlyList<BrandView>>
{
    internal sealed class Handler(Db db) : IHandle<BrandList, IReadOnlyList<BrandView>>
    {
        public async Task<IReadOnlyList<BrandView>> HandleAsync(BrandList request, CancellationToken cancel)
        {
            var brands = await db.Set<Brand>().AsNoTracking().OrderBy(brand => brand.Name).ToListAsync(cancel);
            return [.. brands.Select(BrandView.Of)];
        }
    }
}

/// <summary>One brand.</summary>
[Needs(Permission.Read)]
public sealed record BrandDetail(Id<Brand> Brand) : IQuery<BrandView>
{
    internal sealed class Handler(Db db) : IHandle<BrandDetail, BrandView>
    {
        public async Task<BrandView> HandleAsync(BrandDetail request, CancellationToken cancel) =>
            BrandView.Of(await db.FindAsync(request.Brand, "brand", cancel));
    }
}
