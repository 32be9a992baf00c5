using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// Walks one account's lane: takes it, looks after what a dead worker left, then publishes what is due, one at a time.
/// The outcome of one post and the attempt of the next are stored in one commit, so a post costs one.
/// </summary>
[Scoped]
public sealed class LaneWalk(Db db, TimeProvider clock, Milestones milestones, PublicationStep step, OutcomeStep outcomes, CheckStep checks, LaneHold hold)
{
    /// <summary>How long a lane is held without a sign of life.</summary>
    internal static readonly Duration HoldFor = Duration.FromMinutes(3);

    // A worker lets go now and then, so that memory stays small and other nodes get their turn.
    private const int MostInARow = 200;

    private static readonly Duration RestAfterTrouble = Duration.FromSeconds(10);

    private const int LookedUpAhead = 20;

    private readonly Queue<Id<Publication>> ahead = [];
    private Lane lane = null!;
    private long fence;

    // The call that was made and whose outcome is noted but not stored.
    private Sent? open;

    internal async Task RunAsync(Id<SocialAccount> account, CancellationToken cancel)
    {
        if (!await TakeAsync(account, cancel))
        {
            return;
        }

        await RecoverAsync(account, cancel);
        for (var count = 0; count < MostInARow; count++)
        {
            if (!await HoldAsync(cancel))
            {
                return;
            }

            var now = clock.Now();
            var next = lane.RestUntil > now ? null : await NextAsync(account, now, cancel);
            if (next is null)
            {
                break;
            }

            if (next.Status == PublicationStatus.Unknown)
            {
                await StoreOpenAsync(cancel);
                // Storing let go of it.
                db.Attach(next);
                ahead.Clear();
                await checks.CheckAsync(next, cancel);
                await StoreOpenAsync(cancel);
                continue;
            }

            milestones.Reach(Milestones.Claimed);
            var armed = await HoldingAsync(step.ArmAsync(next, lane, StoreOpenAsync, cancel), cancel);
            if (!await StoreOpenAsync(cancel))
            {
                // Somebody changed the next one meanwhile; the finished one is stored, the next is looked at anew.
                ahead.Clear();
                continue;
            }

            if (armed is not null)
            {
                milestones.Reach(Milestones.Armed);
                var outcome = await HoldingAsync(armed.Connector.SendAsync(armed.Access, armed.Call, armed.Media, cancel), cancel);
                milestones.Reach(Milestones.Answered);
                open = new Sent(armed, outcome);
                await outcomes.ApplyAsync(open, lane, cancel);
                if (outcome is not SendOutcome.Confirmed || armed.Publication.Status != PublicationStatus.Confirmed)
                {
                    // It bears on the next one: a thread goes on, the account waits, or is no longer connected.
                    ahead.Clear();
                    await StoreOpenAsync(cancel);
                }
            }
        }

        await LeaveAsync(cancel);
    }

    private async Task<bool> TakeAsync(Id<SocialAccount> account, CancellationToken cancel)
    {
        var now = clock.Now();
        var found = await db.Set<Lane>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == account, cancel);
        if (found is null)
        {
            db.Add(found = new Lane(account));
            try
            {
                await db.SaveAsync(cancel);
            }
            catch (ProblemException taken) when (taken.Kind == ProblemKind.Conflict)
            {
                return false;
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        if (found.Holder is not null && found.HeldUntil > now && !ProcessMark.IsDead(found.Holder))
        {
            return false;
        }

        // One conditional update: whoever moves the fence has the lane.
        var (id, seen) = (found.Id, found.Fence);
        fence = seen + 1;
        return await db.WriteAsync(() => db.Set<Lane>().Where(row => row.Id == id && row.Fence == seen && row.HeldUntil == found.HeldUntil)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Holder, ProcessMark.Mine).SetProperty(row => row.HeldUntil, now + HoldFor)
                    .SetProperty(row => row.Fence, fence).SetProperty(row => row.Version, row => row.Version + 1),
                cancel), cancel) == 1
            && await ReadLaneAsync(account, cancel);
    }

    private async Task<bool> ReadLaneAsync(Id<SocialAccount> account, CancellationToken cancel)
    {
        lane = await db.Set<Lane>().FirstAsync(row => row.Account == account, cancel);
        return lane.Fence == fence;
    }

    /// <summary>What stands half-way while the lane was free was left by a worker that died.</summary>
    private async Task RecoverAsync(Id<SocialAccount> account, CancellationToken cancel)
    {
        var left = await db.Set<Publication>().Where(row => row.Account == account && (row.Status == PublicationStatus.Claimed || row.Status == PublicationStatus.MediaReady
            || row.Status == PublicationStatus.Armed || row.Status == PublicationStatus.Sent || row.Status == PublicationStatus.Reconciling)).ToListAsync(cancel);
        foreach (var publication in left)
        {
            await outcomes.RecoverAsync(publication, cancel);
        }

        if (left.Count > 0)
        {
            await StoreOpenAsync(cancel);
        }
    }

    /// <summary>The next one that is due. Some are looked up ahead by their ids; whether each is still due is asked when its turn comes.</summary>
    private async Task<Publication?> NextAsync(Id<SocialAccount> account, Instant now, CancellationToken cancel)
    {
        while (ahead.TryDequeue(out var id))
        {
            if (await Due(account, now).FirstOrDefaultAsync(row => row.Id == id, cancel) is { } next)
            {
                return next;
            }
        }

        var ids = await Due(account, now)
            // What is not yet known to be out comes first; then by the time it is meant for.
            .OrderBy(row => row.Status == PublicationStatus.Unknown ? 0 : 1).ThenBy(row => row.DueAt).ThenBy(row => row.Id)
            .Select(row => row.Id).Take(LookedUpAhead).ToListAsync(cancel);
        ids.ForEach(ahead.Enqueue);
        return ids.Count == 0 ? null : await NextAsync(account, now, cancel);
    }

    private IQueryable<Publication> Due(Id<SocialAccount> account, Instant now) =>
        db.Set<Publication>().Where(row => row.Account == account && row.NextTryAt <= now
            && ((row.Status == PublicationStatus.Queued && row.Hold == PublicationHold.None) || row.Status == PublicationStatus.Unknown));

    /// <summary>Holds the lane longer with the next commit; false when somebody else has it.</summary>
    private async Task<bool> HoldAsync(CancellationToken cancel)
    {
        if (db.Entry(lane).State == EntityState.Detached && !await ReadLaneAsync(lane.Account, cancel))
        {
            return false;
        }

        lane.Extend(clock.Now() + HoldFor);
        // Written even when nothing differs: the commit must fail when somebody else has taken over.
        db.Entry(lane).State = EntityState.Modified;
        return true;
    }

    /// <summary>Waits for something slow, such as a network that works on a film, and holds the lane meanwhile.</summary>
    private async Task<T> HoldingAsync<T>(Task<T> work, CancellationToken cancel)
    {
        if (!work.IsCompleted)
        {
            await hold.WhileAsync(lane, fence, work, cancel);
            lane.Extend(clock.Now() + HoldFor);
        }

        return await work;
    }

    /// <summary>
    /// Stores everything noted so far. When that collides with a person's change, the outcome of the call that was made is
    /// stored alone, and false says that the rest was not.
    /// </summary>
    private async Task<bool> StoreOpenAsync(CancellationToken cancel)
    {
        var made = open;
        open = null;
        try
        {
            await db.SaveAsync(cancel);
            Forget();
            if (made is not null)
            {
                milestones.Reach(Milestones.Stored);
            }

            return true;
        }
        catch (ProblemException busy) when (busy.Kind == ProblemKind.Conflict)
        {
            db.ChangeTracker.Clear();
        }

        for (var tried = 1; made is not null && await ReadLaneAsync(lane.Account, cancel); tried++)
        {
            try
            {
                await outcomes.ApplyAnewAsync(made, lane, cancel);
                await db.SaveAsync(cancel);
                break;
            }
            catch (ProblemException busy) when (busy.Kind == ProblemKind.Conflict && tried < 5)
            {
                db.ChangeTracker.Clear();
            }
        }

        db.ChangeTracker.Clear();
        return false;
    }

    // Only the lane and what is on its way now, with its post, stay in memory.
    private void Forget()
    {
        var entries = db.ChangeTracker.Entries<Entity>().ToList();
        var posts = entries.Select(entry => entry.Entity).OfType<Publication>().Where(IsOnItsWay).Select(publication => publication.Post).ToHashSet();
        foreach (var entry in entries)
        {
            if (!ReferenceEquals(entry.Entity, lane) && !(entry.Entity switch
            {
                Publication publication => IsOnItsWay(publication),
                Attempt attempt => attempt.Result == AttemptResult.Pending,
                Post post => posts.Contains(post.Id),
                Variant variant => posts.Contains(variant.Post),
                _ => false,
            }))
            {
                entry.State = EntityState.Detached;
            }
        }
    }

    /// <summary>
    /// Lets go after something went wrong that nobody foresaw, so that the account does not wait for the hold to end; a short rest keeps
    /// it from being tried again and again, and a longer one that the network asked for goes on. What stands half-way is looked after by whoever takes the lane next.
    /// </summary>
    internal async Task LetGoAsync(CancellationToken cancel)
    {
        if (lane is null)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var (id, rest) = (lane.Id, clock.Now() + RestAfterTrouble);
        await db.WriteAsync(() => db.Set<Lane>().Where(row => row.Id == id && row.Fence == fence).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Holder, (string?)null).SetProperty(row => row.HeldUntil, default(Instant)).SetProperty(row => row.RestUntil, row => row.RestUntil > rest ? row.RestUntil : rest)
                .SetProperty(row => row.Version, row => row.Version + 1),
            cancel), cancel);
    }

    private static bool IsOnItsWay(Publication publication) => publication.Status is PublicationStatus.Armed or PublicationStatus.Claimed;

    /// <summary>Lets go of the lane in the commit that stores the last outcome; where that collides, in one of its own.</summary>
    private async Task LeaveAsync(CancellationToken cancel)
    {
        for (var tried = 0; tried < 2 && await HoldAsync(cancel); tried++)
        {
            lane.Leave();
            if (await StoreOpenAsync(cancel))
            {
                return;
            }
        }
    }
}
