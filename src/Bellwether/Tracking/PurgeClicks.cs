using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Removes raw hits older than 13 months. Their sums stay in the rollups.</summary>
[Internal("Runs by the timetable once a day.")]
public sealed record PurgeClicks : ICommand<Done>
{
    /// <summary>How long raw hits are kept.</summary>
    public const int Months = 13;

    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PurgeClicks, Done>
    {
        public async Task<Done> HandleAsync(PurgeClicks request, CancellationToken cancel)
        {
            var oldest = clock.Now().InUtc().Date.PlusMonths(-Months).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            // Whole quarters go, so that what is kept still adds up.
            await db.Set<Click>().IgnoreQueryFilters().Where(click => click.At < oldest).ExecuteDeleteAsync(cancel);
            return Done.It;
        }
    }
}
