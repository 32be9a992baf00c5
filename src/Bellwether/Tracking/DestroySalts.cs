using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Destroys visitor salts older than yesterday's, so that no visitor can be recognised after 48 hours.</summary>
[Internal("Runs by the timetable every hour.")]
public sealed record DestroySalts : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<DestroySalts, Done>
    {
        public async Task<Done> HandleAsync(DestroySalts request, CancellationToken cancel)
        {
            await VisitorSalts.DestroyAsync(db, clock.Now().InUtc().Date, cancel);
            return Done.It;
        }
    }
}
