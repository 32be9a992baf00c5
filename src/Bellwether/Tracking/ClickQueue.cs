using Bellwether.Kernel;
using Bellwether.Tracking.Hubs;

namespace Bellwether.Tracking;

/// <summary>
/// Where hits wait for the writer. It is bounded: while the database does not answer, redirects go on and hits beyond
/// the bound are kept as a number only.
/// </summary>
[Single]
public sealed class ClickQueue(TimeProvider clock) : IDisposable
{
    /// <summary>How many hits wait at most; about 15 MB.</summary>
    public const int Most = 50_000;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim something = new(0);
    private ClickBatch filling = new();

    /// <summary>Adds a hit; the task is done when it is on disk, or nobody should wait any longer. False when the queue is full: then only its number is kept.</summary>
    public bool Add(in ClickRow row, out Task answered)
    {
        lock (gate)
        {
            var wasEmpty = filling.IsEmpty;
            if (filling.Count >= Most)
            {
                filling.Add(RollupKey.Of(row) with { Outcome = HitOutcome.Overload });
                answered = Task.CompletedTask;
                return false;
            }

            filling.Rows.Add(row);
            Wake(wasEmpty);
            answered = filling.Answered;
            return true;
        }
    }

    /// <summary>Adds a report from a site, on the same terms.</summary>
    public bool Add(EventRow row, out Task answered)
    {
        lock (gate)
        {
            var wasEmpty = filling.IsEmpty;
            if (filling.Count >= Most)
            {
                filling.Add(row.NumberOnly(HitOutcome.Overload));
                answered = Task.CompletedTask;
                return false;
            }

            filling.Events.Add(row);
            Wake(wasEmpty);
            answered = filling.Answered;
            return true;
        }
    }

    /// <summary>Counts a report of which nothing but the number is kept.</summary>
    public Task Add(SiteRollupKey key)
    {
        lock (gate)
        {
            var wasEmpty = filling.IsEmpty;
            filling.Add(key);
            Wake(wasEmpty);
            return filling.Answered;
        }
    }

    /// <summary>Counts a view of a page of links; the task is done when it is on disk.</summary>
    public Task Add(HubKey key, bool startsVisit)
    {
        lock (gate)
        {
            var wasEmpty = filling.IsEmpty;
            filling.Add(key, startsVisit);
            Wake(wasEmpty);
            return filling.Answered;
        }
    }

    /// <summary>Counts a hit on a code that nobody made.</summary>
    public void AddUnknown(long at)
    {
        lock (gate)
        {
            var wasEmpty = filling.IsEmpty;
            filling.Add(new RollupKey(Guid.Empty, Guid.Empty, Guid.Empty, RollupKey.QuarterOf(at), HitOutcome.UnknownLink, ChannelGroup.Unassigned));
            Wake(wasEmpty);
        }
    }

    /// <summary>Waits until something is there.</summary>
    public Task WaitAsync(CancellationToken cancel) => something.WaitAsync(cancel);

    /// <summary>Everything that arrived since the last time; what arrives from now on goes into the next batch.</summary>
    public ClickBatch Take()
    {
        lock (gate)
        {
            var taken = filling;
            filling = new ClickBatch();
            return taken;
        }
    }

    public void Dispose() => something.Dispose();

    private void Wake(bool wasEmpty)
    {
        if (wasEmpty)
        {
            filling.Begin(clock);
            something.Release();
        }
    }
}
