using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Returns.Attribution;
using Bellwether.Returns.Costs;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Returns.Attribution;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns;

/// <summary>Returns give credit as the brand gives it everywhere. It is 26 March 2026.</summary>
public sealed class CreditedReturnTests
{
    [Theory, BothDatabases, Requirement("R004-17"), Requirement("R004-27")]
    public async Task Returns_and_credits_tell_the_same_and_a_sale_that_two_types_of_campaign_touched_is_one_sale(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var plan = await world.World.ReadyPlanAsync();
        var goal = (await world.World.GoalAsync(plan)).ToString();
        var ads = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring content", CampaignKind.Content)))).Id;
        var table = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("The table", CampaignKind.Community)))).Id;
        var paid = await LinkAsync("paid-social", new LinkPlace(plan.ToString(), Goal: goal, Campaign: ads.ToString()));
        var talk = await LinkAsync("social", new LinkPlace(plan.ToString(), Campaign: table.ToString()));
        var stray = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", PassClickId: true));
        await world.RunAsync(new SetExchangeRate("EUR", "USD", new LocalDate(2026, 3, 1), 1.25m));

        await world.FollowAsync(paid.Code);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.FollowAsync(paid.Code);
        world.World.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.RunAsync(new RecordConversion("both", "sale", Money.Of(100.01m, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, talk)));
        await world.RunAsync(new RecordConversion("one", "lead", Money.Of(40, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, paid, visitor: 2)));
        await world.RunAsync(new RecordConversion("dollars", "sale", Money.Of(10, "USD"), ClickId: await CreditReportTests.FollowAsync(world, talk, visitor: 3)));
        await world.FollowAsync(talk.Code, visitor: 4);
        await world.RunAsync(new RecordConversion("direct at last", "sale", Money.Of(20, "EUR"), ClickId: await CreditReportTests.FollowAsync(world, stray, visitor: 4)));
        await world.RunAsync(new RecordConversion("nobody", "sale", Money.Of(77, "EUR")));
        var told = await ToldAsync();

        foreach (var model in Enum.GetValues<AttributionModel>())
        {
            await world.RunAsync(new SetCreditRules(world.Brand, model));
            var page = await world.RunAsync(new ReturnsPage(plan));
            page.Model.ShouldBe(model);
            foreach (var (list, by) in new[] { (page.Campaigns, CreditBy.Campaign), (page.Goals, CreditBy.Goal), (page.Channels, CreditBy.Channel), (page.Themes, CreditBy.Theme) })
            {
                (list.Sum(sum => sum.Value.Minor), list.Sum(sum => sum.Conversions)).ShouldBe((page.Total.Value.Minor, page.Total.Conversions), $"{model} {by}");
                if (model is AttributionModel.Markov or AttributionModel.Shapley or AttributionModel.Counterfactual)
                {
                    continue;
                }

                var report = await world.RunAsync(new AttributionReport(world.Brand, By: by, Plan: plan, From: page.From, Until: page.Until));
                var brand = await world.RunAsync(new AttributionReport(world.Brand, By: by, From: page.From, Until: page.Until));
                foreach (var sum in list.Where(sum => sum.Id is not null && sum.Conversions > 0))
                {
                    report.Of(sum.Id!, model).Conversions.ShouldBe(sum.Conversions, 0.001m, $"{model} {by}");
                    report.Of(sum.Id!, model).Value.ShouldBe(sum.Value.Amount, 0.01m, $"{model} {by}");
                    brand.Of(sum.Id!, model).Value.ShouldBe(sum.Value.Amount, 0.01m, $"{model} {by}, the whole brand");
                }
            }
        }

        // 100.01 of two campaigns under three touches, 40, 8 euros for 10 dollars, 20 that ended with a link that stands for nothing.
        (await CampaignsAsync(AttributionModel.LastNonDirect)).ShouldBe([("The table", 3, 128.01m), ("Spring content", 1, 40m)]);
        (await CampaignsAsync(AttributionModel.Linear)).ShouldBe([("Spring content", 1.667m, 106.67m), ("The table", 1.833m, 51.34m)]);
        (await CampaignsAsync(AttributionModel.First)).ShouldBe([("Spring content", 2, 140.01m), ("The table", 2, 28m)]);
        var last = await world.RunAsync(new ReturnsPage(plan));
        (last.Unattributed, last.Total.Conversions).ShouldBe((1, 4));

        // Giving credit otherwise rewrites no conversion.
        (await ToldAsync()).ShouldBe(told);

        Task<LinkView> LinkAsync(string medium, LinkPlace place) => CreditReportTests.LinkAsync(world, "instagram", medium, place: place);

        Task<List<(string, int, long?, MatchedBy, string?)>> ToldAsync() => world.World.SeeAsync(async db =>
            (await db.Set<Conversion>().AsNoTracking().OrderBy(one => one.Id).ToListAsync()).ConvertAll(one => (one.ExternalId, one.Version, one.ValueMinor, one.MatchedBy, one.Campaign)));

        async Task<List<(string?, decimal, decimal)>> CampaignsAsync(AttributionModel model)
        {
            await world.RunAsync(new SetCreditRules(world.Brand, model));
            return [.. (await world.RunAsync(new ReturnsPage(plan))).Campaigns.Where(sum => sum.Conversions > 0).Select(sum => (sum.Title, sum.Conversions, sum.Value.Amount))];
        }
    }

    [Fact, Requirement("R004-17")]
    public async Task What_no_plan_claims_counts_for_the_only_plan_that_holds_and_for_none_of_two()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.World.ForcedAsync();
        await world.RunAsync(new MakeDeal(world.Brand, "LUNCH10", "Ten per cent off", new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)));
        var campaign = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", CampaignKind.Community)));
        var tagged = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", "flyer", "print", campaign.Tag));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(50, "EUR"), Code: "LUNCH10"));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(30, "EUR"), Link: tagged.Code));
        (await world.RunAsync(new ReturnsPage(plan))).Total.Value.ShouldBe(Money.Of(80, "EUR"));

        var other = await world.World.PlanAsync("The catering");
        await world.World.ForceAsync(other);
        (await world.RunAsync(new ReturnsPage(plan))).Campaigns.Where(sum => sum.Conversions > 0).Select(sum => (sum.Title, sum.Value.Amount)).ShouldBe([("Spring menu", 30m)]);
        (await world.RunAsync(new ReturnsPage(other))).Total.Conversions.ShouldBe(0);
        var report = await world.RunAsync(new AttributionReport(world.Brand, Plan: plan));
        (report.Conversions, report.Value.Amount).ShouldBe((1, 30m));
    }
}
