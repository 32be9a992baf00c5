using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>From clicks and orders, as they come in, to the credit that people see.</summary>
[Requirement("R004-27")]
public sealed class CreditReportTests
{
    [Theory, BothDatabases, Requirement("R001-05")]
    public async Task Clicks_of_one_visitor_on_one_day_are_the_way_to_their_order_and_share_its_credit(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var social = await LinkAsync(world, "instagram", "social", "post_1");
        var mail = await LinkAsync(world, "newsletter", "email", "post_2");
        await world.FollowAsync(social.Code);
        world.World.Clock.Advance(TimeSpan.FromHours(3));
        var click = await FollowAsync(world, mail);
        await world.FollowAsync(social.Code, visitor: 2);
        world.World.Clock.Advance(TimeSpan.FromMinutes(20));
        var order = await world.RunAsync(new RecordConversion("1", "sale", Money.Of(30.01m, "EUR"), ClickId: click));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(12, "EUR")));
        await world.RunAsync(new RecordConversion("3", "sale", Money.Of(9, "USD"), Link: mail.Short));

        var report = await world.RunAsync(new AttributionReport(world.Brand));
        report.ShouldAddUp();
        (report.Conversions, report.Value, report.Unattributed, report.UnattributedValue).ShouldBe((3, Money.Of(42.01m, "EUR"), 1, Money.Of(12, "EUR")));
        (report.Others.ShouldHaveSingleItem(), report.SeveralTouches, report.Visitors).ShouldBe((Money.Of(9, "USD"), 1, 1));
        report.Of("organicSocial", AttributionModel.First).ShouldBe((1, 30.01m));
        report.Of("email", AttributionModel.First).ShouldBe((1, 0));
        report.Of("email", AttributionModel.Last).ShouldBe((2, 30.01m));
        report.Of("email", AttributionModel.Linear).ShouldBe((1.5m, 15m));
        report.Of("organicSocial", AttributionModel.Linear).ShouldBe((0.5m, 15.01m));
        var row = report.Rows.Single(row => row.Key == "organicSocial");
        (row.Influenced, row.Assisted, row.Last, row.AssistedToLast).ShouldBe((1, 1, 0, null));
        report.Overlaps.ShouldHaveSingleItem().Conversions.ShouldBe(1);
        report.Caution.ShouldNotBeNull().ShouldContain("too few");

        var posts = await world.RunAsync(new AttributionReport(world.Brand, By: CreditBy.Post));
        posts.ShouldAddUp();
        posts.Of("post_2", AttributionModel.LastNonDirect).ShouldBe((2, 30.01m));

        var behind = await world.RunAsync(new CreditedConversions(world.Brand, "organicSocial", Model: AttributionModel.Linear));
        var found = behind.Items.ShouldHaveSingleItem();
        (found.Id, found.Share, found.Credit).ShouldBe((order.Id, 0.5m, Money.Of(15.00m, "EUR")));
        found.Touches.Select(touch => (touch.Key, touch.SourceTitle, Math.Round(touch.DaysBefore * 24, 1))).ShouldBe([("organicSocial", "instagram", 3.4m), ("email", "newsletter", 0.2m)]);
        (await world.RunAsync(new CreditedConversions(world.Brand))).Items.ShouldHaveSingleItem().ExternalId.ShouldBe("2");
        (await world.RunAsync(new CreditedConversions(world.Brand, "email", Model: AttributionModel.Markov))).SharedTogether.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task What_a_customer_did_before_leads_to_the_next_order_until_it_is_too_long_ago(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var social = await LinkAsync(world, "instagram", "social", "post_1");
        await world.RunAsync(new RecordConversion("1", "lead", Customer: "ann@example.org", ClickId: await FollowAsync(world, social)));
        world.World.Clock.Advance(TimeSpan.FromDays(20));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(50, "EUR"), Customer: "ann@example.org"));
        (await world.RunAsync(new AttributionReport(world.Brand))).Of("organicSocial", AttributionModel.First).ShouldBe((2, 50));
        var near = await world.RunAsync(new AttributionReport(world.Brand, LookBackDays: 19));
        near.ShouldAddUp();
        (near.Unattributed, near.UnattributedValue).ShouldBe((1, Money.Of(50, "EUR")));
        (await world.RunAsync(new CreditedConversions(world.Brand, LookBackDays: 19))).Items.ShouldHaveSingleItem().Touches.ShouldHaveSingleItem().Counts.ShouldBeFalse();
        world.World.Clock.Advance(TimeSpan.FromDays(71));
        await world.RunAsync(new RecordConversion("3", "sale", Customer: "ann@example.org"));
        (await PathAsync(world, "3")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task An_order_told_late_one_taken_back_and_a_customer_who_is_forgotten_change_the_paths_they_touch(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var (social, mail) = (await LinkAsync(world, "instagram", "social", "post_1"), await LinkAsync(world, "newsletter", "email", "post_2"));
        var early = world.World.Now;
        var click = await FollowAsync(world, mail);
        world.World.Clock.Advance(TimeSpan.FromDays(10));
        await world.RunAsync(new RecordConversion("late", "sale", Customer: "c-1", ClickId: await FollowAsync(world, social)));
        (await PathAsync(world, "late")).Select(step => step.Group).ShouldBe([ChannelGroup.OrganicSocial]);

        var told = await world.RunAsync(new RecordConversion("early", "sale", At: early + Duration.FromMinutes(5), Customer: "c-1", ClickId: click));
        (await PathAsync(world, "late")).Select(step => step.Group).ShouldBe([ChannelGroup.Email, ChannelGroup.OrganicSocial]);

        await world.RunAsync(new VoidConversion(told.Id, "a test"));
        (await PathAsync(world, "late")).Select(step => step.Group).ShouldBe([ChannelGroup.OrganicSocial]);
        (await world.World.SeeAsync(db => db.Set<TouchPath>().CountAsync())).ShouldBe(1);

        await world.RunAsync(new RecordConversion("next", "sale", Customer: "c-1", Link: mail.Code));
        (await PathAsync(world, "next")).Count.ShouldBe(2);
        await world.RunAsync(new ForgetCustomer(world.Brand, "c-1"));
        (await PathAsync(world, "next")).Select(step => step.Group).ShouldBe([ChannelGroup.Email]);
    }

    [Fact]
    public async Task A_code_typed_in_is_a_touch_of_its_own_and_an_event_that_comes_twice_changes_nothing()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var social = await LinkAsync(world, "instagram", "social", "post_1");
        var deal = await world.DealAsync("TACO10", new LinkPlace(Post: "post_9"));
        var order = await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), ClickId: await FollowAsync(world, social), Code: "taco10"));
        (order.MatchedBy, order.Deal).ShouldBe((MatchedBy.ClickId, deal.Id));
        (await world.RunAsync(new DealList(world.Brand))).ShouldHaveSingleItem().Orders.ShouldBe(1);
        (await PathAsync(world, "1")).Select(step => step.IsDeal).ShouldBe([false, true]);
        (await world.RunAsync(new AttributionReport(world.Brand, By: CreditBy.Deal))).Of(deal.Id.ToString(), AttributionModel.Last).ShouldBe((1, 10));

        var before = await world.World.SeeAsync(db => db.Set<TouchPath>().AsNoTracking().SingleAsync());
        await world.World.InScopeAsync<PathBook>(async (db, paths) =>
        {
            await paths.KeepAsync(order.Id, default);
            await db.SaveAsync(default);
        });
        var after = await world.World.SeeAsync(db => db.Set<TouchPath>().AsNoTracking().SingleAsync());
        (after.Id, after.Version, after.ChangedAt).ShouldBe((before.Id, before.Version, before.ChangedAt));
    }

    [Fact]
    public async Task The_brand_chooses_its_model_and_what_it_is_asked_wrongly_is_refused()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        (await world.RunAsync(new CreditRulesDetail(world.Brand))).ShouldBe(new CreditRulesView(world.Brand, AttributionModel.LastNonDirect, 90));
        await world.RunAsync(new SetCreditRules(world.Brand, AttributionModel.Position, 30));
        var report = await world.RunAsync(new AttributionReport(world.Brand));
        (report.Chosen, report.LookBackDays, report.Rows.Count, report.Caution).ShouldBe((AttributionModel.Position, 30, 0, null));
        (await world.RefusedAsync(new SetCreditRules(world.Brand, AttributionModel.Linear, 91))).Code.ShouldBe("look-back-out-of-range");
        (await world.RefusedAsync(new AttributionReport(world.Brand, new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 1)))).Code.ShouldBe("range-reversed");
    }

    internal static Task<LinkView> LinkAsync(TrackingWorld world, string source, string medium, string? post = null, LinkPlace? place = null) =>
        world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", source, medium, "spring", Title: source, Place: place ?? new LinkPlace(Post: post), PassClickId: true));

    internal static async Task<string> FollowAsync(TrackingWorld world, LinkView link, byte visitor = 1) =>
        (await world.FollowAsync(link.Code, visitor: visitor)).ShouldNotBeNull().Split("bwc=")[1];

    internal static Task<IReadOnlyList<PathStep>> PathAsync(TrackingWorld world, string order) => world.World.SeeAsync(async db =>
    {
        var id = await db.Set<Conversion>().Where(one => one.ExternalId == order).Select(one => one.Id).SingleAsync();
        return (IReadOnlyList<PathStep>)PathBytes.Read(await db.Set<TouchPath>().Where(path => path.Conversion == id).Select(path => path.Steps).SingleAsync());
    });
}
