using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

[Requirement("R001-05")]
public sealed class ClickTests
{
    [Theory, BothDatabases]
    public async Task A_click_is_stored_before_the_redirect_leaves(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "facebook", "social", "x", Place: new LinkPlace(Post: "post_1")));
        (await world.FollowAsync(link.Code, referrer: "https://lm.facebook.com/l.php")).ShouldBe(link.Destination);
        var click = await world.World.SeeAsync(db => db.Set<Click>().SingleAsync());
        (click.Link, click.Brand, click.At, click.Outcome).ShouldBe((link.Id, world.Brand, world.World.Now, HitOutcome.Counted));
        (click.Group, click.Device, click.ReferrerHost, click.StartsVisit, click.Rules).ShouldBe((ChannelGroup.OrganicSocial, DeviceClass.Desktop, "lm.facebook.com", true, ChannelRules.Version));
        var rollup = await world.World.SeeAsync(db => db.Set<ClickRollup>().SingleAsync());
        (rollup.Link, rollup.Hits, rollup.Visits, rollup.Quarter).ShouldBe((link.Id, 1, 1, Instant.FromUtc(2026, 3, 26, 8, 0)));
    }

    [Theory, BothDatabases]
    public async Task Dropped_hits_are_redirected_kept_and_shown_with_their_reason(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        (await world.FollowAsync(link.Code, method: "HEAD")).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, "Twitterbot/1.0")).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, "curl/8.5.0")).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, "curl/8.5.0")).ShouldBe(link.Destination);
        (await world.FollowAsync(link.Code, agent: null)).ShouldBe(link.Destination);
        (await world.FollowAsync("nobody-made-this")).ShouldBeNull();
        await world.FollowAsync(link.Code);
        await world.SettleAsync();
        var overview = await world.RunAsync(new TrackingOverview(world.Brand));
        overview.Total.Clicks.ShouldBe(1);
        overview.Dropped.ShouldBe([new(HitOutcome.Head, 1), new(HitOutcome.Preview, 1), new(HitOutcome.Bot, 2), new(HitOutcome.NoAgent, 1)]);
        overview.UnknownCodes.ShouldBe(1);
        overview.Days[^1].ShouldBe(new DayOfClicks(new LocalDate(2026, 3, 26), 1, 1, 5));
    }

    [Theory, BothDatabases]
    public async Task An_archived_link_leads_and_counts_for_ever(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        await world.RunAsync(new ArchiveLink(link.Id));
        (await world.FollowAsync(link.Code.ToUpperInvariant())).ShouldBe(link.Destination);
        (await world.RunAsync(new NodeFunnel(link.Id.ToString()))).Funnel.Clicks.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_link_leads_elsewhere_at_once_after_a_change_also_on_another_node(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await using var other = world.World.SecondNode();
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/a"));
        var table = other.Services.GetRequiredService<LinkTable>();
        (await table.FindAsync(link.Code, default)).ShouldNotBeNull().Destination.ShouldBe("https://tacoloco.example/a");
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(new ChangeLink(link.Id, Target: "https://tacoloco.example/b"));
        (await world.FollowAsync(link.Code)).ShouldBe("https://tacoloco.example/b");
        await table.RefreshAsync(default);
        (await table.FindAsync(link.Code, default)).ShouldNotBeNull().Destination.ShouldBe("https://tacoloco.example/b");
    }

    [Theory, BothDatabases]
    public async Task A_visit_is_a_visitor_of_a_brand_until_half_an_hour_passes(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        await world.FollowAsync(link.Code);
        await world.FollowAsync(link.Code);
        await world.FollowAsync(link.Code, visitor: 2);
        world.World.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.FollowAsync(link.Code);
        var funnel = (await world.RunAsync(new NodeFunnel(link.Id.ToString()))).Funnel;
        (funnel.Clicks, funnel.Visits).ShouldBe((4, 3));
    }

    [Theory, BothDatabases]
    public async Task The_click_id_goes_to_own_hosts_only_and_only_where_it_is_allowed(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var silent = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/#top"));
        await world.RunAsync(new SetLinkPolicy(world.Brand, PassClickId: true));
        var passing = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/#top"));
        var outside = await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/"));
        (await world.FollowAsync(silent.Code)).ShouldBe("https://tacoloco.example/#top");
        (await world.FollowAsync(outside.Code)).ShouldBe("https://elsewhere.example/");
        (await world.FollowAsync(passing.Code)).ShouldNotBeNull().ShouldMatch(@"^https://tacoloco\.example/\?bwc=click_[0-9a-z]{26}#top$");
        (await world.FollowAsync(passing.Code, "curl/8.5.0")).ShouldBe("https://tacoloco.example/#top");
    }

    [Theory, BothDatabases]
    public async Task Rollups_equal_the_raw_log_and_a_damaged_one_is_mended(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var links = new[] { await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/1")), await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/2", "x", "social", "c")) };
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            await world.FollowAsync(links[random.Next(2)].Code, random.Next(5) == 0 ? "curl/8" : TrackingWorld.Firefox, (byte)random.Next(20), random.Next(2) == 0 ? "https://www.google.de/" : null);
            world.World.Clock.Advance(TimeSpan.FromSeconds(random.Next(200)));
        }

        world.World.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.SettleAsync();
        (await world.RunAsync(new RebuildRollups(world.Brand))).ShouldSatisfyAllConditions(found => found.Mended.ShouldBe(0), found => found.Rows.ShouldBeGreaterThan(20));
        var before = await SumAsync(world);
        before.ShouldBe(300);
        await world.World.SeeAsync(async db =>
        {
            await db.Set<ClickRollup>().OrderBy(row => row.Quarter).Take(3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Hits, 999));
            return await db.Set<ClickRollup>().OrderByDescending(row => row.Quarter).Take(1).ExecuteDeleteAsync();
        });
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBe(4);
        (await SumAsync(world)).ShouldBe(before);
    }

    private static Task<long> SumAsync(TrackingWorld world) => world.World.SeeAsync(db => db.Set<ClickRollup>().SumAsync(row => row.Hits));
}
