using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Demo;

/// <summary>What removing the demo took away.</summary>
public sealed record DemoRemoved(int Brands, int Rows);

/// <summary>Removes the demo brand with everything in it; your own brands stay untouched.</summary>
[Needs(Permission.Own)]
public sealed record RemoveDemo : ICommand<DemoRemoved>, IStoresInBetween
{
    internal sealed class Handler(Db db, BrandEraser eraser, Journal journal) : IHandle<RemoveDemo, DemoRemoved>
    {
        public async Task<DemoRemoved> HandleAsync(RemoveDemo request, CancellationToken cancel)
        {
            var demos = await db.Set<Brand>().AsNoTracking().Where(brand => brand.IsDemo).Select(brand => brand.Id).ToListAsync(cancel);
            var rows = 0;
            foreach (var demo in demos)
            {
                rows += await eraser.EraseAsync(demo, cancel);
            }

            journal.Say($"removed the demo brand ({rows} rows)");
            return new DemoRemoved(demos.Count, rows);
        }
    }
}
