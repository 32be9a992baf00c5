using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

public sealed class ConversionTests
{
    private static readonly LinkPlace Place = new(Post: "post_1", Channel: "channel_1", Account: "social_account_1", Goal: "goal_1", Campaign: "campaign_1");

    [Theory, BothDatabases, Requirement("R001-05")]
    public async Task A_click_and_its_sale_appear_on_the_post_its_channel_its_campaign_and_its_goal(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "x", "social", "c", Place: Place, PassClickId: true));
        var target = (await world.FollowAsync(link.Code)).ShouldNotBeNull();
        await world.FollowAsync(link.Code, visitor: 2);
        var sale = await world.RunAsync(new RecordConversion("order-1", "order", Money.Of(12.5m, "EUR"), ClickId: target.Split("bwc=")[1]));
        (sale.Type, sale.MatchedBy, sale.Link, sale.Place).ShouldBe(("sale", MatchedBy.ClickId, link.Id, Place));
        foreach (var subject in new[] { "post_1", "channel_1", "social_account_1", "goal_1", "campaign_1", link.Id.ToString() })
        {
            var funnel = await world.RunAsync(new NodeFunnel(subject));
            (funnel.Funnel.Clicks, funnel.Funnel.Visits, funnel.Funnel.Conversions, funnel.Links).ShouldBe((2, 2, 1, 1), subject);
            funnel.Funnel.Revenue.ShouldBe([Money.Of(12.5m, "EUR")], subject);
            funnel.Funnel.Rate.ShouldBe(Ratio.Of(1, 2), subject);
        }

        var overview = await world.RunAsync(new TrackingOverview(world.Brand));
        overview.Posts.ShouldHaveSingleItem().Conversions.ShouldBe(1);
        overview.Goals.ShouldHaveSingleItem().Clicks.ShouldBe(2);
        overview.Groups.ShouldBe([new(ChannelGroup.OrganicSocial, 2, 2)]);
    }

    [Theory, BothDatabases, Requirement("R001-21")]
    public async Task The_same_order_twice_is_counted_once(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var first = await world.RunAsync(new RecordConversion("order-1", "sale", Money.Of(10, "EUR")));
        var second = await world.RunAsync(new RecordConversion("order-1", "sale", Money.Of(99, "EUR")));
        second.ShouldBe(first);
        (await world.RunAsync(new TrackingOverview(world.Brand))).Total.Revenue.ShouldBe([Money.Of(10, "EUR")]);
    }

    [Theory, BothDatabases, Requirement("R001-21")]
    public async Task Codes_of_a_deal_tell_channels_apart(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.DealAsync("taco10x", new LinkPlace(Channel: "channel_x"), issued: 40);
        await world.DealAsync("TACO10I", new LinkPlace(Channel: "channel_i"));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Code: "TACO10X"));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(11, "EUR"), Code: " taco10x "));
        await world.RunAsync(new RecordConversion("3", "sale", Money.Of(12, "USD"), Code: "TACO10I"));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(11, "EUR"), Code: "TACO10X"));
        var deals = (await world.RunAsync(new DealList(world.Brand))).ToDictionary(deal => deal.Code);
        (deals["TACO10X"].Orders, deals["TACO10X"].Redemption).ShouldBe((2, Ratio.Of(2, 40)));
        deals["TACO10X"].Revenue.ShouldBe([Money.Of(21, "EUR")]);
        deals["TACO10I"].Revenue.ShouldBe([Money.Of(12, "USD")]);
        deals["TACO10I"].Redemption.ShouldBeNull();
        var overview = await world.RunAsync(new TrackingOverview(world.Brand));
        overview.Channels.Select(row => (row.Subject, row.Conversions)).ShouldBe([("channel_x", 2), ("channel_i", 1)]);
        overview.Total.Revenue.ShouldBe([Money.Of(21, "EUR"), Money.Of(12, "USD")]);
    }

    [Fact, Requirement("R001-21")]
    public async Task A_deal_is_mended_but_for_the_code_that_orders_came_with()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var (from, until) = (new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31));
        await world.RunAsync(new MakeDeal(world.Brand, "OTHER", "Other", from, until));
        var deal = await world.RunAsync(new MakeDeal(world.Brand, "TACO1O", "Ten of", from, until));
        var mended = await world.RunAsync(new ChangeDeal(deal.Id, "taco10", "Ten off", from, until.PlusDays(-1), Issued: 40, IfVersion: deal.Version));
        (mended.Id, mended.Code, mended.Title, mended.Until, mended.Issued).ShouldBe((deal.Id, "TACO10", "Ten off", until.PlusDays(-1), 40));
        (await world.World.RefusedAsync(new ChangeDeal(deal.Id, "Other", "Ten off", from, until))).Code.ShouldBe("code-taken");
        (await world.World.RefusedAsync(new ChangeDeal(deal.Id, "TACO10", "Ten off", until, from))).Code.ShouldBe("deal-ends-early");
        (await world.World.RefusedAsync(new ChangeDeal(deal.Id, "TACO10", "Ten off", from, until, new LinkPlace(Goal: "goal_y")))).Code.ShouldBe("place-unknown");
        (await world.World.RefusedAsync(new ChangeDeal(deal.Id, "TACO10", "Mine", from, until, IfVersion: deal.Version))).Kind.ShouldBe(ProblemKind.Conflict);

        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Code: "TACO10"));
        (await world.World.RefusedAsync(new ChangeDeal(deal.Id, "TACO11", "Ten off", from, until))).Code.ShouldBe("code-used");
        (await world.RunAsync(new ChangeDeal(deal.Id, "TACO10", "A tenth off", from, until))).Title.ShouldBe("A tenth off");
        (await world.RunAsync(new DealList(world.Brand))).Single(one => one.Id == deal.Id).Orders.ShouldBe(1);
    }

    [Theory, BothDatabases, Requirement("R001-21")]
    public async Task An_order_with_an_unknown_or_expired_code_is_kept_unmatched(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.RunAsync(new MakeDeal(world.Brand, "OLD", "Winter", new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31)));
        var expired = await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Code: "OLD"));
        (expired.MatchedBy, expired.Why).ShouldBe((MatchedBy.Nothing, "The deal OLD was not valid that day."));
        var unknown = await world.RunAsync(new RecordConversion("2", "sale", Code: "NEVER"));
        (unknown.MatchedBy, unknown.Why).ShouldBe((MatchedBy.Nothing, "No deal has the code NEVER."));
        (await world.RunAsync(new RecordConversion("3", "sale", Code: "OLD", At: Instant.FromUtc(2026, 1, 31, 22, 59)))).MatchedBy.ShouldBe(MatchedBy.DealCode);
        (await world.RunAsync(new RecordConversion("4", "sale", Code: "OLD", At: Instant.FromUtc(2026, 1, 31, 23, 0)))).MatchedBy.ShouldBe(MatchedBy.Nothing);
        (await world.RunAsync(new ConversionList(world.Brand, Unmatched: true))).Items.Select(one => one.ExternalId).ShouldBe(["4", "2", "1"]);
        (await world.RunAsync(new TrackingOverview(world.Brand))).Unmatched.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_link_or_a_known_customer_joins_a_conversion_too(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Place: Place));
        (await world.RunAsync(new RecordConversion("1", "lead", Link: link.Short, Customer: "Ann@Example.org"))).MatchedBy.ShouldBe(MatchedBy.Link);
        var sale = await world.RunAsync(new RecordConversion("2", "sale", Customer: "ann@example.org"));
        (sale.MatchedBy, sale.Place.Post).ShouldBe((MatchedBy.Customer, "post_1"));
        (await world.RunAsync(new RecordConversion("3", "sale", ClickId: "nonsense", Customer: "ben@example.org"))).Why.ShouldBe("Its click id is none of this brand's clicks.");
        (await world.World.SeeAsync(db => db.Set<Conversion>().Select(one => one.Customer).ToListAsync())).ShouldAllBe(customer => !customer!.Contains('@'));
    }

    [Theory, BothDatabases]
    public async Task Of_several_brands_the_click_the_link_or_the_code_says_whose_order_it_is_and_a_demo_is_in_nobodys_way(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var other = (await world.RunAsync(new AddBrand("Another", "Europe/Berlin", "EUR"))).Id;
        var mine = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", PassClickId: true));
        var theirs = await world.LinkAsync(new MakeLink(other, "https://another.example/"));
        await world.RunAsync(new MakeDeal(other, "LUNCH10", "Ten per cent off", new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)));
        var click = (await world.FollowAsync(mine.Code)).ShouldNotBeNull().Split("bwc=")[1];

        await world.RunAsync(new RecordConversion("1", "sale", ClickId: click));
        await world.RunAsync(new RecordConversion("2", "sale", Link: theirs.Short));
        await world.RunAsync(new RecordConversion("3", "sale", Code: "lunch10"));
        (await world.World.RefusedAsync(new RecordConversion("4", "sale", Code: "nobody's"))).Code.ShouldBe("brand-needed");
        (await world.World.RefusedAsync(new ReportEvents([new PageReport(Name: "signup")]))).Code.ShouldBe("brand-needed");
        await world.World.SeeAsync(async db =>
        {
            (await db.Set<Brand>().SingleAsync(brand => brand.Id == other)).MarkDemo();
            await db.SaveAsync(default);
            return 0;
        });
        await world.RunAsync(new RecordConversion("4", "sale", Code: "nobody's"));
        (await world.RunAsync(new ReportEvents([new PageReport(Name: "signup")]))).Outcomes.ShouldBe([HitOutcome.Counted]);
        var brands = await world.World.SeeAsync(db => db.Set<Conversion>().OrderBy(one => one.ExternalId).Select(one => one.Brand).ToListAsync());
        brands.ShouldBe([world.Brand, other, other, world.Brand]);
    }

    [Theory, BothDatabases]
    public async Task A_conversion_that_was_taken_back_counts_no_more(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var sale = await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR")));
        await world.RunAsync(new VoidConversion(sale.Id, "cancelled"));
        (await world.RunAsync(new TrackingOverview(world.Brand))).Total.Conversions.ShouldBe(0);
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ShouldHaveSingleItem().VoidedAt.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task What_is_no_conversion_is_refused(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        (await world.World.RefusedAsync(new RecordConversion("1", "sale", new Money(-1, "EUR")))).Code.ShouldBe("value-negative");
        (await world.World.RefusedAsync(new RecordConversion("1", "sale", At: world.World.Now + Duration.FromHours(1)))).Code.ShouldBe("conversion-in-future");
        (await world.World.RefusedAsync(new RecordConversion(" ", "sale"))).Code.ShouldBe("external-id-empty");
    }

    [Theory, BothDatabases, Requirement("R001-21")]
    public async Task What_was_counted_becomes_observations_of_goals(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Place: Place));
        await world.FollowAsync(link.Code);
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Link: link.Code));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(10, "USD"), Link: link.Code));
        await world.RunAsync(new RecordConversion("3", "lead"));
        await world.RunAsync(new RollTracking(world.Brand));
        (await ValuesAsync(world)).ShouldBe(["conversions 2", "link_clicks 1", "orders 2", "revenue_social 10"]);
        await world.FollowAsync(link.Code);
        await world.RunAsync(new RollTracking(world.Brand));
        (await ValuesAsync(world)).ShouldBe(["conversions 2", "link_clicks 2", "orders 2", "revenue_social 10"]);
        (await world.RunAsync(new RollTracking(world.Brand))).Batch.ShouldBeNull();

        // Told late, from long ago too, and taken back: the days they belong to are put right.
        await world.RunAsync(new RecordConversion("late", "sale", Money.Of(7, "EUR"), At: world.World.Now - Duration.FromDays(20), Link: link.Code));
        await world.RunAsync(new RecordConversion("old", "sale", Money.Of(5, "EUR"), At: world.World.Now - Duration.FromDays(300), Link: link.Code));
        var gone = await world.RunAsync(new RecordConversion("4", "signup", Link: link.Code));
        await world.RunAsync(new RollTracking(world.Brand));
        (await SumsAsync(world)).ShouldBe(["conversions 5", "link_clicks 2", "orders 4", "revenue_social 22", "signups 1"]);
        await world.RunAsync(new VoidConversion(gone.Id, "a test"));
        world.World.Clock.Advance(TimeSpan.FromDays(5));
        await world.RunAsync(new RollTracking(world.Brand));
        (await SumsAsync(world)).ShouldBe(["conversions 4", "link_clicks 2", "orders 4", "revenue_social 22", "signups 0"]);
    }

    private static Task<List<string>> SumsAsync(TrackingWorld world) => world.World.SeeAsync(async db =>
        (await db.Set<Observation>().Where(row => row.Subject == "goal_1" && row.IsCurrent).ToListAsync()).GroupBy(row => row.Metric).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Sum(row => row.Value):0}").ToList());

    private static Task<List<string>> ValuesAsync(TrackingWorld world) => world.World.SeeAsync(async db =>
        (await db.Set<Observation>().Where(row => row.Subject == "goal_1" && row.IsCurrent).OrderBy(row => row.Metric).ToListAsync()).ConvertAll(row => $"{row.Metric} {row.Value:0}"));
}
