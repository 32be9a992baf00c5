using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Costs;

/// <summary>Reads the rates of currencies.</summary>
[Scoped]
public sealed class RateBook(Db db)
{
    /// <summary>A changer that knows every rate of the workspace, and notes of its own what it lacks.</summary>
    public async Task<MoneyChanger> ChangerAsync(CancellationToken cancel) =>
        new(await db.Set<ExchangeRate>().AsNoTracking().Select(row => new KnownRate(row.From, row.To, row.Day, row.Rate)).ToListAsync(cancel));
}
