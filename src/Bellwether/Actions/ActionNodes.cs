using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Finds one kind of work by its id, for comments, the journal and search.</summary>
internal abstract class WorkNodes<T>(Db db) : INodeSource
    where T : Work<T>
{
    public string Prefix => Id<T>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<T>.TryParse(id, null, out var key))
        {
            return null;
        }

        var work = await db.Set<T>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel);
        return work is null ? null : new PlanNode(work.Brand, work.Plan, work.Title, $"/actions/{work.Key}");
    }
}

/// <summary>Tactics as nodes of the plan.</summary>
internal sealed class TacticNodes(Db db) : WorkNodes<Tactic>(db);

/// <summary>Actions as nodes of the plan.</summary>
internal sealed class ActionItemNodes(Db db) : WorkNodes<ActionItem>(db);

/// <summary>Steps as nodes of the plan.</summary>
internal sealed class StepNodes(Db db) : WorkNodes<Step>(db);
