using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>How near the renewal of a tool is.</summary>
public enum RenewalState
{
    /// <summary>No day is known.</summary>
    Unknown,

    /// <summary>More than fourteen days ahead.</summary>
    Ahead,

    /// <summary>Within fourteen days.</summary>
    Soon,

    /// <summary>The day has passed and nobody said what came of it.</summary>
    Passed,

    /// <summary>The tool is given up; nothing is renewed.</summary>
    Over,
}

/// <summary>A tool as it is shown.</summary>
/// <param name="PerMonth">The share of a month; null for what is paid once or not known.</param>
/// <param name="Standing">What research's register says of it: trial, adopt, hold or retire; null when it is not on it.</param>
/// <param name="StandingWhy">The reason given there.</param>
/// <param name="Evidence">What was measured or seen, by name.</param>
/// <param name="Renewal">How near its renewal is.</param>
/// <param name="RenewalDays">Days until then; negative when it has passed.</param>
/// <param name="Missing">What nobody has said yet: owner, cost, access, renewal.</param>
public sealed record ToolView(
    Id<Tool> Id, Id<Plan> Plan, ToolSheet Sheet, string? OwnerName, Money? PerMonth, TechniqueStatus? Standing, string? StandingWhy, IReadOnlyList<string> Evidence,
    RenewalState Renewal, int? RenewalDays, IReadOnlyList<string> Missing, int Version) : IVersioned;

/// <summary>The tools of a plan and what they cost.</summary>
/// <param name="Currency">The brand's currency.</param>
/// <param name="Costs">One sum per currency, the brand's first; they are never added.</param>
/// <param name="NoTools">Why the plan needs none, where somebody said so.</param>
/// <param name="NoToolsBy">Who said so.</param>
public sealed record ToolInventoryView(string Currency, IReadOnlyList<ToolView> Tools, IReadOnlyList<ToolCostSum> Costs, string? NoTools, string? NoToolsBy);

/// <summary>The tools a plan wants to use: what for, who looks after each, what it costs, who has access and when it is renewed.</summary>
[Needs(Permission.Read)]
public sealed record ToolInventory(Id<Plan> Plan) : IQuery<ToolInventoryView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ToolShelf shelf, TimeProvider clock) : IHandle<ToolInventory, ToolInventoryView>
    {
        public async Task<ToolInventoryView> HandleAsync(ToolInventory request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var tools = await shelf.AllAsync(plan.Id, cancel);
            var none = await db.Set<NoTools>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            var today = clock.Today(brand.Zone);
            return new ToolInventoryView(brand.Currency, await shelf.ViewsAsync(tools, today, cancel), ToolCosts.Sums(tools, brand.Currency, today), none?.Reason, none?.By);
        }
    }
}

/// <summary>Reads tools with what the register says of them.</summary>
[Scoped]
public sealed class ToolShelf(Db db)
{
    /// <summary>So many days before a renewal it is something to do.</summary>
    public const int Ahead = 14;

    /// <summary>The plan's tools by name.</summary>
    public async Task<IReadOnlyList<Tool>> AllAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var tools = await db.Set<Tool>().AsNoTracking().Where(tool => tool.Plan == plan).ToListAsync(cancel);
        return [.. tools.OrderBy(tool => tool.Name, StringComparer.OrdinalIgnoreCase).ThenBy(tool => tool.Id)];
    }

    public async Task<IReadOnlyList<ToolView>> ViewsAsync(IReadOnlyList<Tool> tools, LocalDate today, CancellationToken cancel)
    {
        var plans = tools.Select(tool => tool.Plan).Distinct().ToList();
        var known = await db.Set<Technique>().AsNoTracking().Where(technique => plans.Contains(technique.Plan)).ToDictionaryAsync(technique => technique.Id, technique => technique.Sheet, cancel);
        var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        return [.. tools.Select(tool =>
        {
            var sheet = tool.Technique is { } technique ? known.GetValueOrDefault(technique) : null;
            var state = StateOf(tool, today);
            return new ToolView(
                tool.Id, tool.Plan, tool.Sheet with { Technique = sheet is null ? null : tool.Technique }, tool.Owner is { } owner ? names.GetValueOrDefault(owner) : null, ToolCosts.PerMonth(tool),
                sheet?.Status, sheet?.Why, [.. (sheet?.Evidence ?? []).Select(evidence => evidence.Name)],
                state, state is RenewalState.Unknown or RenewalState.Over ? null : Period.DaysBetween(today, tool.RenewsOn!.Value), MissingIn(tool), tool.Version);
        })];
    }

    public static RenewalState StateOf(Tool tool, LocalDate today) => tool switch
    {
        { Until: { } until } when until < today || tool.RenewsOn > until => RenewalState.Over,
        { RenewsOn: null } => RenewalState.Unknown,
        { RenewsOn: { } day } when day < today => RenewalState.Passed,
        { RenewsOn: { } day } when day <= today.PlusDays(Ahead) => RenewalState.Soon,
        _ => RenewalState.Ahead,
    };

    private static List<string> MissingIn(Tool tool)
    {
        var missing = new List<string>();
        void Lacks(bool lacks, string what)
        {
            if (lacks)
            {
                missing.Add(what);
            }
        }

        Lacks(tool.Owner is null, "owner");
        Lacks(tool.Cost is null, "cost");
        Lacks(tool.Access is null, "access");
        Lacks(tool.RenewsOn is null && tool.Every != CostPeriod.Once && tool.Cost is not { Minor: 0 } && tool.Until is null, "renewal");
        return missing;
    }
}
