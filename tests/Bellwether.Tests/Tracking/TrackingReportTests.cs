using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Tracking.Reports;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>What is seen of clicks and visits, down to the single event. It is 26 March 2026 in Berlin.</summary>
public sealed class TrackingReportTests
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

    [Theory, BothDatabases, Requirement("R004-19")]
    public async Task Every_figure_leads_to_the_events_it_is_made_of(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var (menu, shop) = (await LinkAsync(world, "=menu", "post_1"), await LinkAsync(world, "shop", "post_2"));
        await world.FollowAsync(menu.Code);
        await world.FollowAsync(menu.Code, agent: Phone, visitor: 2, referrer: "https://www.instagram.com/");
        world.World.Clock.Advance(TimeSpan.FromHours(2));
        await world.FollowAsync(shop.Code, visitor: 3);
        await world.FollowAsync(shop.Code, agent: "Googlebot/2.1", visitor: 4);
        await world.VisitAsync("/menu", referrer: "https://www.facebook.com/");
        await world.VisitAsync("/order", name: "signup");

        var overview = await world.RunAsync(new TrackingOverview(world.Brand));
        var all = await HitsAsync(new HitList(world.Brand));
        all.Select(hit => hit.What).ShouldBe(["shop", "=menu", "=menu"]);
        all.Count.ShouldBe((int)overview.Total.Clicks);
        foreach (var group in overview.Groups)
        {
            (await HitsAsync(new HitList(world.Brand, Group: group.Group))).Count.ShouldBe((int)group.Clicks);
        }

        foreach (var post in overview.Posts)
        {
            var hits = await HitsAsync(new HitList(world.Brand, Subject: post.Subject));
            (hits.Count, hits.Count(hit => hit.StartsVisit)).ShouldBe(((int)post.Clicks, (int)post.Visits));
        }

        var times = await world.RunAsync(new HoursAndDevices(world.Brand));
        (times.Hours.Sum(hour => hour.Clicks), times.Hours.Sum(hour => hour.SiteVisits)).ShouldBe((3, 1));
        foreach (var hour in times.Hours)
        {
            (await HitsAsync(new HitList(world.Brand, Hour: hour.Hour))).Count.ShouldBe((int)hour.Clicks);
        }

        times.DevicesFrom.ShouldBe(times.From);
        times.Devices.ShouldBe([new(DeviceClass.Desktop, 2, 1), new(DeviceClass.Phone, 1, 0)]);
        (await HitsAsync(new HitList(world.Brand, Device: DeviceClass.Phone))).ShouldHaveSingleItem().Source.ShouldBe("instagram.com");
        (await HitsAsync(new HitList(world.Brand, Dropped: true))).ShouldHaveSingleItem().Outcome.ShouldBe(HitOutcome.Bot);
        (await HitsAsync(new HitList(world.Brand, HitSource.Views, Page: "tacoloco.example/menu", Origin: "Facebook", VisitsOnly: true))).ShouldHaveSingleItem().Kind.ShouldBe(HitKind.View);
        (await HitsAsync(new HitList(world.Brand, HitSource.Events, Name: "signup"))).ShouldHaveSingleItem().Where.ShouldBe("tacoloco.example/order");
        (await HitsAsync(new HitList(world.Brand, Until: new LocalDate(2026, 3, 25)))).ShouldBeEmpty();

        // Page by page the list is the same, each event once.
        var (pages, after) = (new List<HitView>(), (string?)null);
        do
        {
            var page = await world.RunAsync(new HitList(world.Brand, After: after, Take: 2));
            pages.AddRange(page.Items);
            after = page.After;
        }
        while (after is not null);
        pages.ShouldBe(all);
        (await world.World.RefusedAsync(new HitList(world.Brand, After: "nonsense"))).Code.ShouldBe("cursor-unknown");
        var lines = Encoding.UTF8.GetString((await world.RunAsync(new ExportHits(world.Brand, Subject: "post_1"))).Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain(",click,'=menu,,");

        async Task<IReadOnlyList<HitView>> HitsAsync(HitList list) => (await world.RunAsync(list)).Items;
    }

    [Theory, BothDatabases]
    public async Task The_last_half_hour_is_seen_as_it_comes_in_and_what_does_not_count_is_not(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var empty = await world.RunAsync(new LiveView(world.Brand));
        (empty.Minutes.Count, empty.Clicks, empty.Latest.Count, empty.IsPart).ShouldBe((30, 0, 0, false));
        var link = await LinkAsync(world, "menu", "post_1");
        await world.FollowAsync(link.Code, visitor: 9);
        world.World.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.FollowAsync(link.Code, referrer: "https://l.facebook.com/");
        await world.FollowAsync(link.Code, agent: "Googlebot/2.1");
        world.World.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.VisitAsync("/menu", referrer: "https://www.facebook.com/");
        await world.VisitAsync("/menu", name: "signup");
        await world.RunAsync(new RecordConversion("1", "sale", Link: link.Code));
        var live = await world.RunAsync(new LiveView(world.Brand));
        (live.Clicks, live.Views, live.Events, live.Visitors, live.Clickers, live.Conversions).ShouldBe((1, 1, 1, 1, 1, 1));
        live.Minutes[^1].ShouldBe(new LiveMinute(live.Minutes[^1].At, 0, 1, 1));
        live.Minutes[^3].Clicks.ShouldBe(1);
        live.Links.ShouldBe([new LiveRow("menu", 1)]);
        live.Sources.ShouldBe([new LiveRow("Facebook", 2)]);
        live.Pages.ShouldBe([new LiveRow("tacoloco.example/menu", 1)]);
        live.Latest.Select(hit => hit.Kind).ShouldBe([HitKind.View, HitKind.Event, HitKind.Click], ignoreOrder: true);
        live.Latest[^1].Kind.ShouldBe(HitKind.Click);
    }

    [Theory, BothDatabases, Requirement("R004-19")]
    public async Task Two_periods_stand_side_by_side_with_their_differences_in_words(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var (menu, shop) = (await LinkAsync(world, "menu", "post_1"), await LinkAsync(world, "shop", "post_2"));
        await world.FollowAsync(menu.Code);
        await world.FollowAsync(menu.Code, visitor: 2);
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Link: menu.Code, Customer: "c-1"));
        world.World.Clock.Advance(TimeSpan.FromDays(1));
        await world.FollowAsync(shop.Code);
        await world.FollowAsync(menu.Code);
        await world.FollowAsync(menu.Code, visitor: 2);
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(25, "EUR"), Link: shop.Code, Customer: "c-1"));
        await world.RunAsync(new RecordConversion("3", "lead", Link: shop.Code));
        var today = new LocalDate(2026, 3, 27);

        var compared = await world.RunAsync(new PeriodComparison(world.Brand, today, today));
        (compared.ThenFrom, compared.ThenUntil).ShouldBe((today.PlusDays(-1), today.PlusDays(-1)));
        compared.Clicks.ShouldBe(new ComparedFigure(3, 2, 1, 0.5m));
        compared.Revenue.ShouldHaveSingleItem().Value.Difference.ShouldBe(15);
        compared.Days.ShouldBe([new ComparedDay(today, today.PlusDays(-1), 3, 2)]);
        compared.Posts.Select(row => (row.Subject, row.Clicks.Difference, row.Conversions.Difference)).ShouldBe([("post_2", 1, 2), ("post_1", 0, -1)]);
        compared.Sentences.Take(2).ShouldBe(["3 clicks, 1 more than the 2 before (+50 %).", "2 conversions, 1 more than the 1 before (+100 %)."]);
        compared.SiteVisits.ShouldBeNull();

        var lastYear = await world.RunAsync(new PeriodComparison(world.Brand, today.PlusDays(-6), today, CompareWith.YearBefore));
        (lastYear.ThenFrom, lastYear.Clicks.Change).ShouldBe((new LocalDate(2025, 3, 21), null));
        lastYear.Sentences.ShouldBe(["Nothing was tracked in the earlier period, so there is nothing to compare with."]);
        var chosen = await world.RunAsync(new PeriodComparison(world.Brand, today, today, CompareWith.Chosen, today.PlusDays(-3), today.PlusDays(-1)));
        chosen.Sentences.ShouldContain("The periods differ in length: 1 and 3 days.");
        (await world.World.RefusedAsync(new PeriodComparison(world.Brand, With: CompareWith.Chosen, ThenFrom: today))).Code.ShouldBe("period-missing");

        // Reach, Act, Convert, Engage: the second order is one of a customer who had bought before.
        var stages = (await world.RunAsync(new StageFunnel(world.Brand, today, today))).Stages;
        stages.Select(stage => (stage.Stage, stage.Count)).ShouldBe([(FunnelStage.Reach, 2), (FunnelStage.Act, 1), (FunnelStage.Convert, 1), (FunnelStage.Engage, 1)]);
        stages.Sum(stage => stage.Figures.Where(figure => figure.IsConversion).Sum(figure => figure.Count)).ShouldBe(2);
        (await world.RunAsync(new ConversionList(world.Brand, From: today, Type: "lead"))).Items.ShouldHaveSingleItem().ExternalId.ShouldBe("3");
        (await world.World.RefusedAsync(new ConversionList(world.Brand, From: today, Until: today.PlusDays(-1)))).Fields.ShouldHaveSingleItem().Field.ShouldBe("from");

        // Days with nothing in them are told from a brand with nothing at all: it is known from when to when there is something.
        var quiet = await world.RunAsync(new TrackingOverview(world.Brand, today.PlusDays(-30), today.PlusDays(-20)));
        (quiet.Total.Clicks, quiet.Total.Conversions, quiet.First, quiet.Last).ShouldBe((0, 0, today.PlusDays(-1), today));
        await world.RunAsync(new RecordConversion("4", "sale", At: new LocalDate(2026, 3, 20).AtMidnight().InUtc().ToInstant()));
        var all = await world.RunAsync(new TrackingOverview(world.Brand));
        (all.First, all.Last).ShouldBe((new LocalDate(2026, 3, 20), today));
        // Of four conversions three were joined to a click or link: only they count per click.
        (all.Total.Conversions, all.Total.Rate).ShouldBe((4, new Ratio(3, 5)));
        var other = await world.RunAsync(new Brands.AddBrand("Silent", "Europe/Berlin", "EUR"));
        (await world.RunAsync(new TrackingOverview(other.Id))).ShouldSatisfyAllConditions(none => none.First.ShouldBeNull(), none => none.Last.ShouldBeNull());
    }

    [Theory, BothDatabases, Requirement("R004-19")]
    public async Task Visits_from_social_networks_become_a_number_with_a_baseline(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.VisitAsync("/", referrer: "https://www.facebook.com/");
        await world.VisitAsync("/", visitor: 2, referrer: "https://www.google.de/");
        await world.RunAsync(new RollTracking(world.Brand));
        await world.RunAsync(new RollTracking(world.Brand));
        var numbers = await world.World.SeeAsync(db => db.Set<Observation>().AsNoTracking().Where(row => row.IsCurrent && (row.Metric == "sessions_social" || row.Metric == "social_share_traffic")).OrderBy(row => row.Metric).ToListAsync());
        numbers.Select(row => (row.Metric, row.Start, row.Value)).ShouldBe([("sessions_social", new LocalDate(2026, 3, 26), 1m), ("social_share_traffic", new LocalDate(2026, 3, 26), 0.5m)]);
    }

    private static Task<LinkView> LinkAsync(TrackingWorld world, string title, string post) =>
        world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "instagram", "social", "spring", Title: title, Place: new LinkPlace(Post: post)));
}
