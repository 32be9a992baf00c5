using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Storage;

public sealed class RoundsTests
{
    [Fact]
    public async Task What_fails_in_one_place_keeps_nothing_from_the_next()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        Id<Plan>[] plans = [plan, Id<Plan>.New(), plan];
        var seen = await world.Services.GetRequiredService<Rounds>().SendAsync<PlanView>(
            _ => Task.FromResult(plans.Select(id => (world.Workspace.Value, (IRequest<PlanView>)new PlanDetail(id)))), _ => 1, TestContext.Current.CancellationToken);
        seen.ShouldBe(2);
    }
}
