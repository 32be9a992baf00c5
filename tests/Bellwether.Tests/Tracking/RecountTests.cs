using Bellwether.Brands;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>What was dropped counts after all, what was sorted is sorted anew: raw log and rollups stay one.</summary>
[Requirement("R004-19")]
public sealed class RecountTests
{
    [Theory, BothDatabases]
    public async Task Dropped_hits_are_counted_back_in_and_dropped_again_exactly(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await FilledAsync(world);
        var before = await RollupsAsync(world);
        var recount = await world.RunAsync(new CountBack(world.Brand, HitOutcome.Bot, "curl/8.5.0"));
        (recount.Clicks, recount.SiteEvents).ShouldBe((3, 2));
        var funnel = (await world.RunAsync(new NodeFunnel(link.ToString()))).Funnel;
        (funnel.Clicks, funnel.Visits).ShouldBe((4, 2), "one person, and the visitor that was taken for a bot");
        var seen = await world.RunAsync(new SiteOverview(world.Brand));
        (seen.Views, seen.Visits).ShouldBe((3, 2));
        seen.Pages.Single(page => page.Name.EndsWith("/menu", StringComparison.Ordinal)).ShouldBe(new SiteRow("tacoloco.example/menu", 2, 1));
        seen.Dropped.ShouldHaveSingleItem().ShouldBe(new OutcomeCount(HitOutcome.Bot, 1), "another agent stays dropped");
        (await world.RunAsync(new DroppedHits(world.Brand))).Agents.ShouldNotContain(row => row.Agent == "curl/8.5.0");
        (await RebuiltAsync(world)).ShouldBe(0);

        (await world.World.RefusedAsync(new CountBack(world.Brand, HitOutcome.Bot, "curl/8.5.0"))).Code.ShouldBe("nothing-to-count");
        (await world.World.RefusedAsync(new CountBack(world.Brand, HitOutcome.Overload))).Code.ShouldBe("reason-not-recountable");
        (await world.World.RefusedAsync(new CountBack(world.Brand, HitOutcome.Counted))).ShouldSatisfyAllConditions(refused => refused.Message.ShouldContain("count already"), refused => refused.Fields[0].Field.ShouldBe("reason"));
        (await world.RunAsync(new UndoRecount(recount.Id))).Undone.ShouldBeTrue();
        (await RollupsAsync(world)).ShouldBe(before);
        (await world.World.RefusedAsync(new UndoRecount(recount.Id))).Code.ShouldBe("recount-undone");
        (await world.RunAsync(new RecountList(world.Brand))).ShouldHaveSingleItem().Undone.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task History_is_sorted_anew_after_a_look_at_what_changes_and_agrees_with_its_sums(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await FilledAsync(world);
        // As an older version of the rules and lists had sorted them.
        await world.World.SeeAsync(async db =>
        {
            await db.Set<SiteEvent>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Group, ChannelGroup.Referral).SetProperty(row => row.Origin, "bsky.app").SetProperty(row => row.Rules, 1));
            await db.Set<SiteRollup>().ExecuteDeleteAsync();
            return await db.Set<Click>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Rules, 1));
        });
        (await RebuiltAsync(world)).ShouldBeGreaterThan(0);
        var look = await world.RunAsync(new ResortPreview(world.Brand));
        (look.Hits, look.Older, look.Applied).ShouldBe((8, 8, false));
        look.Changes.ShouldBe([new(ChannelGroup.Referral, ChannelGroup.Direct, 0, 3), new(ChannelGroup.Referral, ChannelGroup.OrganicSocial, 0, 1)], ignoreOrder: true);
        (await world.RunAsync(new SiteOverview(world.Brand))).Groups.ShouldHaveSingleItem().Group.ShouldBe(ChannelGroup.Referral, "a look changes nothing");

        var done = await world.RunAsync(new Resort(world.Brand));
        (done.Applied, done.Differing, done.Older).ShouldBe((true, 0, 0));
        var seen = await world.RunAsync(new SiteOverview(world.Brand));
        seen.Groups.ShouldHaveSingleItem().ShouldBe(new GroupOfVisits(ChannelGroup.OrganicSocial, 1, 1));
        seen.Origins.ShouldHaveSingleItem().Name.ShouldBe("Bluesky");
        (await RebuiltAsync(world)).ShouldBe(0);
        (await world.RunAsync(new ResortPreview(world.Brand))).Changes.ShouldBeEmpty();
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync(row => row.Rules != ChannelRules.Version))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_is_older_than_it_is_kept_goes_and_its_sums_stay(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await FilledAsync(world);
        (await world.RunAsync(new RetentionDetail())).Months.ShouldBe(13);
        await world.RunAsync(new SetRetention(2));
        world.World.Clock.Advance(TimeSpan.FromDays(31));
        await world.World.RunAsProgramAsync(new PurgeClicks(Piece: 1));
        (await world.World.SeeAsync(db => db.Set<SiteEvent>().CountAsync(row => row.Agent != null))).ShouldBe(0, "agents go first");
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync())).ShouldBe(4);
        world.World.Clock.Advance(TimeSpan.FromDays(31));
        await world.World.RunAsProgramAsync(new PurgeClicks(Piece: 1));
        (await world.World.SeeAsync(async db => await db.Set<Click>().CountAsync() + await db.Set<SiteEvent>().CountAsync())).ShouldBe(0);
        var day = new LocalDate(2026, 3, 26);
        (await world.RunAsync(new SiteOverview(world.Brand, day, day))).Views.ShouldBe(1);
        (await world.World.RefusedAsync(new SetRetention(0))).Fields.ShouldHaveSingleItem().Field.ShouldBe("months");
    }

    /// <summary>A click and a page view of a person, three clicks and two page views of a script, one page view of a crawler.</summary>
    private static async Task<Bellwether.Kernel.Id<TrackedLink>> FilledAsync(TrackingWorld world)
    {
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        await world.FollowAsync(link.Code);
        await world.VisitAsync("/", referrer: "https://bsky.app/");
        for (var i = 0; i < 3; i++)
        {
            await world.FollowAsync(link.Code, "curl/8.5.0", visitor: 7);
        }

        await world.VisitAsync("/menu", "curl/8.5.0", visitor: 7);
        await world.VisitAsync("/menu", "curl/8.5.0", visitor: 7);
        await world.VisitAsync("/menu", "Googlebot/2.1", visitor: 8);
        return link.Id;
    }

    private static async Task<int> RebuiltAsync(TrackingWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromMinutes(30));
        return (await world.RunAsync(new RebuildRollups(world.Brand))).Mended;
    }

    private static Task<List<string>> RollupsAsync(TrackingWorld world) => world.World.SeeAsync(async db =>
    {
        var clicks = (await db.Set<ClickRollup>().ToListAsync()).Select(row => $"{row.Quarter} {row.Outcome} {row.Group} {row.Hits} {row.Visits}");
        var site = (await db.Set<SiteRollup>().ToListAsync()).Select(row => $"{row.Quarter} {row.Dimension} {row.Value} {row.Outcome} {row.Group} {row.Hits} {row.Visits}");
        return clicks.Concat(site).Order(StringComparer.Ordinal).ToList();
    });
}
