using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>How many passed renewals were told for the first time.</summary>
public sealed record ToldRenewals(int Count);

/// <summary>Tells the owners of tools whose renewal has passed, once for each day it was due; what was renewed or given up is ended.</summary>
[Internal("The timetable sends it every six hours.")]
[Needs(Permission.EditPlan)]
public sealed record TellRenewals : ICommand<ToldRenewals>
{
    internal sealed class Handler(Db db, ToolTicklers ticklers) : IHandle<TellRenewals, ToldRenewals>
    {
        public async Task<ToldRenewals> HandleAsync(TellRenewals request, CancellationToken cancel)
        {
            var open = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Status != PlanStatus.Closed).Select(plan => plan.Id).ToListAsync(cancel);
            return new ToldRenewals(await ticklers.KeepAsync(await db.Set<Tool>().AsNoTracking().Where(tool => open.Contains(tool.Plan) && tool.RenewsOn != null).ToListAsync(cancel), cancel));
        }
    }
}

/// <summary>Puts a passed renewal before the owner of the tool, or whoever may run the plan where it has none.</summary>
[Scoped]
public sealed class ToolTicklers(Db db, Ticklers ticklers, TimeProvider clock)
{
    private const string Kind = "renew";

    /// <summary>Where a tool is dealt with on the screen.</summary>
    public static string PathOf(Id<Tool> tool) => $"/actions/tools?tool={tool}";

    /// <summary>Tells what has passed, and ends what was renewed meanwhile.</summary>
    public async Task<int> KeepAsync(IReadOnlyList<Tool> tools, CancellationToken cancel)
    {
        var due = new List<DueTickler>();
        foreach (var ofBrand in tools.GroupBy(tool => tool.Brand))
        {
            var today = clock.Today((await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == ofBrand.Key, cancel)).Zone);
            due.AddRange(ofBrand.Where(tool => ToolShelf.StateOf(tool, today) == RenewalState.Passed).Select(tool => new DueTickler(new Notice(
                tool.Brand, $"{Kind} {tool.Id} {tool.RenewsOn:uuuu-MM-dd} {tool.Owner}".TrimEnd(),
                $"The renewal of {tool.Name} passed on {tool.RenewsOn:uuuu-MM-dd}. Say when it is renewed next, or its last day.", PathOf(tool.Id), tool.Plan.Value), tool.Owner)));
        }

        return await ticklers.KeepAsync(Kind, due, cancel);
    }

    /// <summary>The renewal was dealt with.</summary>
    public Task SettleAsync(Id<Tool> tool, CancellationToken cancel) => ticklers.SettleAsync($"{Kind} {tool} ", cancel);
}

/// <summary>Looks around every workspace that has tools with a renewal.</summary>
[Single]
public sealed class ToolWatch(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync(
        db => db.Set<Tool>().IgnoreQueryFilters().Select(tool => tool.WorkspaceKey), new TellRenewals(), told => told.Count, cancel);
}
