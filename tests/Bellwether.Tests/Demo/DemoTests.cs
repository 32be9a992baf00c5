using System.Diagnostics.CodeAnalysis;
using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Competitors;
using Bellwether.Demo;
using Bellwether.Goals;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Publishing;
using Bellwether.Returns.Attribution;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Today;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Demo;

public sealed class DemoTests
{
    // Every page of it is looked at on SQLite, in a browser.
    [Fact]
    public async Task A_year_of_it_gives_every_page_what_it_needs()
    {
        await using var world = await World.OnAsync(DatabaseKind.Postgres);
        var loaded = await world.RunAsync(new LoadDemo());
        loaded.Name.ShouldBe("Taco Loco (demo)");
        loaded.Posts.ShouldBe(156);
        var today = world.Now.InZone(Clock.Zone("Europe/Berlin")).Date;
        var line = (await world.RunAsync(new PlanList(loaded.Brand))).ShouldHaveSingleItem();
        var plan = line.Id;

        line.Status.ShouldBe(PlanStatus.Active);
        line.Number.ShouldBeGreaterThan(2);
        var versions = await world.RunAsync(new PlanVersions(plan));
        versions.Count.ShouldBe(line.Number);
        versions.Single(version => version.Number == 2).Changes.ShouldContain("Tactic “Paper flyers in the letterboxes around each place”: dropped.");
        versions.Single(version => version.Number == 2).Changes.ShouldContain(change => change.EndsWith("target 110 → 130.", StringComparison.Ordinal));

        var reviews = await world.RunAsync(new ReviewList(plan));
        reviews.Held.ShouldBe(10);
        reviews.Reviews.Count(review => review.Status == ReviewStatus.Skipped).ShouldBe(1);
        reviews.Reviews.ShouldNotContain(review => review.Overdue);
        reviews.NotFollowedUp.ShouldBeGreaterThan(0);
        var decisions = await world.RunAsync(new DecisionList(plan));
        decisions.Count(decision => decision.FollowedUp).ShouldBeGreaterThan(1);
        (await world.RunAsync(new LessonList(loaded.Brand))).Count(lesson => !lesson.IsOpinion).ShouldBeGreaterThan(2);
        (await world.RunAsync(new IdeaList(plan))).ShouldContain(idea => idea.Votes == 2 && idea.Action != null);
        var judged = await world.RunAsync(new ReviewDetail(reviews.Reviews.Last(review => review.Status == ReviewStatus.Closed).Id!.Value));
        judged.Undecided.ShouldBe(0);
        judged.Agenda.Where(item => item.Kind == AgendaKind.KpiTarget).ShouldAllBe(item => item.Verdict != null);

        var goals = await world.RunAsync(new GoalList(plan));
        goals.Count.ShouldBe(4);
        goals.ShouldAllBe(goal => goal.Now != null && goal.LastCheckIn != null && goal.Status != GoalStatus.NoData);
        goals.Select(goal => goal.Status).Distinct().Count().ShouldBeGreaterThan(1);
        var accounts = (await world.RunAsync(new AccountInventory(loaded.Brand))).Accounts;
        accounts.Where(account => account.Network is "bluesky" or "instagram").ShouldAllBe(account => account.LastPost >= today.PlusDays(-3) && account.Disposition == Disposition.Keep);
        accounts.ShouldContain(account => account.Disposition == Disposition.Park);

        var calendar = await world.RunAsync(new PostList(loaded.Brand, Take: 200));
        calendar.Items.Count(post => post.Status == PostStatus.Published).ShouldBe(156);
        calendar.Items.Count(post => post.Status == PostStatus.Scheduled).ShouldBe(3);
        calendar.Items.Count(post => post.Status == PostStatus.InReview).ShouldBeGreaterThan(1);
        (await world.RunAsync(new CalendarGaps(loaded.Brand, today, today.PlusDays(20)))).ShouldContain(account => account.Weeks.Any(week => week.Planned == 0));
        (await world.RunAsync(new PublicationList(loaded.Brand, PublicationFilter.Out, Take: 100))).Items.ShouldContain(publication => publication.Status == PublicationStatus.Confirmed);
        var tracked = await world.RunAsync(new TrackingOverview(loaded.Brand));
        tracked.Total.Clicks.ShouldBeGreaterThan(100);
        tracked.Total.Conversions.ShouldBeGreaterThan(3);
        (await world.RunAsync(new CreditRevisionList(loaded.Brand))).ShouldContain(month => month.Number == 2, "one month was reported, and an order of it was called off since");
        (await world.RunAsync(new DealList(loaded.Brand))).ShouldHaveSingleItem().Code.ShouldBe("TACO2");

        foreach (var subject in new[] { loaded.Brand.ToString() }.Concat(accounts.Where(account => account.Network is "bluesky" or "instagram").Select(account => account.Id.ToString())))
        {
            var grid = await world.RunAsync(new MeasureGrid(loaded.Brand, subject));
            grid.Rows.Count.ShouldBeGreaterThan(2);
            grid.Rows.ShouldAllBe(row => row.Numbers.Count == grid.Periods.Count, $"the grid of {subject} has a gap");
        }

        (await world.RunAsync(new CompetitorList(loaded.Brand))).Count.ShouldBe(4);
        (await world.RunAsync(new ShareOfVoice(loaded.Brand))).Spans.ShouldNotBeEmpty();
        (await world.RunAsync(new PositioningSheet(plan))).Claims.ShouldNotBeEmpty();
        (await world.RunAsync(new MeasureGrid(loaded.Brand, Length: PeriodLength.Day))).Rows.ShouldContain(row => row.Metric.Key == "link_clicks" && row.Numbers.Count == 12);
        (await world.RunAsync(new Playbook(plan))).Chapters.Select(chapter => chapter.Key).ShouldContain("reviews");
    }

    // Loading it is most of the work, so one loading answers several questions.
    [Theory, BothDatabases]
    public async Task It_tells_how_far_it_is_has_something_for_everybody_comes_once_and_leaves_no_row_but_whoever_an_own_plan_names(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync("Our own");
        var work = await world.RunAsync(new AddActionItem(plan, "Learn from the demo"));
        var before = await CountsAsync(world);
        var told = new List<(string What, double Share)>();
        ((DemoProgress)world.Services.GetService(typeof(DemoProgress))!).Listen((what, share) => told.Add((what, share)));
        var loaded = await world.RunAsync(new LoadDemo(DemoSize.Small));
        told[0].ShouldBe(("the plan", 0));
        told[^1].What.ShouldBe("the last days");
        told.Select(each => each.Share).ShouldBe(told.Select(each => each.Share).Order());
        (await CountsAsync(world)).Count(pair => pair.Value > before[pair.Key]).ShouldBeGreaterThan(30);

        await SomethingWaitsForEverybodyAsync(world, loaded.Brand);
        await LoadingTwiceIsRefusedAsync(world, loaded.Brand);

        var ben = (await world.RunAsync(new MemberList())).Single(member => member.Name == "Ben (demo)");
        await world.RunAsync(new AssignRoles(work.Id, [new RoleEntry(RaciLetter.Responsible, ben.Id)]));
        (await world.RunAsync(new RemoveDemo())).Brands.ShouldBe(1);
        (await world.RunAsync(new MemberList())).ShouldHaveSingleItem().Name.ShouldBe("Ana");
        (await world.RunAsync(new MemberList(IncludeLeft: true))).Select(member => member.Name).ShouldBe(["Ana", "Ben (demo)"]);
        (await world.RunAsync(new ActionDetail(work.Id))).ShouldNotBeNull();
        var after = await CountsAsync(world);
        // Ben, whose part was Ana's before, and the line in the journal of it; and the audit trail, which is only ever added to.
        after.Where(pair => pair.Value != before[pair.Key]).Select(pair => $"{pair.Key} {pair.Value - before[pair.Key]:+0;-0}").Order(StringComparer.Ordinal)
            .ShouldBe(["audit_lines +3", "journal_entries +1", "members +1"]);
        (await world.RunAsync(new RemoveDemo())).Brands.ShouldBe(0);
    }

    private static async Task SomethingWaitsForEverybodyAsync(World world, Id<Bellwether.Brands.Brand> brand)
    {
        var page = await world.RunAsync(new TodayPage(brand));
        page.Plan!.Status.ShouldBe(PlanStatus.Active);
        page.Due.ShouldContain(row => row.Overdue);
        page.Due.ShouldContain(row => !row.Overdue);
        page.Waiting.ShouldNotBeEmpty();
        page.GoingOut.ShouldNotBeEmpty();
        page.Review.ShouldNotBeNull();
        page.Cases.ShouldHaveSingleItem().Stars.ShouldBe(1);
        var inbox = await world.RunAsync(new InboxList(brand, CareFilter.All));
        (inbox.Items.Count, inbox.Open).ShouldBe((12, 4));
        inbox.Items.Count(row => row.FirstAnswer is { Met: true }).ShouldBeGreaterThan(5);
        page.Unseen.ShouldHaveSingleItem().Number.ShouldBe(page.Plan.Number);
        foreach (var member in (await world.RunAsync(new MemberList())).Where(member => member.Name.EndsWith("(demo)", StringComparison.Ordinal)))
        {
            (await world.RunAsync(new MyWork(page.Plan.Id, member.Id, 7))).ShouldNotBeEmpty($"{member.Name} has nothing to do");
        }
    }

    private static async Task LoadingTwiceIsRefusedAsync(World world, Id<Bellwether.Brands.Brand> brand)
    {
        var problem = await world.RefusedAsync(new LoadDemo(DemoSize.Small));
        problem.Kind.ShouldBe(ProblemKind.Conflict);
        problem.Message.ShouldBe("The demo brand is here already. Remove it first to load it anew.");
        var lines = await world.SeeAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(entry => entry.Brand == brand || entry.Brand == null).ToListAsync());
        lines.Count.ShouldBeGreaterThan(60);
        lines.Where(entry => !entry.By.EndsWith("(demo)", StringComparison.Ordinal)).ShouldAllBe(entry => entry.By == "Ana");
        lines.Where(entry => entry.By == "Ana").Select(entry => entry.What).ShouldContain("loaded the demo brand “Taco Loco (demo)”");
        (await world.RunAsync(new Bellwether.Brands.BrandList())).Count(one => one.IsDemo).ShouldBe(1);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names come from the database's own catalogue.")]
    private static Task<Dictionary<string, long>> CountsAsync(World world) => world.SeeAsync(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Catalogue.TablesAsync(connection, TestContext.Current.CancellationToken))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from \"{table}\"";
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    });
}
