using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What a plan asks of its people, and where its departments collide.</summary>
[Scoped]
public sealed class PlanLoad(Db db, GoalAssessments assessments, IEnumerable<IPlannedWork> sources, TimeProvider clock)
{
    /// <summary>Each person with work or hours, those with too much first; and what nobody is to do.</summary>
    public async Task<(IReadOnlyList<PersonLoad> People, IReadOnlyList<PlannedWork> Work)> PeopleAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        var work = new List<PlannedWork>();
        foreach (var source in sources)
        {
            work.AddRange(await source.LookAsync(plan, cancel));
        }

        var hours = await db.Set<PlanHours>().AsNoTracking().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => row.Person, row => row.HoursAWeek, cancel);
        var now = clock.Now();
        var members = (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Where(member => member.IsActive(now)).ToList();
        var byPerson = work.Where(piece => piece.Person is not null).ToLookup(piece => piece.Person!.Value);
        var today = clock.Today(brand.Zone);
        return (
        [
            .. members.Select(member => Workload.Of(member.Id, member.Name, hours.TryGetValue(member.Id, out var weekly) ? weekly : null, [.. byPerson[member.Id]], today, plan.End))
                .OrderBy(load => load.Band).ThenBy(load => load.Name, StringComparer.OrdinalIgnoreCase),
        ], work);
    }

    /// <summary>Where departments collide, with how it was settled; nothing for whoever plans alone.</summary>
    public async Task<ConflictsView> ConflictsAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        if (!await IsTeamAsync(plan.Brand, cancel))
        {
            return new ConflictsView(true, 0, []);
        }

        var goals = await assessments.AllAsync(plan, brand, cancel);
        var (people, work) = await PeopleAsync(plan, brand, cancel);
        var views = await WithDecisionsAsync(plan, GoalConflicts.Opposed(goals, goal => Departments.Of(goal, plan)).Concat(Overloaded(goals, people, work, plan)), cancel);
        return new ConflictsView(false, views.Count(view => view.Decision is null), views);
    }

    /// <summary>Where departments want opposite things and nobody has settled it; nothing for whoever plans alone.</summary>
    public async Task<IEnumerable<GoalConflict>> OpposedAsync(Plan plan, IReadOnlyList<AssessedGoal> goals, CancellationToken cancel) =>
        await IsTeamAsync(plan.Brand, cancel)
            ? (await WithDecisionsAsync(plan, GoalConflicts.Opposed(goals, goal => Departments.Of(goal, plan)), cancel)).Where(view => view.Decision is null).Select(view => view.Conflict)
            : [];

    /// <summary>The conflicts with how each was settled last, the open ones first.</summary>
    private async Task<List<ConflictView>> WithDecisionsAsync(Plan plan, IEnumerable<GoalConflict> found, CancellationToken cancel)
    {
        var settled = (await db.Set<Arbitration>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Conflict, StringComparer.Ordinal);
        return [.. found.Select(conflict => settled[conflict.Key].LastOrDefault() is { } record
            ? new ConflictView(conflict, record.Decision, record.Favours, record.By, record.CreatedAt)
            : new ConflictView(conflict, null, null, null, null)).OrderBy(view => view.Decision is null ? 0 : 1)];
    }

    /// <summary>Whether more than one person has to do with the brand.</summary>
    public async Task<bool> IsTeamAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var now = clock.Now();
        return (await db.Set<Member>().AsNoTracking().ToListAsync(cancel)).Count(member => member.IsActive(now) && (member.OnlyBrands.Count == 0 || member.OnlyBrands.Contains(brand.ToString()))) > 1;
    }

    /// <summary>People of whom several departments together ask more than there are hours.</summary>
    private static IEnumerable<GoalConflict> Overloaded(IReadOnlyList<AssessedGoal> goals, IReadOnlyList<PersonLoad> people, IReadOnlyList<PlannedWork> work, Plan plan)
    {
        var byId = goals.ToDictionary(goal => goal.Goal.Id, goal => goal.Goal);
        foreach (var load in people.Where(load => load.Band == WorkloadBand.TooMuch))
        {
            var sides = work.Where(piece => piece.Person == load.Person && piece.Hours > 0 && piece.Goal is { } goal && byId.ContainsKey(goal))
                .GroupBy(piece => byId[piece.Goal!.Value]).Where(group => Departments.Of(group.Key, plan) is not null)
                .Select(group => new ConflictSide(group.Key.Id, group.Key.Title, Departments.Of(group.Key, plan)!, $"{group.Sum(piece => piece.Hours!.Value):0.#} hours of {load.Name}")).ToList();
            if (sides.Select(side => side.Department).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            {
                var asking = string.Join(" and ", sides.Select(side => side.Department).Distinct(StringComparer.OrdinalIgnoreCase));
                yield return new GoalConflict($"hours:{load.Person}", ConflictKind.TooMuchWork, $"{asking} together ask more of {load.Name} than there are hours: {load.Words}", sides);
            }
        }
    }
}

/// <summary>Departments, as goals name them.</summary>
public static class Departments
{
    /// <summary>The function or department a goal belongs to, its own or the plan's; null when neither says.</summary>
    public static string? Of(Goal goal, Plan plan) => goal.Function is { } own ? Name(own, goal.FunctionName) : plan.Function is { } whole ? Name(whole, plan.FunctionName) : null;

    private static string Name(BusinessFunction function, string? name) => function switch
    {
        BusinessFunction.CustomerService => "Customer service",
        BusinessFunction.PublicRelations => "Public relations",
        BusinessFunction.Other => name ?? "Other",
        _ => function.ToString(),
    };
}
