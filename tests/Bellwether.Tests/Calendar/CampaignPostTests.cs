using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Posts that belong to a campaign, and the layers behind the calendar.</summary>
public sealed class CampaignPostTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R001-05"), Requirement("R004-17")]
    public async Task A_click_on_a_post_and_its_sale_appear_on_the_post_its_campaign_and_its_goal(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var plan = await world.World.PlanAsync();
        var goal = await world.World.GoalAsync(plan);
        var spring = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", Goals: [goal])));
        var account = await world.World.AccountAsync("bluesky");
        await world.RunAsync(new SetLinkPolicy(world.Brand, PassClickId: true));
        var post = await world.RunAsync(new AddPost(world.Brand, null, "Asparagus tacos: https://tacoloco.example/menu", [new Told(account)], At: Given.Monday, Campaign: spring.Id));
        (post.Campaign, post.Goal, post.Plan).ShouldBe((spring.Id, goal, plan), "a campaign with one goal lends it");
        post = await world.RunAsync(new SchedulePost(post.Id));
        var code = post.Variants.Single().LinkedText!.Split('/')[^1];

        var landed = (await world.FollowAsync(code)).ShouldNotBeNull();
        landed.ShouldContain("utm_campaign=spring-menu&");
        await world.RunAsync(new RecordConversion("order-1", "order", Money.Of(12.5m, "EUR"), ClickId: landed.Split("bwc=")[1]));
        foreach (var subject in new[] { post.Id.ToString(), spring.Id.ToString(), goal.ToString() })
        {
            var funnel = (await world.RunAsync(new NodeFunnel(subject))).Funnel;
            (funnel.Clicks, funnel.Visits, funnel.Conversions).ShouldBe((1, 1, 1), subject);
            funnel.Revenue.ShouldBe([Money.Of(12.5m, "EUR")], subject);
        }

        (await world.RunAsync(new TrackingOverview(world.Brand))).Campaigns.ShouldHaveSingleItem().Title.ShouldBe("Spring menu");
        await world.RunAsync(new RollTracking(world.Brand));
        (await world.RunAsync(new CampaignDetail(spring.Id))).Figures.Where(figure => figure.Value is not null).Select(figure => (figure.Metric, figure.Value)).ShouldBe(
            [("link_clicks", 1), ("conversions", 1), ("cvr", 1), ("revenue_social", 12.5m)]);

        var summer = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Summer")));
        await world.RunAsync(new AimPost(post.Id, plan, goal, Campaign: summer.Id));
        (await world.FollowAsync(code, visitor: 2)).ShouldNotBeNull().ShouldContain("utm_campaign=summer&");
        await world.World.Services.GetRequiredService<IHandOver>().DrainAsync(TestContext.Current.CancellationToken);
        var (now, before) = ((await world.RunAsync(new NodeFunnel(summer.Id.ToString()))).Funnel, (await world.RunAsync(new NodeFunnel(spring.Id.ToString()))).Funnel);
        (now.Clicks, now.Conversions).ShouldBe((2, 1), "the post's clicks and their sale belong to where the post belongs");
        (before.Clicks, before.Conversions).ShouldBe((0, 0), "and are credited once");
    }

    [Fact]
    public async Task A_post_joins_no_campaign_that_is_over_and_no_goal_that_is_closed()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var campaign = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring", From: Today, Until: Today)));
        var post = await world.RunAsync(new AddPost(world.Brand, "An idea", Campaign: campaign.Id));
        (await world.RunAsync(new PostList(world.Brand, Campaign: campaign.Id))).Items.ShouldHaveSingleItem().Campaign.ShouldBe(campaign.Id);
        await world.RunAsync(new MoveCampaign(campaign.Id, CampaignMove.Start));
        await world.RunAsync(new MoveCampaign(campaign.Id, CampaignMove.End));
        (await world.RefusedAsync(new AddPost(world.Brand, "Too late", Campaign: campaign.Id))).Code.ShouldBe("campaign-over");
        (await world.RunAsync(new AimPost(post.Id, plan, Campaign: campaign.Id, Unguided: true))).Campaign.ShouldBe(campaign.Id, "what belongs to it already stays");
        var other = await world.PlanAsync("Another");
        (await world.RefusedAsync(new AimPost(post.Id, other, Campaign: campaign.Id))).Code.ShouldBe("campaign-of-other-plan");
        await world.RunAsync(new CloseGoal(goal, GoalVerdict.Succeeded, "Enough guests"));
        (await world.RefusedAsync(new AddPost(world.Brand, "For nothing", Goal: goal))).Code.ShouldBe("goal-closed");
        (await PlanParts.CopyAsync(world, plan, "campaigns", "calendar")).Same.ShouldBeTrue();
    }

    [Theory, BothDatabases, Requirement("R003-17")]
    public async Task Campaigns_highlights_and_seasons_are_layers_of_the_calendar(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        await world.RunAsync(new AddActivation(channel, "Van's birthday", Today.PlusDays(8), Today.PlusDays(10), ActivationKind.Deal));
        await world.RunAsync(new AddActivation(channel, "Easter", Today.PlusDays(8), Today.PlusDays(11), ActivationKind.Seasonal));
        await world.RunAsync(new AddActivation(channel, "Next year", Today.PlusDays(400), Today.PlusDays(401)));
        await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", From: Today.PlusDays(-3), Until: Today.PlusDays(20), Channels: [channel])));
        await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Someday")));
        var gone = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Gone", From: Today, Until: Today)));
        await world.RunAsync(new RemoveCampaign(gone.Id));
        var bands = await world.RunAsync(new CalendarBands(world.Brand, Today, Today.PlusDays(9)));
        bands.Select(band => (band.Layer, band.Title, band.Draft)).ShouldBe([(BandLayer.Campaign, "Spring menu", true), (BandLayer.Highlight, "Van's birthday", false), (BandLayer.Season, "Easter", false)]);
        bands.ShouldAllBe(band => band.Where.Single() == "Instagram");
        (await world.RunAsync(new CalendarBands(world.Brand, Today.PlusDays(21), Today.PlusDays(30)))).ShouldBeEmpty();
        (await world.RefusedAsync(new CalendarBands(world.Brand, Today, Today.PlusDays(-1)))).Code.ShouldBe("span-reversed");
    }
}
