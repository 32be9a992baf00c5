using System.Text;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>Campaigns that overlay, months that were reported, and what goals and posts show of it.</summary>
public sealed class KeptCreditTests
{
    [Theory, BothDatabases, Requirement("R004-17")]
    public async Task A_sale_that_two_types_of_campaign_touched_is_one_sale_and_said_to_be_of_both(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var plan = await world.World.PlanAsync();
        var ads = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring ads", CampaignKind.Content)));
        var table = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("The table", CampaignKind.Community)));
        var (one, other) = (await LinkAsync(ads.Id, "paid-social"), await LinkAsync(table.Id, "social"));
        await world.FollowAsync(one.Code);
        await world.RunAsync(new RecordConversion("both", "sale", Money.Of(60, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, other)));
        await world.RunAsync(new RecordConversion("one", "sale", Money.Of(40, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, one, visitor: 2)));

        foreach (var by in new[] { CreditBy.CampaignType, CreditBy.Campaign, CreditBy.ChannelGroup, CreditBy.Goal })
        {
            var report = await world.RunAsync(new AttributionReport(world.Brand, By: by));
            report.ShouldAddUp();
            (report.Conversions, report.Value).ShouldBe((2, Money.Of(100, "EUR")), by.ToString());
        }

        var types = await world.RunAsync(new AttributionReport(world.Brand, By: CreditBy.CampaignType, Plan: plan));
        types.Of("content", AttributionModel.Linear).ShouldBe((1.5m, 70));
        types.Of("community", AttributionModel.Linear).ShouldBe((0.5m, 30));
        types.Rows.Sum(row => row.Influenced).ShouldBe(3);
        types.Overlaps.ShouldHaveSingleItem().ShouldBe(new TouchOverlap("content", null, "community", null, 1));
        (await world.RunAsync(new CreditedConversions(world.Brand, "content", "community", By: CreditBy.CampaignType))).Items.ShouldHaveSingleItem().ExternalId.ShouldBe("both");
        var named = await world.RunAsync(new AttributionReport(world.Brand, By: CreditBy.Campaign));
        named.Rows.Select(row => row.Title).ShouldBe(["Spring ads", "The table"], ignoreOrder: true);

        Task<LinkView> LinkAsync(Id<Campaign> campaign, string medium) =>
            CreditReportTests.LinkAsync(world, "instagram", medium, place: new LinkPlace(plan.ToString(), Campaign: campaign.ToString()));
    }

    [Theory, BothDatabases, Requirement("R004-27")]
    public async Task What_led_to_an_order_is_not_forgotten_with_the_single_hits(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var (mail, social) = (await CreditReportTests.LinkAsync(world, "newsletter", "email", "post_1"), await CreditReportTests.LinkAsync(world, "instagram", "social", "post_2"));
        await world.FollowAsync(mail.Code);
        world.World.Clock.Advance(TimeSpan.FromMinutes(50));
        await world.FollowAsync(mail.Code, "curl/8.5.0", visitor: 7);
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Customer: "ann", ClickId: await CreditReportTests.FollowAsync(world, social)));
        world.World.Clock.Advance(TimeSpan.FromDays(20));
        var second = await world.RunAsync(new RecordConversion("2", "sale", Money.Of(20, "EUR"), Customer: "ann", ClickId: await CreditReportTests.FollowAsync(world, mail)));
        var before = (await CreditReportTests.PathAsync(world, "1"), await CreditReportTests.PathAsync(world, "2"));
        (before.Item1.Count, before.Item2.Count).ShouldBe((2, 3));

        await world.RunAsync(new SetRetention(1));
        world.World.Clock.Advance(TimeSpan.FromDays(20));
        await world.World.RunAsProgramAsync(new PurgeClicks());
        (await world.World.SeeAsync(db => db.Set<Click>().CountAsync())).ShouldBe(1);
        await world.FollowAsync(mail.Code, "curl/8.5.0", visitor: 7);
        await world.RunAsync(new CountBack(world.Brand, HitOutcome.Bot, "curl/8.5.0", new LocalDate(2026, 3, 1)));
        (await CreditReportTests.PathAsync(world, "1")).ShouldBe(before.Item1);
        (await CreditReportTests.PathAsync(world, "2")).ShouldBe(before.Item2);
        await world.RunAsync(new RecordConversion("3", "sale", Money.Of(30, "EUR"), Customer: "ann"));
        (await CreditReportTests.PathAsync(world, "3")).ShouldBe(before.Item2, "what an earlier order knows counts for a later one too");

        await world.World.RunAsProgramAsync(new PurgeClicks());
        world.World.Clock.Advance(TimeSpan.FromDays(20));
        await world.World.RunAsProgramAsync(new PurgeClicks());
        await world.RunAsync(new ForgetCustomer(world.Brand, "ann"));
        (await CreditReportTests.PathAsync(world, "2")).ShouldBe([before.Item2[^1]], "who is forgotten leaves nothing of other days");
        second.MatchedBy.ShouldBe(MatchedBy.ClickId);
    }

    [Theory, BothDatabases, Requirement("R004-27")]
    public async Task What_was_reported_for_a_month_stays_and_what_comes_to_light_is_a_revision_that_says_why(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var mail = await CreditReportTests.LinkAsync(world, "newsletter", "email", "post_1");
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Link: mail.Code));
        var second = await world.RunAsync(new RecordConversion("2", "sale", Money.Of(20, "EUR")));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(0);

        world.World.Clock.Advance(TimeSpan.FromDays(7));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(1);
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(0);
        world.World.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync(new RecordConversion("3", "sale", Money.Of(5, "EUR"), At: Instant.FromUtc(2026, 3, 30, 9, 0), Link: mail.Code));
        await world.RunAsync(new VoidConversion(second.Id, "cancelled"));
        await world.RunAsync(new SetCreditRules(world.Brand, AttributionModel.Linear, 30));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(1);

        var kept = await world.RunAsync(new CreditRevisionList(world.Brand));
        kept.Select(one => (one.Month, one.Number, one.Model, one.Conversions, one.Value.Amount, one.Unattributed)).ShouldBe([
            (new LocalDate(2026, 3, 1), 2, AttributionModel.Linear, 2, 15, 0), (new LocalDate(2026, 3, 1), 1, AttributionModel.LastNonDirect, 2, 30, 1)]);
        kept.Select(one => one.Why).ShouldBe(["1 conversion was told later, 1 was taken back, credit is given by linear, 30 days back, instead of lastNonDirect, 90.", "The month had ended."]);
        kept[1].Credits.ShouldBe([new KeptCreditView("email", 1, Money.Of(10, "EUR"))]);
    }

    [Fact, Requirement("R004-27")]
    public async Task What_a_link_counts_for_is_changed_and_a_month_that_was_kept_stays_until_its_ways_are_found_anew()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var goal = (await world.World.GoalAsync(await world.World.PlanAsync())).ToString();
        var account = (await world.World.AccountAsync("instagram")).ToString();
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Place: new LinkPlace(Account: account)));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Link: link.Code));
        world.World.Clock.Advance(TimeSpan.FromDays(7));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(1);
        var first = (await world.RunAsync(new CreditRevisionList(world.Brand))).ShouldHaveSingleItem();
        first.Credits.ShouldBe([new KeptCreditView("organicSocial", 1, Money.Of(10, "EUR"))]);

        // Nothing came to light about March: who follows the link from now on comes for something else.
        world.World.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync(new PlaceLink(link.Id, new LinkPlace(Goal: goal)));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(0);
        (await world.RunAsync(new CreditRevisionList(world.Brand))).ShouldHaveSingleItem().ShouldBeEquivalentTo(first);
        (await world.RunAsync(new NodeCredits(goal))).Conversions.ShouldBe(1, "credit is given to what the link counts for now");
        (await world.RunAsync(new NodeFunnel(goal))).Funnel.Conversions.ShouldBe(0, "the order stays where it was counted");

        // Somebody wants March seen in the new light: that is a revision which says so, beside what was reported.
        (await world.RunAsync(new FindPathsAnew(world.Brand))).ShouldBe(new PathsFound(1, 1));
        (await world.RunAsync(new KeepCredits(world.Brand))).Revisions.ShouldBe(1);
        var kept = await world.RunAsync(new CreditRevisionList(world.Brand));
        kept.Select(one => (one.Number, one.Why, one.Credits.Single().Key)).ShouldBe([(2, "1 conversion has another way to it than was known.", "unassigned"), (1, first.Why, "organicSocial")]);
    }

    [Fact, Requirement("R004-27")]
    public async Task A_click_that_is_counted_back_in_is_found_on_the_way()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var (social, mail) = (await CreditReportTests.LinkAsync(world, "instagram", "social", "post_1"), await CreditReportTests.LinkAsync(world, "newsletter", "email", "post_2"));
        await world.FollowAsync(social.Code, referrer: "https://semalt.com/");
        await world.RunAsync(new RecordConversion("1", "sale", ClickId: await CreditReportTests.FollowAsync(world, mail)));
        (await world.RunAsync(new AttributionReport(world.Brand))).Rows.ShouldHaveSingleItem().Key.ShouldBe("email");

        var recount = await world.RunAsync(new CountBack(world.Brand, HitOutcome.SpamReferrer));
        (await world.RunAsync(new AttributionReport(world.Brand))).Of("organicSocial", AttributionModel.First).Conversions.ShouldBe(1);
        (await world.RunAsync(new FindPathsAnew(world.Brand))).ShouldBe(new PathsFound(1, 0));

        await world.RunAsync(new UndoRecount(recount.Id));
        (await world.RunAsync(new AttributionReport(world.Brand))).Rows.ShouldHaveSingleItem().Key.ShouldBe("email");
    }

    [Fact, Requirement("R004-27")]
    public async Task A_goal_shows_its_credit_under_the_model_of_the_brand_and_the_file_has_every_model()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.World.PlanAsync();
        var goal = (await world.World.GoalAsync(plan)).ToString();
        var (social, mail) = (await CreditReportTests.LinkAsync(world, "=instagram", "social", place: new LinkPlace(plan.ToString(), Goal: goal)), await CreditReportTests.LinkAsync(world, "newsletter", "email"));
        await world.FollowAsync(social.Code);
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(30, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, mail)));
        (await world.RunAsync(new NodeCredits(goal))).Conversions.ShouldBe(0);
        await world.RunAsync(new SetCreditRules(world.Brand, AttributionModel.First));
        var credit = await world.RunAsync(new NodeCredits(goal));
        (credit.Model, credit.Conversions, credit.Value).ShouldBe((AttributionModel.First, 1, Money.Of(30, "EUR")));
        (await world.World.RefusedAsync(new NodeCredits("audit_1"))).Code.ShouldBe("subject-unknown");

        var lines = Encoding.UTF8.GetString((await world.RunAsync(new ExportCredits(world.Brand, By: CreditBy.Link))).Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("key,name,influenced,assisted,last,currency,first conversions,first value,last conversions,last value,last non direct conversions");
        lines.ShouldContain(line => line.StartsWith($"{social.Id},'=instagram,1,1,0,EUR,1,30,0,0,0,0,0.5,15", StringComparison.Ordinal));
        lines[^1].ShouldStartWith("unattributed,,,,,EUR,0,0");
        var empty = Encoding.UTF8.GetString((await world.RunAsync(new ExportCredits(world.Brand, new LocalDate(2020, 1, 1), new LocalDate(2020, 1, 2)))).Content).TrimStart('\uFEFF');
        empty.Split("\r\n")[0].ShouldBe(lines[0]);
    }
}
