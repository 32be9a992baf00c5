using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class VisitorTests
{
    [Theory, BothDatabases]
    public async Task Two_salts_are_alive_and_each_is_destroyed_within_48_hours(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await using var other = world.SecondNode();
        var salts = world.Services.GetRequiredService<VisitorSalts>();
        var first = await salts.NowAsync(default);
        (await other.Services.GetRequiredService<VisitorSalts>().NowAsync(default)).Today.ShouldBe(first.Today);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var second = await salts.NowAsync(default);
        second.Yesterday.ShouldBe(first.Today);
        second.Today.ShouldNotBe(first.Today);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsProgramAsync(new DestroySalts());
        (await world.SeeAsync(db => db.Set<VisitorSalt>().Select(salt => salt.Salt).ToListAsync())).ShouldHaveSingleItem().ShouldBe(second.Today);
        (await salts.NowAsync(default)).Yesterday.ShouldBe(second.Today);
    }

    [Fact]
    public void A_hash_depends_on_salt_brand_address_and_agent()
    {
        var (salt, brand) = (new byte[32], Guid.CreateVersion7());
        var hash = Visitors.Hash(salt, brand, [10, 0, 0, 1], "a");
        Visitors.Hash(salt, brand, [10, 0, 0, 1], "a").ShouldBe(hash);
        Visitors.Hash([.. salt.Skip(1), 1], brand, [10, 0, 0, 1], "a").ShouldNotBe(hash);
        Visitors.Hash(salt, Guid.CreateVersion7(), [10, 0, 0, 1], "a").ShouldNotBe(hash);
        Visitors.Hash(salt, brand, [10, 0, 0, 2], "a").ShouldNotBe(hash);
        Visitors.Hash(salt, brand, [10, 0, 0, 1], "b").ShouldNotBe(hash);
        Visitors.Hash(salt, brand, [10, 0, 0, 1], new string('ä', 100_000)).ShouldNotBe(hash);
    }

    [Fact]
    public void A_visit_survives_midnight()
    {
        var visitors = new Visitors();
        var late = Instant.FromUtc(2026, 3, 26, 23, 50);
        visitors.StartsVisit(1, null, late).ShouldBeTrue();
        visitors.StartsVisit(2, before: 1, late + Duration.FromMinutes(20)).ShouldBeFalse();
        visitors.StartsVisit(3, before: 4, late + Duration.FromMinutes(20)).ShouldBeTrue();
    }
}
