using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>A tool in a plan file; its owner is an e-mail address.</summary>
internal sealed record WrittenTool(
    Id<Tool> Id, string Name, string Purpose, string? Owner = null, Money? Cost = null, CostPeriod? Every = null, string? Access = null, LocalDate? RenewsOn = null,
    LocalDate? Since = null, LocalDate? Until = null, Id<Technique>? Technique = null);

internal sealed record WrittenTools(IReadOnlyList<WrittenTool>? Tools = null, string? NoneNeeded = null);

/// <summary>The tools of a plan as the part “tools”. The next cycle goes on with what is still in use.</summary>
internal sealed class ToolsPart(Db db, ToolShelf shelf, MembersByEmail people, ICurrent current) : IPlanPart
{
    public string Name => "tools";

    public int Order => 1350;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var known = (await db.Set<Technique>().AsNoTracking().Where(technique => technique.Plan == plan.Id).Select(technique => technique.Id).ToListAsync(cancel)).ToHashSet();
        var tools = (await shelf.AllAsync(plan.Id, cancel)).Where(tool => !nextCycle || tool.Until is null).Select(tool => new WrittenTool(
            tool.Id, tool.Name, tool.Purpose, people.Email(tool.Owner), tool.Cost, tool.Cost is null ? null : tool.Every, tool.Access, tool.RenewsOn,
            // What was paid once stays paid: the next cycle knows since when.
            nextCycle ? tool.Since ?? plan.Start : tool.Since, tool.Until, tool.Technique is { } technique && known.Contains(technique) ? technique : null)).ToList();
        var none = await db.Set<NoTools>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
        return tools.Count == 0 && none is null ? null : PartJson.Write(new WrittenTools(tools.OrNull(), none?.Reason));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        await people.LoadAsync(cancel);
        var written = PartJson.Read<WrittenTools>(Name, part);
        await db.Set<Technique>().Where(technique => technique.Plan == plan.Id).LoadAsync(cancel);
        var known = db.Set<Technique>().Local.Where(technique => technique.Plan == plan.Id).Select(technique => technique.Id).ToHashSet();
        foreach (var (tool, place) in (written.Tools ?? []).Select((tool, place) => (tool, place)))
        {
            db.Add(PartJson.At($"tools.tools[{place}]", () => new Tool(plan, new ToolSheet(
                tool.Name, tool.Purpose, people.Find(tool.Owner), tool.Cost, tool.Every, tool.Access, tool.RenewsOn, tool.Since, tool.Until,
                tool.Technique is { } technique && known.Contains(technique) ? technique : null)) { Id = tool.Id }));
        }

        if (written.NoneNeeded is { } reason)
        {
            Rule.Require(written.Tools is not { Count: > 0 }, "part-invalid", "tools.noneNeeded: there are tools in the file, so none needed cannot be said.", Name);
            var none = new NoTools(plan.Id);
            PartJson.At("tools.noneNeeded", () => { none.Say(reason, current.Name); return none; });
            db.Add(none);
        }
    }
}
