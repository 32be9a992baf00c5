using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>A goal with the plan and the brand it belongs to.</summary>
public sealed record FoundGoal(Goal Goal, Plan Plan, Brand Brand);

/// <summary>Finds goals for whoever asks: 404 also where the member may not see the brand; refuses changes to a closed plan.</summary>
[Scoped]
public sealed class GoalFinder(Db db, PlanFinder plans)
{
    /// <summary>The goal, tracked for change.</summary>
    public async Task<FoundGoal> FindAsync(Id<Goal> id, CancellationToken cancel)
    {
        var goal = await db.FindAsync(id, "goal", cancel);
        var (plan, brand) = await plans.FindWithBrandAsync(goal.Plan, cancel);
        return new FoundGoal(goal, plan, brand);
    }

    /// <summary>The goal of a plan that may still be changed.</summary>
    public async Task<FoundGoal> ToChangeAsync(Id<Goal> id, CancellationToken cancel)
    {
        var found = await FindAsync(id, cancel);
        found.Plan.RequireEditable();
        return found;
    }

    /// <summary>The plan, when it may still be changed.</summary>
    public Task<Plan> PlanToChangeAsync(Id<Plan> id, CancellationToken cancel) => plans.EditAsync(id, cancel);

    /// <summary>A member by id, or null for none.</summary>
    public async Task<Member?> MemberAsync(Id<Member>? id, CancellationToken cancel) =>
        id is { } some ? await db.FindAsync(some, "member", cancel) : null;

    /// <summary>Names of members, for those who still are and those who left.</summary>
    public async Task<IReadOnlyDictionary<Id<Member>, string>> NamesAsync(CancellationToken cancel) =>
        await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);

    /// <summary>The goal to join and all goals above it.</summary>
    public async Task<(Goal? Parent, IReadOnlyCollection<Id<Goal>> Above)> ParentAsync(Id<Goal>? id, CancellationToken cancel)
    {
        if (id is not { } first)
        {
            return (null, []);
        }

        var parent = await db.FindAsync(first, "goal", cancel);
        var above = new HashSet<Id<Goal>> { parent.Id };
        for (var next = parent.Parent; next is { } up && above.Add(up);)
        {
            next = (await db.FindAsync(up, "goal", cancel)).Parent;
        }

        return (parent, above);
    }
}
