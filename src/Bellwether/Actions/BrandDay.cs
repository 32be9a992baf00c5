using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Today, as the brand counts its days.</summary>
[Scoped]
public sealed class BrandDay(Db db, TimeProvider clock)
{
    public async Task<LocalDate> TodayAsync(Id<Brand> brand, CancellationToken cancel) => clock.Today((await db.FindAsync(brand, "brand", cancel)).Zone);
}
