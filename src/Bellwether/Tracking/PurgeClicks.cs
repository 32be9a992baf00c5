using System.Linq.Expressions;

using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Removes raw clicks, page views and events that are older than their workspace keeps them, and forgets the user agents of
/// what was dropped more than 30 days ago. All sums stay in the rollups.
/// </summary>
/// <param name="Piece">About so many rows go at once: whoever writes hits meanwhile waits no longer than for these.</param>
[Internal("Runs by the timetable once a day.")]
public sealed record PurgeClicks(int Piece = 20_000) : ICommand<Done>
{
    /// <summary>How many days the user agent of a dropped hit is kept.</summary>
    public const int AgentDays = 30;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PurgeClicks, Done>
    {
        public async Task<Done> HandleAsync(PurgeClicks request, CancellationToken cancel)
        {
            var today = clock.Now().InUtc().Date;
            var agents = Start(today.PlusDays(-AgentDays));
            var chosen = await db.Set<TrackingRetention>().AsNoTracking().IgnoreQueryFilters().ToDictionaryAsync(row => row.WorkspaceKey, row => row.Months, cancel);
            var brands = await db.Set<Brand>().IgnoreQueryFilters().Select(brand => new { brand.WorkspaceKey, brand.Id }).ToListAsync(cancel);
            foreach (var workspace in brands.GroupBy(brand => brand.WorkspaceKey, brand => brand.Id))
            {
                // Whole days go, so that what is kept still adds up.
                var oldest = Start(today.PlusMonths(-chosen.GetValueOrDefault(workspace.Key, TrackingRetention.UsualMonths)));
                var clicks = db.Set<Click>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace.Key);
                var events = db.Set<SiteEvent>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace.Key);
                await InPiecesAsync(before => clicks.Where(row => row.At < before), row => row.At, oldest, piece => piece.ExecuteDeleteAsync(cancel), request.Piece, cancel);
                foreach (var brand in workspace)
                {
                    await InPiecesAsync(before => events.Where(row => row.Brand == brand && row.At < before), row => row.At, oldest, piece => piece.ExecuteDeleteAsync(cancel), request.Piece, cancel);
                }

                await InPiecesAsync(before => clicks.Where(row => row.Agent != null && row.At < before), row => row.At, agents,
                    piece => piece.ExecuteUpdateAsync(set => set.SetProperty(row => row.Agent, (string?)null), cancel), request.Piece, cancel);
                await InPiecesAsync(before => events.Where(row => row.Agent != null && row.At < before), row => row.At, agents,
                    piece => piece.ExecuteUpdateAsync(set => set.SetProperty(row => row.Agent, (string?)null), cancel), request.Piece, cancel);
            }

            return Done.It;
        }

        private static Instant Start(LocalDate day) => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

        /// <summary>The oldest first, a piece in a transaction of its own: a run that ends half-way is finished by the next.</summary>
        private static async Task InPiecesAsync<T>(
            Func<Instant, IQueryable<T>> before, Expression<Func<T, Instant>> at, Instant end, Func<IQueryable<T>, Task<int>> apply, int most, CancellationToken cancel)
        {
            while (true)
            {
                var last = await before(end).Select(at).OrderBy(moment => moment).Skip(most - 1).Take(1).ToListAsync(cancel);
                await apply(before(last.Count == 0 ? end : last[0].PlusTicks(1)));
                if (last.Count == 0)
                {
                    return;
                }

                await Task.Delay(Breath, cancel);
            }
        }
    }
}
