using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>The work of one plan while a use case changes it: finds nodes by their ids, knows the tree, and writes the history of progress.</summary>
[Scoped]
public sealed class WorkBook(Db db, PlanFinder plans, TimeProvider clock)
{
    private readonly List<IWork> works = [];
    private readonly List<WorkRelation> relations = [];
    private readonly Dictionary<string, decimal> watched = new(StringComparer.Ordinal);

    /// <summary>The plan that is open.</summary>
    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<WorkRelation> Relations => relations;

    /// <summary>The columns of the plan's board.</summary>
    public IReadOnlyList<BoardStage> Board { get; private set; } = BoardStages.Usual;

    /// <summary>The goals of the plan, which the work serves.</summary>
    public IReadOnlyDictionary<Id<Goal>, Goal> Goals { get; private set; } = new Dictionary<Id<Goal>, Goal>();

    /// <summary>The tree as it stands now, changes included.</summary>
    public WorkTree Tree => new(works);

    /// <summary>Opens the plan's work, tracked for change.</summary>
    public async Task OpenAsync(Id<Plan> plan, CancellationToken cancel) => await LoadAsync(await plans.FindAsync(plan, cancel), cancel);

    /// <summary>Opens the plan's work to change it; 422 when the plan is closed.</summary>
    public async Task EditAsync(Id<Plan> plan, CancellationToken cancel)
    {
        await OpenAsync(plan, cancel);
        Plan.RequireEditable();
    }

    /// <summary>Opens the plan that a node belongs to, to change the node.</summary>
    public async Task<WorkNode> EditAsync(string node, CancellationToken cancel)
    {
        var found = await OpenAsync(node, cancel);
        Plan.RequireEditable();
        return found;
    }

    /// <summary>Reads the work of a plan one has already.</summary>
    public async Task LoadAsync(Plan plan, CancellationToken cancel)
    {
        Plan = plan;
        works.AddRange(await db.Set<Tactic>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        works.AddRange(await db.Set<ActionItem>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        works.AddRange(await db.Set<Step>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        relations.AddRange(await db.Set<WorkRelation>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
        Board = (await db.Set<BoardStages>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel))?.Stages ?? BoardStages.Usual;
        Goals = await db.Set<Goal>().AsNoTracking().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var node in Tree.All)
        {
            watched[node.Work.Key] = Percent(node);
        }
    }

    /// <summary>Opens the plan that a node belongs to and gives the node; 404 when there is none, 400 when the id is of another kind.</summary>
    public async Task<WorkNode> OpenAsync(string node, CancellationToken cancel)
    {
        await OpenAsync(await PlanOfAsync(node, cancel), cancel);
        return Find(node);
    }

    /// <summary>Opens the plan that a node belongs to, also when the node was removed.</summary>
    public async Task EditRemovedAsync(string node, CancellationToken cancel) => await EditAsync(await PlanOfAsync(node, cancel), cancel);

    /// <summary>A node of the open plan; 404 when it is not there or was removed.</summary>
    public WorkNode Find(string node) => Rule.Found(Tree.Find(node), "piece of work");

    /// <summary>A node that was removed.</summary>
    public IWork FindRemoved(string node) => Rule.Found(works.Find(work => work.Key == node), "piece of work");

    public void Add(IWork work)
    {
        db.Add(work);
        works.Add(work);
    }

    public void Add(WorkRelation relation)
    {
        db.Add(relation);
        relations.Add(relation);
    }

    /// <summary>The next free place among a parent's children.</summary>
    public int NextRank(string? parent, WorkKind kind) =>
        works.Where(work => work.ParentKey == parent && work.Kind == kind).Select(work => work.Rank).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Writes what changed in the progress of tactics, actions and parents, and why; gives it in words, or nothing.</summary>
    public string? NoteProgress(string why)
    {
        var changes = new List<string>();
        foreach (var node in Tree.All.Where(node => !node.IsLeaf || node.Work.Kind != WorkKind.Step))
        {
            var (before, after) = (watched.GetValueOrDefault(node.Work.Key), Percent(node));
            if (before != after)
            {
                db.Add(new ProgressEntry(Plan.Id, node.Work.Key, before, after, why, clock.Now()));
                changes.Add($"“{node.Work.Title}” from {before:0.#} % to {after:0.#} %");
                watched[node.Work.Key] = after;
            }
        }

        return changes.Count == 0 ? null : string.Join(", ", changes);
    }

    private static decimal Percent(WorkNode node) => decimal.Round(node.Progress * 100, 2);

    private async Task<Id<Plan>> PlanOfAsync(string node, CancellationToken cancel)
    {
        if (Id<Step>.TryParse(node, null, out var step))
        {
            return (await db.FindAsync(step, "step", cancel)).Plan;
        }

        if (Id<ActionItem>.TryParse(node, null, out var action))
        {
            return (await db.FindAsync(action, "action", cancel)).Plan;
        }

        return Id<Tactic>.TryParse(node, null, out var tactic)
            ? (await db.FindAsync(tactic, "tactic", cancel)).Plan
            : throw new ProblemException(ProblemKind.Malformed, "id-malformed", $"“{node}” is no id of a tactic, an action or a step.");
    }
}
