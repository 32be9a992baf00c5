using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Adds a tool to what a plan wants to use. The same name again is 409; a line that none is needed goes away.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddTool(Id<Plan> Plan, ToolSheet Sheet) : ICommand<ToolView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ToolDesk desk, Journal journal) : IHandle<AddTool, ToolView>
    {
        public async Task<ToolView> HandleAsync(AddTool request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            var tool = new Tool(plan, await desk.CheckedAsync(plan.Id, request.Sheet, null, cancel));
            db.Add(tool);
            db.RemoveRange(await db.Set<NoTools>().Where(row => row.Plan == plan.Id).ToListAsync(cancel));
            journal.Say($"added the tool “{tool.Name}”", plan.Brand.Value, plan.Id.Value, tool.Id, tool.Purpose);
            return await desk.ViewAsync(tool, cancel);
        }
    }
}

/// <summary>Changes a tool: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeTool(Id<Tool> Tool, ToolSheet Sheet, int? IfVersion = null) : ICommand<ToolView>, IExpectsVersion
{
    internal sealed class Handler(ToolDesk desk, ToolTicklers ticklers, Journal journal) : IHandle<ChangeTool, ToolView>
    {
        public async Task<ToolView> HandleAsync(ChangeTool request, CancellationToken cancel)
        {
            var tool = await desk.ToChangeAsync(request.Tool, request.IfVersion, cancel);
            tool.Describe(await desk.CheckedAsync(tool.Plan, request.Sheet, tool.Id, cancel));
            if (ToolShelf.StateOf(tool, await desk.TodayAsync(tool, cancel)) != RenewalState.Passed)
            {
                await ticklers.SettleAsync(tool.Id, cancel);
            }

            journal.Say($"changed the tool “{tool.Name}”", tool.Brand.Value, tool.Plan.Value, tool.Id);
            return await desk.ViewAsync(tool, cancel);
        }
    }
}

/// <summary>Takes a tool off the list as if it had never been meant; one that was paid for is given a last day instead.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveTool(Id<Tool> Tool) : ICommand<Done>
{
    internal sealed class Handler(Db db, ToolDesk desk, ToolTicklers ticklers, Journal journal) : IHandle<RemoveTool, Done>
    {
        public async Task<Done> HandleAsync(RemoveTool request, CancellationToken cancel)
        {
            var tool = await desk.ToChangeAsync(request.Tool, null, cancel);
            await ticklers.SettleAsync(tool.Id, cancel);
            db.Remove(tool);
            journal.Say($"took the tool “{tool.Name}” off the list", tool.Brand.Value, tool.Plan.Value, tool.Id);
            return Done.It;
        }
    }
}

/// <summary>Finds tools for whoever asks, and checks what is said of them.</summary>
[Scoped]
internal sealed class ToolDesk(Db db, PlanFinder plans, ToolShelf shelf, BrandDay days)
{
    /// <summary>The tool of a plan that may still be changed, at the version the caller saw.</summary>
    public async Task<Tool> ToChangeAsync(Id<Tool> id, int? version, CancellationToken cancel)
    {
        var tool = await db.FindAsync(id, "tool", cancel);
        await plans.EditAsync(tool.Plan, cancel);
        tool.Expect(version);
        return tool;
    }

    /// <summary>The sheet, when its owner is a member, its entry of the register is this plan's, and its name is free.</summary>
    public async Task<ToolSheet> CheckedAsync(Id<Plan> plan, ToolSheet sheet, Id<Tool>? self, CancellationToken cancel)
    {
        await Person.CheckedAsync(db, sheet.Owner, cancel);
        if (sheet.Technique is { } technique)
        {
            Rule.Require((await db.FindAsync(technique, "entry of the register", cancel)).Plan == plan, "other-plan", "This entry of the register belongs to another plan.", "technique");
        }

        var name = (sheet.Name ?? "").Trim();
        if ((await shelf.AllAsync(plan, cancel)).Any(other => other.Id != self && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Rule.Conflict("tool-twice", $"“{name}” is on the list already. Change that one.", "name");
        }

        return sheet;
    }

    public Task<LocalDate> TodayAsync(Tool tool, CancellationToken cancel) => days.TodayAsync(tool.Brand, cancel);

    public async Task<ToolView> ViewAsync(Tool tool, CancellationToken cancel) =>
        (await shelf.ViewsAsync([tool], await days.TodayAsync(tool.Brand, cancel), cancel))[0];
}
