using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Goals;

/// <summary>Writes what a plan wants in words: the same for business objectives and for the objectives that serve them.</summary>
[Scoped]
internal sealed class ObjectiveDesk(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal)
{
    /// <summary>Adds one to a plan that may still be changed.</summary>
    public async Task<T> AddAsync<T>(Id<Plan> plan, Func<Plan, T> make, string? notes, string? metric, CancellationToken cancel)
        where T : Qualitative<T>
    {
        var within = await finder.PlanToChangeAsync(plan, cancel);
        var made = make(within);
        made.Word(made.Title, notes, metric is null ? null : (await catalogue.NeedAsync(metric, cancel)).Key);
        db.Add(made);
        Say("added", within, made);
        return made;
    }

    /// <summary>Changes one; what is not given stays, an empty text clears notes and metric.</summary>
    public async Task<T> ChangeAsync<T>(Id<T> id, int? seen, string? title, string? notes, string? metric, CancellationToken cancel)
        where T : Qualitative<T>
    {
        var thing = await db.FindAsync(id, Name<T>(), cancel);
        thing.Expect(seen);
        var plan = await finder.PlanToChangeAsync(thing.Plan, cancel);
        var key = metric switch { null => thing.Metric, "" => null, _ => (await catalogue.NeedAsync(metric, cancel)).Key };
        thing.Word(title ?? thing.Title, notes ?? thing.Notes, key);
        Say("changed", plan, thing);
        return thing;
    }

    /// <summary>Removes one, after <paramref name="release"/> has let go of what served it.</summary>
    public async Task<Done> RemoveAsync<T>(Id<T> id, Func<T, Task> release, CancellationToken cancel)
        where T : Qualitative<T>
    {
        var thing = await db.FindAsync(id, Name<T>(), cancel);
        var plan = await finder.PlanToChangeAsync(thing.Plan, cancel);
        await release(thing);
        db.Remove(thing);
        Say("removed", plan, thing);
        return Done.It;
    }

    private void Say<T>(string verb, Plan plan, T thing)
        where T : Qualitative<T> =>
        journal.Say($"{verb} the {Name<T>()} “{thing.Title}”", plan.Brand.Value, plan.Id.Value, thing.Id);

    private static string Name<T>() => Id<T>.Prefix.Replace('_', ' ');
}
