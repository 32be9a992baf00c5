using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>One node in its place: what is computed from above and below.</summary>
public sealed class WorkNode(IWork work, WorkNode? parent)
{
    private readonly List<WorkNode> children = [];

    public IWork Work { get; } = work;

    public WorkNode? Parent { get; } = parent;

    public IReadOnlyList<WorkNode> Children => children;

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    public bool IsLeaf => children.Count == 0;

    /// <summary>The leaves below, in plan order; a leaf is its own.</summary>
    public IEnumerable<WorkNode> Leaves => IsLeaf ? [this] : children.SelectMany(child => child.Leaves);

    /// <summary>From 0 to 1: done weight over all weight of the leaves; a leaf weighs its estimate, else 1.</summary>
    public decimal Progress => RollUp.Progress(Leaves.Select(leaf => (leaf.Work.Estimate, leaf.Work.Percent)));

    public WorkState State =>
        Leaves.All(leaf => leaf.Work.DoneAt is not null) ? WorkState.Done
        : Work.StartedAt is not null || Leaves.Any(leaf => leaf.Work.StartedAt is not null || leaf.Work.Percent > 0) ? WorkState.Started
        : WorkState.Open;

    /// <summary>When the last leaf was done; null while one is open.</summary>
    public Instant? DoneAt => State == WorkState.Done ? Leaves.Max(leaf => leaf.Work.DoneAt) : null;

    /// <summary>When the first of it was started.</summary>
    public Instant? StartedAt => Leaves.Select(leaf => leaf.Work.StartedAt).Append(Work.StartedAt).Where(at => at is not null).Min();

    /// <summary>The accountable person: its own, else that of what it is a part of.</summary>
    public Id<Member>? Owner => Work.Accountable ?? Parent?.Owner;

    /// <summary>Its own day, else that of what it is a part of.</summary>
    public LocalDate? DueAtLatest => Work.Due ?? Parent?.DueAtLatest;

    /// <summary>This node and everything above it.</summary>
    public IEnumerable<WorkNode> Up => Parent is null ? [this] : Parent.Up.Prepend(this);

    /// <summary>This node and everything below it, in plan order.</summary>
    public IEnumerable<WorkNode> Down => children.SelectMany(child => child.Down).Prepend(this);

    /// <summary>What a leaf lacks to be watched; nothing for a parent.</summary>
    public IReadOnlyList<WorkGap> Gaps
    {
        get
        {
            if (!IsLeaf || Work.Kind == WorkKind.Tactic)
            {
                return [];
            }

            var gaps = new List<WorkGap>();
            if (Owner is null)
            {
                gaps.Add(WorkGap.NoOwner);
            }

            if (Work.Due is null)
            {
                gaps.Add(WorkGap.NoDate);
            }

            if (Work.DoneWhen is null)
            {
                gaps.Add(WorkGap.NoDoneWhen);
            }

            return gaps;
        }
    }

    internal void Adopt(WorkNode child) => children.Add(child);
}

/// <summary>The work of one plan as a tree, in plan order. Removed nodes and what hangs on them are not in it.</summary>
public sealed class WorkTree
{
    private readonly Dictionary<string, WorkNode> byKey = new(StringComparer.Ordinal);

    public WorkTree(IEnumerable<IWork> works)
    {
        var present = works.Where(work => work.RemovedAt is null).ToLookup(work => work.ParentKey ?? "", StringComparer.Ordinal);
        Roots = [.. Ordered(present[""]).Select(work => Grow(work, null, present))];
    }

    /// <summary>Tactics first, then the actions that stand alone; each in plan order.</summary>
    public IReadOnlyList<WorkNode> Roots { get; }

    /// <summary>Every node in plan order.</summary>
    public IEnumerable<WorkNode> All => Roots.SelectMany(root => root.Down);

    /// <summary>Every leaf that is work: a tactic without actions is none.</summary>
    public IEnumerable<WorkNode> Leaves => Roots.SelectMany(root => root.Leaves).Where(leaf => leaf.Work.Kind != WorkKind.Tactic);

    public WorkNode? Find(string key) => byKey.GetValueOrDefault(key);

    private static IEnumerable<IWork> Ordered(IEnumerable<IWork> works) =>
        works.OrderBy(work => work.Kind).ThenBy(work => work.Rank).ThenBy(work => work.Key, StringComparer.Ordinal);

    private WorkNode Grow(IWork work, WorkNode? parent, ILookup<string, IWork> present)
    {
        var node = new WorkNode(work, parent);
        byKey[work.Key] = node;
        foreach (var child in Ordered(present[work.Key]))
        {
            node.Adopt(Grow(child, node, present));
        }

        return node;
    }
}
