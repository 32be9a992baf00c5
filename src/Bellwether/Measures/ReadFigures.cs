using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>Reads what people did with the brand's posts whose time to be read has come; gives how many could be read.</summary>
[Internal("Runs by the timetable every few minutes.")]
public sealed record ReadFigures(Id<Brand> Brand) : ICommand<int>
{
    private const int Most = 500;

    internal sealed class Handler(Db db, FigureDesk desk, TimeProvider clock) : IHandle<ReadFigures, int>
    {
        public async Task<int> HandleAsync(ReadFigures request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var now = clock.Now();
            var due = await db.Set<FigureReading>().Where(row => row.Brand == brand.Id && row.NextAt <= now).OrderBy(row => row.NextAt).Take(Most).ToListAsync(cancel);
            var read = 0;
            foreach (var account in due.GroupBy(reading => (reading.Account, reading.Network)))
            {
                read += await desk.ReadAsync(brand, account.Key.Account, [.. account], cancel);
            }

            return read;
        }
    }
}

/// <summary>Sends the reading around the brands that have something due.</summary>
[Single]
public sealed class FigureWatch(Rounds rounds, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync<int>(services => DueAsync(services, cancel), count => count, cancel);

    private async Task<IEnumerable<(Guid Workspace, IRequest<int> Request)>> DueAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = clock.Now();
        var due = await services.GetRequiredService<Db>().Set<FigureReading>().IgnoreQueryFilters().Where(row => row.NextAt <= now)
            .Select(row => new { row.WorkspaceKey, row.Brand }).Distinct().ToListAsync(cancel);
        return due.Select(one => (one.WorkspaceKey, (IRequest<int>)new ReadFigures(one.Brand)));
    }
}
