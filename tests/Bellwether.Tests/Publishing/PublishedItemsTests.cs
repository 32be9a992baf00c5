using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>Targets that count or judge single items look at what really went out.</summary>
[Requirement("R002-18")]
public sealed class PublishedItemsTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases]
    public async Task A_cadence_counts_posts_that_went_out_once_and_a_deleted_one_not_at_all(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var (one, two) = (await stage.AccountAsync(), await stage.AccountAsync());
        var goal = await GoalAsync(stage, new KpiSheet("posts_published", TargetType.Cadence, 3, Every: PeriodLength.Week, Start: Today.PlusDays(-3), Source: "Bellwether", Collector: stage.World.Owner));
        await stage.PostAsync("On both accounts", 1, one, two);
        await stage.PostAsync("Taken back", 2, one);
        await stage.PostAsync("Next month", 60 * 24 * 30, one);
        await stage.PassAsync(5);
        await stage.World.RunAsync(new DeletePublication((await stage.PublicationsAsync()).Single(row => row.Account == one && row.Parts.Count > 0 && row.Status == PublicationStatus.Confirmed && row.DueAt > stage.World.Now - Duration.FromMinutes(4)).Id));

        var detail = await stage.World.RunAsync(new GoalDetail(goal));
        detail.Row.Now.ShouldBe(1);
        detail.Periods[0].Done.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Numbers_that_people_enter_win_over_counting(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var goal = await GoalAsync(stage, new KpiSheet("posts_published", TargetType.Cadence, 3, Every: PeriodLength.Week, Start: Today.PlusDays(-3), Source: "grid", Collector: stage.World.Owner));
        (await stage.World.RunAsync(new GoalDetail(goal))).Row.Now.ShouldBeNull("nothing was published and nothing was entered");
        await stage.PostAsync("One", 1, await stage.AccountAsync());
        await stage.PassAsync(5);
        await stage.World.RunAsync(new RecordObservations(stage.World.Brand, [new ObservationEntry("posts_published", stage.World.Brand.ToString(), Today, PeriodLength.Day, 7)]));
        (await stage.World.RunAsync(new GoalDetail(goal))).Row.Now.ShouldBe(7);
    }

    [Theory, BothDatabases]
    public async Task Each_photo_on_a_network_is_judged_by_its_own_numbers(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var photos = new ItemFilter(FakeNetwork.Key, Theme: "company culture", Kind: "photo");
        var (plan, goal) = await PlanAndGoalAsync(stage, new KpiSheet("posts_published", TargetType.Cadence, 2, Every: PeriodLength.Week, Start: Today.PlusDays(-3), Items: photos, Source: "Mastodon", Collector: stage.World.Owner));
        await stage.World.RunAsync(new AddKpiTarget(goal, new KpiSheet(
            "likes", TargetType.EachAtLeast, Start: Today.PlusDays(-3), Items: photos, Thresholds: [new("likes", 30)], JudgedAfterDays: 1, Source: "Mastodon", Collector: stage.World.Owner)));
        var theme = (await stage.World.RunAsync(new AddContentPillar(plan, "Company culture"))).Id;
        var account = await stage.AccountAsync();
        await PhotoAsync(stage, plan, theme, account, "A carousel counts once", pictures: 2, 1);
        await PhotoAsync(stage, plan, theme, account, "Another photo", pictures: 1, 2);
        await PhotoAsync(stage, plan, null, account, "A photo of another theme", pictures: 1, 3);
        await PhotoAsync(stage, plan, theme, account, "No photo at all", pictures: 0, 4);
        for (var minutes = 0; minutes < 12; minutes += 2)
        {
            await stage.PassAsync(2);
        }

        (await stage.World.RunAsync(new GoalDetail(goal))).Periods[0].Done.ShouldBe(2);

        var sent = (await stage.PublicationsAsync()).OrderBy(row => row.DueAt).ToList();
        await stage.World.RunAsync(new RecordObservations(stage.World.Brand,
        [
            new ObservationEntry("likes", sent[0].Id.ToString(), Today, PeriodLength.ToDate, 31),
            new ObservationEntry("likes", sent[1].Post.ToString(), Today, PeriodLength.ToDate, 29),
        ]));
        stage.World.Clock.Advance(TimeSpan.FromDays(2));
        var items = (await stage.World.RunAsync(new GoalDetail(goal))).Targets.Single(target => target.Items is not null).Items!;
        (items.Judged, items.Passed).ShouldBe((2, 1));
        items.Items.Single(item => item.Verdict == ItemVerdict.Passed).Item.Subject.ShouldBe(sent[0].Id.ToString());
    }

    [Theory, BothDatabases]
    public async Task The_day_is_the_brands(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        await stage.PostAsync("After midnight in Berlin, before it in Greenwich", 60 * 15, await stage.AccountAsync());
        await stage.PassAsync((60 * 15) + 1);
        await stage.World.InScopeAsync<IEnumerable<IPublishedItems>>(async (_, sources) =>
        {
            var cancel = TestContext.Current.CancellationToken;
            var source = sources.Single();
            (await source.FindAsync(stage.World.Brand, new ItemFilter(), LocalDate.MinIsoValue, Today.PlusDays(1), cancel)).ShouldHaveSingleItem().Day.ShouldBe(Today.PlusDays(1));
            (await source.FindAsync(stage.World.Brand, new ItemFilter(), Today, Today, cancel)).ShouldBeEmpty();
            (await source.FindAsync(stage.World.Brand, new ItemFilter("bluesky"), Today, Today.PlusDays(1), cancel)).ShouldBeEmpty();
            (await source.FindAsync(stage.World.Brand, new ItemFilter(Channel: "channel_nobody"), Today, Today.PlusDays(1), cancel)).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task A_publication_is_a_thing_that_comments_and_numbers_point_to()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.PostAsync("Look", 1, await stage.AccountAsync());
        var publication = (await stage.OneAsync()).Id.ToString();
        await stage.World.InScopeAsync<Nodes>(async (_, nodes) =>
        {
            var node = await nodes.FindAsync(publication, TestContext.Current.CancellationToken);
            node.Title.ShouldBe($"Look on {NetworkCatalogue.Of(FakeNetwork.Key).Name}");
            node.Path.ShouldContain(publication);
        });
        (await stage.World.RunAsync(new AddComment(publication, "Who answers?"))).ShouldNotBeNull();
    }

    private static async Task<Id<Goal>> GoalAsync(Stage stage, KpiSheet sheet) => (await PlanAndGoalAsync(stage, sheet)).Goal;

    private static async Task<(Id<Plan> Plan, Id<Goal> Goal)> PlanAndGoalAsync(Stage stage, KpiSheet sheet)
    {
        var plan = await stage.World.PlanAsync();
        var goal = (await stage.World.RunAsync(new AddGoal(plan, "Post as we said"))).Id;
        await stage.World.RunAsync(new AddKpiTarget(goal, sheet));
        return (plan, goal);
    }

    private static async Task PhotoAsync(Stage stage, Id<Plan> plan, Id<ContentPillar>? theme, Id<Bellwether.Audits.SocialAccount> account, string text, int pictures, int minutes)
    {
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        var media = Enumerable.Repeat(new VariantMedia(picture.Id, "A single dot"), pictures).ToList();
        var post = await stage.World.RunAsync(new AddPost(stage.World.Brand, Text: text, Variants: [new Told(account, Media: media)], Plan: plan, Unguided: true, Theme: theme));
        var local = (stage.World.Now + Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;
        await stage.World.RunAsync(new SchedulePost(post.Id, local));
    }
}
