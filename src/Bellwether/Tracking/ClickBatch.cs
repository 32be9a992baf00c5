using System.Runtime.InteropServices;

namespace Bellwether.Tracking;

/// <summary>Hits that are committed together, and the rollups they add up to.</summary>
public sealed class ClickBatch
{
    private readonly TaskCompletionSource committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<RollupKey, RollupSum> withoutRaw = [];

    public List<ClickRow> Rows { get; } = [];

    /// <summary>Done once all of it is on disk.</summary>
    public Task Committed => committed.Task;

    public bool IsEmpty => Rows.Count == 0 && withoutRaw.Count == 0;

    /// <summary>Counts hits of which no raw row is kept.</summary>
    public void Count(RollupKey key) => CollectionsMarshal.GetValueRefOrAddDefault(withoutRaw, key, out _) += new RollupSum(1, 0);

    /// <summary>What each rollup grows by.</summary>
    public Dictionary<RollupKey, RollupSum> Rollups()
    {
        var sums = new Dictionary<RollupKey, RollupSum>(withoutRaw);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(Rows))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, RollupKey.Of(row), out _) += new RollupSum(1, row.StartsVisit ? 1 : 0);
        }

        return sums;
    }

    internal void Finish() => committed.TrySetResult();
}
