using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Says that a tool was renewed: it comes up again on the day given, else one period after the last renewal.</summary>
/// <param name="Next">The day it is renewed next.</param>
[Needs(Permission.EditPlan)]
public sealed record RenewTool(Id<Tool> Tool, LocalDate? Next = null, int? IfVersion = null) : ICommand<ToolView>, IExpectsVersion
{
    internal sealed class Handler(ToolDesk desk, ToolTicklers ticklers, Journal journal) : IHandle<RenewTool, ToolView>
    {
        public async Task<ToolView> HandleAsync(RenewTool request, CancellationToken cancel)
        {
            var tool = await desk.ToChangeAsync(request.Tool, request.IfVersion, cancel);
            tool.Renew(request.Next);
            await ticklers.SettleAsync(tool.Id, cancel);
            journal.Say($"renewed the tool “{tool.Name}” until {tool.RenewsOn:uuuu-MM-dd}", tool.Brand.Value, tool.Plan.Value, tool.Id);
            return await desk.ViewAsync(tool, cancel);
        }
    }
}

/// <summary>A tool whose renewal has passed or comes within fourteen days.</summary>
/// <param name="Mine">Whether it is for whoever asks: its owner, or anybody who may change the plan where it has none.</param>
public sealed record ToolRenewal(ToolView Tool, bool Mine);

/// <summary>Tools of a brand whose renewal has passed or comes within fourteen days, the most overdue first.</summary>
[Needs(Permission.Read)]
public sealed record ToolRenewals(Id<Brand> Brand) : IQuery<IReadOnlyList<ToolRenewal>>
{
    internal sealed class Handler(Db db, PlanFinder plans, ToolShelf shelf, ICurrent current, TimeProvider clock) : IHandle<ToolRenewals, IReadOnlyList<ToolRenewal>>
    {
        public async Task<IReadOnlyList<ToolRenewal>> HandleAsync(ToolRenewals request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var today = clock.Today(brand.Zone);
            // A plan that is over renews nothing.
            var open = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Brand == brand.Id && plan.Status != PlanStatus.Closed).Select(plan => plan.Id).ToListAsync(cancel);
            var tools = await db.Set<Tool>().AsNoTracking().Where(tool => open.Contains(tool.Plan) && tool.RenewsOn != null).ToListAsync(cancel);
            var due = tools.Where(tool => ToolShelf.StateOf(tool, today) is RenewalState.Soon or RenewalState.Passed).OrderBy(tool => tool.RenewsOn).ThenBy(tool => tool.Id).ToList();
            var me = current.MemberKey is { } key ? new Id<Member>(key) : (Id<Member>?)null;
            return [.. (await shelf.ViewsAsync(due, today, cancel)).Select(tool => new ToolRenewal(tool, tool.Sheet.Owner is { } owner ? owner == me : current.May(Permission.EditPlan)))];
        }
    }
}
