using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Reminders;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Reviews;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Goals;

/// <summary>Ad spend against its ceiling is put before whoever runs the plan, once for each step.</summary>
public sealed class AdvertisingWatchTests
{
    [Fact, Requirement("R000-10")]
    public async Task Eighty_and_a_hundred_per_cent_of_the_ceiling_are_told_once_each()
    {
        await using var scene = await Scene.OnAsync();
        await scene.World.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "A sponsor", 500));
        await scene.RecordAsync("ad_spend", (Scene.Today, 399));
        (await ToldAsync(scene.World)).ShouldBeEmpty();
        await scene.RecordAsync("ad_spend", (Scene.Today.PlusDays(-1), 1));
        (await ToldAsync(scene.World)).ShouldBe(["Advertising: 80 % of the ceiling are spent."]);
        await scene.RecordAsync("ad_spend", (Scene.Today.PlusDays(-2), 100));
        (await ToldAsync(scene.World)).ShouldBe(["Advertising: 80 % of the ceiling are spent.", "Advertising: The ceiling is reached: €500.00 of €500.00 are spent."]);
        (await ToldAsync(scene.World)).Count.ShouldBe(2);
        await scene.World.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "Two sponsors", 600));
        (await ToldAsync(scene.World)).Count.ShouldBe(3, "500 of 600 is news under the new ceiling");
        (await scene.World.RunAsync(new TicklerList(scene.World.Brand))).ShouldAllBe(tickler => tickler.Path == $"/goals/rules?plan={scene.Plan}");
    }

    [Fact, Requirement("R000-10")]
    public async Task The_day_to_decide_comes_up_on_its_day_and_stands_in_the_review()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var scene = await GivenReviews.SceneAsync(world);
        await world.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Later, "After the season", LookAgainOn: new LocalDate(2026, 5, 6)));
        (await ToldAsync(world)).ShouldNotContain(words => words.Contains("advertising"));
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await ToldAsync(world)).ShouldContain("The day has come to decide about paid advertising.");
        var item = (await world.RunAsync(new OpenReview(scene.Plan))).Agenda.Single(one => one.Kind == AgendaKind.Advertising);
        (item.Title, item.About).ShouldBe(("Paid advertising", "The day to decide has come."));
    }

    private static async Task<List<string>> ToldAsync(World world)
    {
        await world.Services.GetRequiredService<GoalWatch>().RunAsync(TestContext.Current.CancellationToken);
        return [.. (await world.RunAsync(new TicklerList(world.Brand))).Select(tickler => tickler.Words).Order(StringComparer.Ordinal)];
    }
}
