using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Storage;

/// <summary>
/// Hands stored events to the steps that react to them: right after the commit that stored them, and by the timetable
/// for those a crash or a failure left behind. Each event has a transaction of its own.
/// </summary>
[Single]
public sealed class HandOver(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HandOver> log) : IHandOver
{
    // Long enough for any reaction; another node takes over when the first one dies.
    private static readonly Duration Lease = Duration.FromMinutes(2);

    /// <inheritdoc />
    public async Task DrainAsync(CancellationToken cancel)
    {
        try
        {
            for (var round = 0; round < 50 && await ClaimAsync(cancel) is { Count: > 0 } due; round++)
            {
                foreach (var id in due)
                {
                    await HandAsync(id, cancel);
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The change that caused the events is stored: whoever asked for it is not told that it failed.
            log.LogError(failure, "Events could not be handed over; the timetable tries again");
        }
    }

    private async Task<List<Id<OutboxEvent>>> ClaimAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.Now();
        var waiting = await db.Set<OutboxEvent>()
            .Where(row => row.DoneAt == null && row.DueAt <= now && row.Tries < OutboxEvent.MostTries)
            .OrderBy(row => row.Id).Take(100).Select(row => row.Id).ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            return [];
        }

        // One conditional update: whoever moves the due time has the event. To a time that nobody else moves one to, so that it says whose it is.
        var until = now + Lease + Duration.FromTicks(Random.Shared.NextInt64(NodaConstants.TicksPerSecond));
        var claimed = await db.WriteAsync(() => db.Set<OutboxEvent>().Where(row => waiting.Contains(row.Id) && row.DueAt <= now && row.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancel), cancel);
        return claimed == waiting.Count
            ? waiting
            : await db.Set<OutboxEvent>().Where(row => waiting.Contains(row.Id) && row.DueAt == until).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
    }

    private async Task HandAsync(Id<OutboxEvent> id, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (await FindAsync(db, id, cancel) is not { } row)
            {
                return;
            }

            scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(row.WorkspaceKey);
            if (row.Read() is { } happened)
            {
                await Reactions.ReactAsync(scope.ServiceProvider, happened, cancel);
            }

            row.Finish(clock.Now());
            await db.SaveAsync(cancel);
        }
        catch (ProblemException met) when (met.Kind == ProblemKind.Conflict)
        {
            // Two were at it at once, which nobody needs to hear of: nothing of this one was stored.
            log.LogInformation("Handing over event {Event} met another change; it comes again unless the other one did it", id);
            await PutOffAsync(id, met.Message, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Handing over event {Event} failed; it will be tried again", id);
            await PutOffAsync(id, failure.Message, cancel);
        }
    }

    private async Task PutOffAsync(Id<OutboxEvent> id, string why, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await FindAsync(db, id, cancel) is { DoneAt: null } row)
        {
            row.Fail(why, clock.Now());
            await db.SaveAsync(cancel);
        }
    }

    /// <summary>Null when it was forgotten meanwhile, as with a brand that was removed.</summary>
    private static Task<OutboxEvent?> FindAsync(Db db, Id<OutboxEvent> id, CancellationToken cancel) => db.Set<OutboxEvent>().FirstOrDefaultAsync(row => row.Id == id, cancel);

    private static class Reactions
    {
        public static async Task ReactAsync(IServiceProvider services, IEvent happened, CancellationToken cancel)
        {
            var contract = typeof(IReact<>).MakeGenericType(happened.GetType());
            foreach (var reaction in services.GetServices(contract))
            {
                await (Task)contract.GetMethod(nameof(IReact<IEvent>.ReactAsync))!.Invoke(reaction, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [happened, cancel], null)!;
            }
        }
    }
}
