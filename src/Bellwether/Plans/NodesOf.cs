using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Finds one kind of thing by its id; a step says only how the thing looks as a node, or null where whoever asks may not see it.</summary>
internal abstract class NodesOf<T>(Db db, Func<T, CancellationToken, Task<PlanNode?>> node) : INodeSource
    where T : Entity<T>
{
    /// <summary>For a thing that says all by itself.</summary>
    protected NodesOf(Db db, Func<T, PlanNode?> node)
        : this(db, (row, _) => Task.FromResult(node(row)))
    {
    }

    public string Prefix => Id<T>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<T>.TryParse(id, null, out var key) && await db.Set<T>().AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? await node(row, cancel)
            : null;
}
