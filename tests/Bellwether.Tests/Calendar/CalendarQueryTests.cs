using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class CalendarQueryTests
{
    private static readonly LocalDate March = new(2026, 3, 1);

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task The_month_shows_posts_of_the_brands_days_in_time_order_with_their_mix(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var (x, bluesky) = (await world.AccountAsync("x"), await world.AccountAsync("bluesky"));
        await world.PostAsync("Late", new LocalDateTime(2026, 3, 31, 23, 30), x);
        await world.PostAsync("Early", Given.Monday, bluesky, x);
        await world.PostAsync("April", new LocalDateTime(2026, 4, 1, 0, 0), x);
        await world.PostAsync("No slot", null, x);

        var month = await world.RunAsync(new CalendarMonth(world.Brand, March, new LocalDate(2026, 3, 31)));

        month.Posts.Select(post => post.Title).ShouldBe(["Early", "Late"]);
        month.Posts[0].Networks.ShouldBe(["bluesky", "x"]);
        month.Posts[0].At.ShouldBe(Given.Monday);
        month.Today.ShouldBe(new LocalDate(2026, 3, 26));
        (await world.RunAsync(new CalendarMonth(world.Brand, March, new LocalDate(2026, 3, 31), Network: "bluesky"))).Posts.ShouldHaveSingleItem().Title.ShouldBe("Early");
        (await world.RunAsync(new CalendarWeek(world.Brand, new LocalDate(2026, 4, 1)))).Posts.Count.ShouldBe(3);
        (await world.RunAsync(new PostList(world.Brand, Slotless: true))).Items.ShouldHaveSingleItem().Title.ShouldBe("No slot");
    }

    [Theory, BothDatabases]
    public async Task The_list_pages_filters_and_finds_words(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        for (var i = 1; i <= 5; i++)
        {
            await world.PostAsync($"Post number {i}");
        }

        var first = await world.RunAsync(new PostList(world.Brand, Take: 2));
        first.Items.Select(post => post.Title).ShouldBe(["Post number 5", "Post number 4"]);
        var second = await world.RunAsync(new PostList(world.Brand, Take: 2, After: first.After));
        second.Items.Select(post => post.Title).ShouldBe(["Post number 3", "Post number 2"]);
        (await world.RunAsync(new PostList(world.Brand, Take: 2, After: second.After))).After.ShouldBeNull();
        (await world.RunAsync(new PostList(world.Brand, Text: "NUMBER 3"))).Items.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task What_is_ahead_comes_next_first_and_what_is_past_latest_first_page_by_page(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        foreach (var days in new[] { 3, 1, 2, 2 })
        {
            await world.PostAsync($"In {days} days", Given.Monday.PlusDays(days));
        }

        await world.PostAsync("No slot");
        var titles = new List<string>();
        for (var page = await world.RunAsync(new PostList(world.Brand, Side: PostSide.Ahead, Take: 2)); ; page = await world.RunAsync(new PostList(world.Brand, Side: PostSide.Ahead, Take: 2, After: page.After)))
        {
            titles.AddRange(page.Items.Select(post => post.Title));
            if (page.After is null)
            {
                break;
            }
        }

        titles.ShouldBe(["In 1 days", "In 2 days", "In 2 days", "In 3 days"]);
        world.Clock.Advance(TimeSpan.FromDays(60));
        (await world.RunAsync(new PostList(world.Brand, Side: PostSide.Past, Take: 3))).Items.Select(post => post.Title).ShouldBe(["In 3 days", "In 2 days", "In 2 days"]);
        (await world.RunAsync(new PostList(world.Brand, Side: PostSide.Ahead))).Items.ShouldBeEmpty();
    }

    [Theory, BothDatabases, Requirement("R001-12")]
    public async Task Gaps_count_against_the_accounts_cadence_and_the_second_post_of_a_day_warns(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("instagram");
        await world.RunAsync(new SetCadence(account, new HowOften(Max: 1), new HowOften(1, 3)));
        await world.PostAsync("One", Given.Monday, account);

        var gaps = (await world.RunAsync(new CalendarGaps(world.Brand, Given.Monday.Date, Given.Monday.Date))).ShouldHaveSingleItem();
        gaps.Wanted.ShouldBe(3);
        gaps.Weeks.ShouldHaveSingleItem().Openings.Count.ShouldBe(2);

        var idle = await world.AccountAsync("bluesky");
        (await GapsOfAsync(idle)).ShouldBe((null, 0), "neither a rhythm nor a channel: nothing is asked of it");
        var plan = await world.PlanAsync();
        await world.RunAsync(new AddChannel(plan, Account: idle));
        (await GapsOfAsync(idle)).Openings.ShouldBeGreaterThan(0, "a channel begins with what its network is used to");
        await world.RunAsync(new ClosePlan(plan, "Over"));
        (await GapsOfAsync(idle)).ShouldBe((null, 0));
        async Task<(int? Wanted, int Openings)> GapsOfAsync(Id<SocialAccount> asked)
        {
            var found = (await world.RunAsync(new CalendarGaps(world.Brand, Given.Monday.Date, Given.Monday.Date))).Single(each => each.Account == asked);
            return (found.Wanted, found.Weeks.Sum(week => week.Openings.Count));
        }

        var check = await world.RunAsync(new CheckPost(world.Brand, null, "Two", [new Told(account)], Unguided: true, At: Given.Monday.PlusHours(4)));
        check.Findings.ShouldContain(finding => finding.Code == "cadence-day" && !finding.Blocks);
    }

    [Theory, BothDatabases, Requirement("R001-12")]
    public async Task A_cadence_out_of_order_is_refused_and_one_above_the_networks_cap_warns(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("threads");
        (await world.RefusedAsync(new SetCadence(account, new HowOften(3, 2), new HowOften()))).Kind.ShouldBe(ProblemKind.Rule);
        (await world.RunAsync(new SetCadence(account, new HowOften(Max: 300), new HowOften()))).Warnings.ShouldHaveSingleItem().ShouldContain("250");

        (await world.RunAsync(new CadenceList(world.Brand))).ShouldHaveSingleItem().Chosen.ShouldBeTrue();
        var usual = await world.RunAsync(new ResetCadence(account));
        usual.Chosen.ShouldBeFalse();
        usual.Day.Target.ShouldBe(3);
    }

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task Lead_time_is_the_median_from_approval_to_slot(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        (await world.RunAsync(new LeadTime(world.Brand, March, March.PlusDays(60)))).ShouldBe(new LeadTimeView(null, 0));
        foreach (var days in (int[])[2, 4, 9])
        {
            var post = await world.PostAsync($"In {days} days", null, account);
            await world.RunAsync(new SchedulePost(post.Id, new LocalDateTime(2026, 3, 26, 9, 0).PlusDays(days).PlusHours(days > 2 ? 1 : 0)));
        }

        (await world.RunAsync(new LeadTime(world.Brand, March, March.PlusDays(60)))).ShouldBe(new LeadTimeView(4, 3));
    }

    [Theory, BothDatabases]
    public async Task A_copy_is_a_new_draft_and_an_archived_post_comes_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("Original", Given.Monday, await world.AccountAsync("x"));
        var copy = await world.RunAsync(new DuplicatePost(post.Id));
        copy.Status.ShouldBe(PostStatus.Draft);
        copy.At.ShouldBeNull();
        copy.Variants.Count.ShouldBe(1);

        await world.RunAsync(new ArchivePost(post.Id));
        (await world.RunAsync(new CalendarWeek(world.Brand, Given.Monday.Date))).Posts.ShouldBeEmpty();
        (await world.RefusedAsync(new WritePost(post.Id, Text: "x"))).Kind.ShouldBe(ProblemKind.Conflict);
        await world.RunAsync(new RestorePost(post.Id));
        (await world.RunAsync(new CalendarWeek(world.Brand, Given.Monday.Date))).Posts.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task Nobody_of_another_workspace_sees_a_post(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new PostDetail(post.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RefusedAsync(new AddPost(world.Brand, "x", Variants: [new Told(Id<SocialAccount>.New())]))).Kind.ShouldBe(ProblemKind.NotFound);
    }
}
