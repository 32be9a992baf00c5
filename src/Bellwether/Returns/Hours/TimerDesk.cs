using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>A timer that runs.</summary>
/// <param name="WorkTitle">What it runs for; the plan's title when it is the plan as a whole.</param>
/// <param name="Day">The day its time counts for.</param>
/// <param name="Minutes">How long it has run.</param>
/// <param name="IsDoubtful">Whether it ran over midnight or longer than anybody works at one go: stopping it needs to be told how long it really was.</param>
public sealed record TimerView(Id<RunningTimer> Id, Id<Plan> Plan, string? Work, string WorkTitle, string? Note, Instant StartedAt, LocalDate Day, int Minutes, bool IsDoubtful);

/// <summary>Finds the timer of whoever asks.</summary>
[Scoped]
public sealed class TimerDesk(Db db, Nodes nodes, ICurrent current, TimeProvider clock)
{
    /// <summary>The timer, tracked for change; null while none runs.</summary>
    public async Task<RunningTimer?> FindAsync(CancellationToken cancel) =>
        current.MemberKey is { } key ? await db.Set<RunningTimer>().FirstOrDefaultAsync(row => row.Member == new Id<People.Member>(key), cancel) : null;

    /// <summary>The timer as it is shown.</summary>
    public async Task<TimerView?> MineAsync(CancellationToken cancel) => await FindAsync(cancel) is { } timer ? await ViewAsync(timer, cancel) : null;

    public async Task<TimerView> ViewAsync(RunningTimer timer, CancellationToken cancel)
    {
        var zone = (await db.FindAsync(timer.Brand, "brand", cancel)).Zone;
        var now = clock.Now();
        var title = timer.Work is { } work ? (await nodes.TryFindAsync(work, cancel))?.Title : null;
        return new TimerView(timer.Id, timer.Plan, timer.Work, title ?? (await db.FindAsync(timer.Plan, "plan", cancel)).Title, timer.Note, timer.StartedAt, timer.DayIn(zone), timer.MinutesUntil(now), timer.IsDoubtful(now, zone));
    }
}
