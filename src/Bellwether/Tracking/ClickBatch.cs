using System.Runtime.InteropServices;
using Bellwether.Tracking.Hubs;

namespace Bellwether.Tracking;

/// <summary>Hits on short links and reports from sites that are committed together, and the rollups they add up to.</summary>
public sealed class ClickBatch
{
    /// <summary>Nobody waits longer for what is counted to be on disk.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? patience;
    private readonly Dictionary<RollupKey, RollupSum> withoutRaw = [];
    private readonly Dictionary<SiteRollupKey, RollupSum> eventsWithoutRaw = [];

    /// <summary>What the rollups of pages of links grow by.</summary>
    public Dictionary<HubKey, RollupSum> Hubs { get; } = [];

    public List<ClickRow> Rows { get; } = [];

    public List<EventRow> Events { get; } = [];

    /// <summary>
    /// Done once all of it is on disk. While the database does not answer it is done after two seconds all the same: people must not
    /// wait for our counting, and what is queued stays queued. One clock serves all who wait.
    /// </summary>
    public Task Answered => answered.Task;

    public bool IsEmpty => Rows.Count == 0 && withoutRaw.Count == 0 && Events.Count == 0 && eventsWithoutRaw.Count == 0 && Hubs.Count == 0;

    /// <summary>How many wait in it.</summary>
    public int Count => Rows.Count + Events.Count;

    /// <summary>Whether it only adds to rollups: then nothing of it can be looked for afterwards.</summary>
    internal Guid? FirstUnkeyed => Rows.Count == 0 ? null : Rows[0].Id;

    /// <summary>An event of it whose id nobody else can have chosen.</summary>
    internal Guid? FirstUnkeyedEvent => Events.Find(row => !row.Keyed)?.Id;

    /// <summary>Counts hits of which no raw row is kept.</summary>
    public void Add(RollupKey key) => CollectionsMarshal.GetValueRefOrAddDefault(withoutRaw, key, out _) += new RollupSum(1, 0);

    /// <summary>Counts reports of which no raw row is kept.</summary>
    public void Add(SiteRollupKey key) => CollectionsMarshal.GetValueRefOrAddDefault(eventsWithoutRaw, key, out _) += new RollupSum(1, 0);

    /// <summary>Counts a view of a page of links.</summary>
    public void Add(HubKey key, bool startsVisit) => CollectionsMarshal.GetValueRefOrAddDefault(Hubs, key, out _) += new RollupSum(1, startsVisit ? 1 : 0);

    /// <summary>What each rollup of clicks grows by.</summary>
    public Dictionary<RollupKey, RollupSum> Rollups()
    {
        var sums = new Dictionary<RollupKey, RollupSum>(withoutRaw);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(Rows))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, RollupKey.Of(row), out _) += new RollupSum(1, row.StartsVisit ? 1 : 0);
        }

        return sums;
    }

    /// <summary>What each rollup of a site grows by, of the events that are new.</summary>
    internal Dictionary<SiteRollupKey, RollupSum> SiteRollups(IEnumerable<EventRow> fresh)
    {
        var sums = new Dictionary<SiteRollupKey, RollupSum>(eventsWithoutRaw);
        foreach (var row in fresh)
        {
            row.AddTo(sums);
        }

        return sums;
    }

    /// <summary>The first of it has come.</summary>
    internal void Begin(TimeProvider clock) => patience = clock.CreateTimer(_ => answered.TrySetResult(), null, Patience, Timeout.InfiniteTimeSpan);

    internal void Finish()
    {
        patience?.Dispose();
        answered.TrySetResult();
    }
}
