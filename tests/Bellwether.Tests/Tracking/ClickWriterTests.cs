using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class ClickWriterTests
{
    [Fact]
    public async Task SQLite_commits_to_the_disk()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        await using var log = new SqliteClickLog(world.World.Address.ConnectionString);
        log.Synchronous().ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Hits_that_arrive_together_are_committed_together(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        var waiting = Enumerable.Range(0, 500).Select(i => world.FollowAsync(link.Code, visitor: (byte)(i % 200))).ToList();
        waiting.ShouldAllBe(redirect => !redirect.IsCompleted);
        world.Write();
        (await Task.WhenAll(waiting)).ShouldAllBe(target => target == link.Destination);
        var rollup = await world.World.SeeAsync(db => db.Set<ClickRollup>().SingleAsync());
        (rollup.Hits, rollup.Version).ShouldBe((500, 1));
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync())).ShouldBe(500);
    }

    [Theory, BothDatabases]
    public async Task A_redirect_does_not_wait_for_a_database_that_is_down(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        var redirect = world.FollowAsync(link.Code);
        redirect.IsCompleted.ShouldBeFalse();
        while (!redirect.IsCompleted)
        {
            world.World.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await redirect).ShouldBe(link.Destination);
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync())).ShouldBe(0);
        world.Write();
        await world.SettleAsync();
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_batch_that_is_stored_already_is_recognised(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        await using var log = ClickLog.On(world.World.Address);
        var queue = new ClickQueue(world.World.Clock);
        queue.Add(Row(world), out _);
        var batch = queue.Take();
        (await log.HasAsync(batch, default)).ShouldBeFalse();
        await log.WriteAsync(batch, default);
        (await log.HasAsync(batch, default)).ShouldBeTrue();
        await Should.ThrowAsync<Exception>(() => log.WriteAsync(batch, default));
        (await world.World.SeeAsync(db => db.Set<ClickRollup>().SumAsync(row => row.Hits))).ShouldBe(1);
    }

    [Fact]
    public async Task A_full_queue_keeps_the_number_of_what_it_cannot_keep()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite, writes: false);
        var queue = world.World.Services.GetRequiredService<ClickQueue>();
        var row = Row(world);
        for (var i = 0; i < ClickQueue.Most; i++)
        {
            queue.Add(row with { Id = Guid.CreateVersion7() }, out _).ShouldBeTrue();
        }

        queue.Add(row, out _).ShouldBeFalse();
        queue.Add(row, out _).ShouldBeFalse();
        world.Write();
        await world.SettleAsync();
        var rollups = await world.World.SeeAsync(db => db.Set<ClickRollup>().ToDictionaryAsync(rollup => rollup.Outcome, rollup => rollup.Hits));
        rollups.ShouldBe(new Dictionary<HitOutcome, long> { [HitOutcome.Counted] = ClickQueue.Most, [HitOutcome.Overload] = 2 }, ignoreOrder: true);
    }

    private static ClickRow Row(TrackingWorld world) => new(
        Guid.CreateVersion7(), world.World.Workspace.Value, world.Brand.Value, Guid.CreateVersion7(), world.World.Now.ToUnixTimeTicks(), 1, true, null, ChannelGroup.Direct, DeviceClass.Desktop, HitOutcome.Counted);
}
