using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Today;
using NodaTime;

namespace Bellwether.Tests.Reminders;

public sealed class TicklerTests
{
    [Theory, BothDatabases]
    public async Task What_is_put_away_leaves_the_list_and_comes_back_on_its_day(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var brand = world.Brand;
        var today = await TodayAsync(world);
        var one = await world.RunAsync(new AddTickler(brand, "Ask the printer"));
        var later = await world.RunAsync(new AddTickler(brand, "Look at the spring plan", today.PlusDays(3), "/plan"));
        (await WordsAsync(world)).ShouldBe(["Ask the printer"]);
        (await world.RunAsync(new TodayPage(brand))).Ticklers.ShouldHaveSingleItem().Id.ShouldBe(one.Id);
        await world.RunAsync(new PutAwayTickler(one.Id, today.PlusDays(1)));
        (await WordsAsync(world)).ShouldBeEmpty();
        (await world.RunAsync(new TicklerList(brand, PutAway: true))).Select(row => row.Words).ShouldBe(["Ask the printer", "Look at the spring plan"]);

        world.Clock.Advance(TimeSpan.FromDays(1));
        (await WordsAsync(world)).ShouldBe(["Ask the printer"]);
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await WordsAsync(world)).ShouldBe(["Ask the printer", "Look at the spring plan"]);
        await world.RunAsync(new FinishTickler(one.Id));
        await world.RunAsync(new FinishTickler(one.Id));
        (await WordsAsync(world)).ShouldBe(["Look at the spring plan"]);
        (await world.RefusedAsync(new PutAwayTickler(one.Id, today.PlusDays(30)))).Code.ShouldBe("tickler-done");
        await world.RunAsync(new ReopenTickler(one.Id));
        await world.RunAsync(new PutAwayTickler(later.Id, today.PlusDays(30)));
        await world.RunAsync(new ReopenTickler(later.Id));
        (await WordsAsync(world)).Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_day_that_has_passed_an_empty_line_and_a_foreign_page_are_refused(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var today = await TodayAsync(world);
        (await world.RefusedAsync(new AddTickler(world.Brand, " "))).Code.ShouldBe("words-empty");
        (await world.RefusedAsync(new AddTickler(world.Brand, "Late", today.PlusDays(-1)))).Code.ShouldBe("day-passed");
        foreach (var path in new[] { "https://example.org", "//example.org", "goals" })
        {
            (await world.RefusedAsync(new AddTickler(world.Brand, "Elsewhere", Path: path))).Code.ShouldBe("path-foreign");
        }

        var one = await world.RunAsync(new AddTickler(world.Brand, "Today"));
        (await world.RefusedAsync(new PutAwayTickler(one.Id, today))).Code.ShouldBe("day-not-ahead");
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_named_in_a_comment_hears_of_it_once_and_alone(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync("Spring");
        var ben = await world.MemberAsync("Ben");
        await world.RunAsync(new AddComment(plan.ToString(), "Can you look at the dates?", Mentions: [ben]));
        (await WordsAsync(world)).ShouldBeEmpty();
        var told = (await BensAsync()).ShouldHaveSingleItem();
        told.Words.ShouldBe("Ana asks you about “Spring”: Can you look at the dates?");
        told.Path.ShouldStartWith("/plan");
        (await world.RefusedAsync(new FinishTickler(told.Id))).Kind.ShouldBe(ProblemKind.NotFound);
        await world.RunAsync(new FinishTickler(told.Id), Role.Editor, ben);
        (await BensAsync()).ShouldBeEmpty();

        Task<IReadOnlyList<TicklerView>> BensAsync() => world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben);
    }

    [Fact]
    public async Task Whoever_does_not_see_a_plan_is_not_told_what_is_said_there()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var (hidden, shown) = (await world.PlanAsync("Takeover"), await world.PlanAsync("Spring"));
        var guest = await world.MemberAsync("Gus", Role.Guest);
        await world.InScopeAsync<Db>(async (_, db) =>
        {
            (await db.FindAsync(guest, "member", TestContext.Current.CancellationToken)).LimitTo([world.Brand.ToString()], [shown.ToString()]);
            await db.SaveAsync(TestContext.Current.CancellationToken);
        });
        await world.RunAsync(new AddComment(hidden.ToString(), "Not for everybody.", Mentions: [guest]));
        await world.RunAsync(new AddComment(shown.ToString(), "For you.", Mentions: [guest]));
        (await world.RunAsync(new TicklerList(world.Brand), Role.Guest, guest)).ShouldHaveSingleItem().Words.ShouldEndWith("For you.");
    }

    [Theory, BothDatabases]
    public async Task What_nobody_owns_is_put_before_everybody_who_may_run_the_plan_each_once(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var manager = await world.MemberAsync("Mia", Role.Manager);
        var ben = await world.MemberAsync("Ben");
        for (var i = 0; i < 2; i++)
        {
            await world.InScopeAsync<Ticklers>(async (db, ticklers) =>
            {
                await ticklers.RaiseAsync(new Notice(world.Brand, "late", "The number is late.", "/goals"), null, TestContext.Current.CancellationToken);
                await ticklers.RaiseAsync(new Notice(world.Brand, "his", "Yours is late.", "/goals"), ben, TestContext.Current.CancellationToken);
                await db.SaveAsync(TestContext.Current.CancellationToken);
            });
        }

        (await WordsAsync(world)).ShouldBe(["The number is late."]);
        (await world.RunAsync(new TicklerList(world.Brand), Role.Manager, manager)).ShouldHaveSingleItem().Words.ShouldBe("The number is late.");
        (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben)).ShouldHaveSingleItem().Words.ShouldBe("Yours is late.");
    }

    private static async Task<List<string>> WordsAsync(World world) => [.. (await world.RunAsync(new TicklerList(world.Brand))).Select(row => row.Words)];

    private static async Task<LocalDate> TodayAsync(World world) => (await world.RunAsync(new TodayPage(world.Brand))).Date;
}
