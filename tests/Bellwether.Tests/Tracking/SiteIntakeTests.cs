using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

[Requirement("R004-19")]
public sealed class SiteIntakeTests
{
    [Theory, BothDatabases]
    public async Task A_page_view_is_stored_before_the_answer_and_belongs_to_a_visit_with_an_origin(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        (await world.VisitAsync("/menu?utm_source=facebook&utm_medium=social&utm_campaign=spring", referrer: "https://lm.facebook.com/")).ShouldBe(HitOutcome.Counted);
        await world.VisitAsync("/order", referrer: "https://tacoloco.example/menu");
        await world.VisitAsync("/order", name: "Signup");
        await world.VisitAsync("/menu", visitor: 2, referrer: "https://www.google.de/");
        var seen = await world.RunAsync(new SiteOverview(world.Brand));
        (seen.Views, seen.Visits, seen.SocialVisits).ShouldBe((3, 2, 1));
        seen.Groups.ShouldBe([new(ChannelGroup.OrganicSocial, 1, 2), new(ChannelGroup.OrganicSearch, 1, 1)]);
        seen.Pages.ShouldBe([new("tacoloco.example/menu", 2, 2), new("tacoloco.example/order", 1, 0)]);
        seen.Origins.ShouldBe([new("Facebook", 2, 1), new("Google", 1, 1)]);
        seen.Campaigns.ShouldHaveSingleItem().ShouldBe(new SiteRow("spring", 2, 1));
        seen.Events.ShouldHaveSingleItem().ShouldBe(new SiteRow("signup", 1, 0));
        seen.Days[^1].ShouldBe(new DayOfSite(new LocalDate(2026, 3, 26), 3, 2, 0));
        seen.SocialShare.ShouldNotBeNull().Value.ShouldBe(0.5m);
        (await world.World.SeeAsync(db => db.Set<SiteEvent>().CountAsync(row => row.Agent != null))).ShouldBe(0, "no agent is kept of what counts");
    }

    [Theory, BothDatabases]
    public async Task The_same_id_told_twice_is_one_event_also_within_one_batch_and_at_another_time(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        await world.RunAsync(new OpenSite(world.Brand));
        var first = Enumerable.Range(0, 5).Select(_ => world.VisitAsync("/thanks", name: "order", id: "order-1")).ToList();
        world.Write();
        (await Task.WhenAll(first)).ShouldAllBe(outcome => outcome == HitOutcome.Counted);
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        await world.VisitAsync("/thanks", name: "order", id: "order-1");
        await world.VisitAsync("/thanks", name: "order", id: "order-2");
        (await world.RunAsync(new SiteOverview(world.Brand))).Events.ShouldHaveSingleItem().Hits.ShouldBe(2);
        world.World.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.SettleAsync();
        (await world.RunAsync(new RebuildRollups(world.Brand))).Mended.ShouldBe(0);
    }

    [Fact]
    public async Task Every_report_that_does_not_count_has_a_reason()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        (await world.VisitAsync(host: "elsewhere.example")).ShouldBe(HitOutcome.WrongHost);
        (await world.VisitAsync(origin: "elsewhere.example")).ShouldBe(HitOutcome.WrongHost);
        (await world.VisitAsync(host: "shop.tacoloco.example", origin: "www.tacoloco.example")).ShouldBe(HitOutcome.Counted);
        (await world.VisitAsync(agent: "Googlebot/2.1")).ShouldBe(HitOutcome.Bot);
        (await world.VisitAsync(agent: "Mozilla/5.0 (Mimecast URL scan)")).ShouldBe(HitOutcome.MailScanner);
        (await world.VisitAsync(automated: true)).ShouldBe(HitOutcome.Automated);
        (await world.VisitAsync(referrer: "http://best.semalt.com/x")).ShouldBe(HitOutcome.SpamReferrer);
        (await world.VisitAsync(optedOut: true)).ShouldBe(HitOutcome.OptedOut);
        await world.RunAsync(new SetOwnNetworks(world.Brand, ["127.0.0.9", "2001:db8::/32"]));
        (await world.VisitAsync(visitor: 9)).ShouldBe(HitOutcome.OwnTraffic);
        var dropped = await world.RunAsync(new DroppedHits(world.Brand));
        dropped.Reasons.Sum(reason => reason.Hits).ShouldBe(8);
        dropped.Agents.ShouldContain(row => row.Reason == HitOutcome.WrongHost && row.Host == "elsewhere.example" && row.SiteEvents == 1);
        (await world.World.SeeAsync(db => db.Set<SiteEvent>().CountAsync(row => row.Outcome == HitOutcome.OptedOut))).ShouldBe(0, "of who asked not to be tracked only the number is kept");
        (await world.RunAsync(new SiteOverview(world.Brand))).Views.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_back_from_paying_or_from_a_page_of_ones_own_came_by_themselves()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        await world.VisitAsync("/", visitor: 1, referrer: "https://bsky.app/");
        await world.VisitAsync("/thanks", visitor: 1, referrer: "https://checkout.stripe.com/pay");
        await world.VisitAsync("/thanks", visitor: 2, referrer: "https://www.paypal.com/checkoutnow");
        await world.VisitAsync("/", visitor: 3, referrer: "https://blog.tacoloco.example/");
        var seen = await world.RunAsync(new SiteOverview(world.Brand));
        seen.Groups.ShouldBe([new(ChannelGroup.Direct, 2, 2), new(ChannelGroup.OrganicSocial, 1, 2)]);
        seen.Origins.ShouldHaveSingleItem().ShouldBe(new SiteRow("Bluesky", 2, 1));
    }

    [Fact]
    public async Task A_visit_ends_after_half_an_hour_and_the_next_has_an_origin_of_its_own()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        await world.VisitAsync("/", referrer: "https://bsky.app/");
        world.World.Clock.Advance(TimeSpan.FromMinutes(29));
        await world.VisitAsync("/menu", referrer: "https://www.google.com/");
        world.World.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.VisitAsync("/menu", referrer: "https://www.google.com/");
        (await world.RunAsync(new SiteOverview(world.Brand))).Groups.ShouldBe([new(ChannelGroup.OrganicSocial, 1, 2), new(ChannelGroup.OrganicSearch, 1, 1)]);
    }

    [Fact]
    public async Task A_server_reports_with_a_token_what_only_it_knows_and_when_it_happened()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var late = world.World.Now - Duration.FromHours(50);
        var told = await world.RunAsync(new ReportEvents(
        [
            new PageReport(Name: "renewal", Id: "r-1", At: late),
            new PageReport(Url: "https://tacoloco.example/app", Address: "203.0.113.5", Agent: TrackingWorld.Firefox),
            new PageReport(Url: "https://tacoloco.example/app", Address: "203.0.113.5", Agent: "Googlebot/2.1"),
        ]));
        told.Outcomes.ShouldBe([HitOutcome.Counted, HitOutcome.Counted, HitOutcome.Bot]);
        var stored = await world.World.SeeAsync(db => db.Set<SiteEvent>().OrderBy(row => row.At).ToListAsync());
        (stored[0].At, stored[0].Name, stored[0].Group, stored[0].Visitor).ShouldBe((late, "renewal", ChannelGroup.Unassigned, 0));
        (await world.RunAsync(new SiteOverview(world.Brand))).Visits.ShouldBe(1);
        (await world.World.RefusedAsync(new ReportEvents([new PageReport(Name: "x", At: world.World.Now - Duration.FromHours(80))]))).Code.ShouldBe("event-too-old");
        (await world.World.RefusedAsync(new ReportEvents([]))).Code.ShouldBe("events-out-of-range");
        (await world.World.RefusedAsync(new ReportEvents([new PageReport(Name: "x", Data: new() { ["a"] = new System.Text.Json.Nodes.JsonObject() })]))).Code.ShouldBe("data-not-plain");
    }

    [Fact]
    public async Task A_flood_from_one_address_and_a_flood_of_pages_end_as_numbers()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var limit = world.World.Services.GetRequiredService<IntakeLimit>();
        limit.PerMinute = 3;
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.VisitAsync()))).Count(outcome => outcome == HitOutcome.Overload).ShouldBe(2);
        (await world.VisitAsync(visitor: 2)).ShouldBe(HitOutcome.Counted, "another address is none the worse for it");
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.VisitAsync()).ShouldBe(HitOutcome.Counted);
        for (var i = 0; i < IntakeLimit.MostValues; i++)
        {
            limit.Bound(world.Brand.Value, 'p', $"/{i}");
        }

        limit.Bound(world.Brand.Value, 'p', "/one-more").ShouldBe(IntakeLimit.Other);
        limit.Bound(world.Brand.Value, 'p', "/7").ShouldBe("/7");
        (await world.World.SeeAsync(db => db.Set<SiteRollup>().Where(row => row.Outcome == HitOutcome.Overload).SumAsync(row => row.Hits))).ShouldBe(2);
    }
}
