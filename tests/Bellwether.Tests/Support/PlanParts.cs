using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Support;

/// <summary>Writes parts of a plan and reads them into another one, as the plan file does.</summary>
public static class PlanParts
{
    /// <summary>A second plan made from parts of the first under fresh ids, and whether it is written the same again.</summary>
    public static async Task<(Id<Plan> Copy, bool Same)> CopyAsync(World world, Id<Plan> plan, params string[] names)
    {
        var written = await WriteAsync(world, plan, nextCycle: false, names);
        var (parts, map) = IdRemap.Fresh(written);
        var copy = (await world.RunAsync(new OutlinePlan(world.Brand, "A copy"))).Id;
        await ReadAsync(world, copy, parts);
        var again = await WriteAsync(world, copy, nextCycle: false, names);
        return (copy, map.Count > 0 && JsonNode.DeepEquals(parts, again) && !JsonNode.DeepEquals(written, again));
    }

    public static async Task<JsonObject> WriteAsync(World world, Id<Plan> plan, bool nextCycle, params string[] names)
    {
        await using var scope = ScopeOf(world);
        var owner = await scope.ServiceProvider.GetRequiredService<Db>().Set<Plan>().SingleAsync(each => each.Id == plan);
        var whole = new JsonObject();
        foreach (var part in scope.ServiceProvider.GetServices<IPlanPart>().Where(part => names.Contains(part.Name)).OrderBy(part => part.Order))
        {
            whole[part.Name] = await part.WriteAsync(owner, nextCycle, TestContext.Current.CancellationToken);
        }

        return whole;
    }

    public static async Task ReadAsync(World world, Id<Plan> plan, JsonObject parts)
    {
        await using var scope = ScopeOf(world);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var owner = await db.Set<Plan>().SingleAsync(each => each.Id == plan);
        foreach (var part in scope.ServiceProvider.GetServices<IPlanPart>().Where(part => parts[part.Name] is not null).OrderBy(part => part.Order))
        {
            await part.ReadAsync(owner, parts[part.Name]!, TestContext.Current.CancellationToken);
        }

        await db.SaveAsync(TestContext.Current.CancellationToken);
    }

    private static AsyncServiceScope ScopeOf(World world)
    {
        var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(world.Workspace.Value);
        return scope;
    }
}
