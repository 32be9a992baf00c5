using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Finds one kind of thing by its id; a step says only how the thing looks as a node.</summary>
internal abstract class NodesOf<T>(Db db) : INodeSource
    where T : Entity<T>
{
    public string Prefix => Id<T>.Prefix;

    protected Db Db => db;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<T>.TryParse(id, null, out var key) && await db.Set<T>().AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? await NodeAsync(row, cancel)
            : null;

    protected virtual Task<PlanNode> NodeAsync(T row, CancellationToken cancel) => Task.FromResult(Node(row));

    /// <summary>The thing as a node, where nothing else has to be read for it.</summary>
    protected virtual PlanNode Node(T row) => throw new NotSupportedException($"{GetType().Name} says neither Node nor NodeAsync.");
}
