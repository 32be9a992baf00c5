using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Lets comments, the journal and search point to tools.</summary>
internal sealed class ToolNodes(Db db) : NodesOf<Tool>(db, tool => new PlanNode(tool.Brand, tool.Plan, tool.Name, $"/actions/tools/{tool.Id}"));

/// <summary>
/// A plan has three parts: where the accounts stand, where they shall go, and what gets them there. Audits and Goals speak for the
/// first two; this one asks for the tools, or for the reason why there are none. It warns; whether its absence blocks is the plan's to choose.
/// </summary>
internal sealed class ToolsGate(Db db, ToolShelf shelf) : IGate
{
    private const string Step = "Actions";
    private const string Path = "/actions/tools";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var tools = await shelf.AllAsync(plan.Id, cancel);
        if (tools.Count == 0)
        {
            return await db.Set<NoTools>().AnyAsync(row => row.Plan == plan.Id, cancel)
                ? []
                : [new GateFinding("no-tools", false, "The plan names no tools. Beside the audit and the goals, list what gets you there, or say why nothing is needed.", Step, null, Path)];
        }

        var unowned = tools.Where(tool => tool.Owner is null && tool.Until is null).Select(tool => $"“{tool.Name}”").ToList();
        return unowned.Count == 0 ? [] : [new GateFinding("tool-without-owner", false, $"Nobody looks after {string.Join(", ", unowned)}. Name one person for each tool.", Step, null, Path)];
    }
}
