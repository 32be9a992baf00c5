using Bellwether.Goals;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R002-18")]
public sealed class CompositeTargetTests
{
    private static readonly LocalDate Monday = new(2026, 3, 16);

    [Fact]
    public async Task Three_photos_of_which_one_passes_meet_the_cadence_but_not_the_week()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await SmartCheckTests.PhotosAsync(scene);
        await PhotoAsync(scene, Monday, 35, 6);
        await PhotoAsync(scene, Monday.PlusDays(1), 28, 5);
        await PhotoAsync(scene, Monday.PlusDays(2), 41, 4);
        var detail = await scene.DetailAsync(goal);
        var week = detail.Periods.Single(period => period.From == Monday);
        (week.Done, week.Planned, week.Passed, week.Judged).ShouldBe((3, 3m, 1, 3));
        week.Met.ShouldBe(false);
        week.Words.ShouldBe("not met this week");
        var items = detail.Targets.Single(target => target.Items is not null).Items!;
        items.Items.Select(item => item.Verdict).ShouldBe([ItemVerdict.Failed, ItemVerdict.Failed, ItemVerdict.Passed]);
        detail.Row.Status.ShouldBe(GoalStatus.AtRisk);
    }

    [Fact]
    public async Task A_young_post_is_pending_and_a_deleted_one_counts_neither_way()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await SmartCheckTests.PhotosAsync(scene);
        await PhotoAsync(scene, Scene.Today.PlusDays(-2), 2, 0);
        await PhotoAsync(scene, Monday, 35, 6, deleted: true);
        var items = (await scene.DetailAsync(goal)).Targets.Single(target => target.Items is not null).Items!;
        (items.Judged, items.Pending).ShouldBe((0, 1));
        items.Items.ShouldHaveSingleItem().Verdict.ShouldBe(ItemVerdict.Pending);
    }

    [Fact]
    public async Task Likes_that_came_after_the_judging_age_do_not_count()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await SmartCheckTests.PhotosAsync(scene);
        await PhotoAsync(scene, Monday, 29, 5);
        await scene.RecordAsync(scene.Published[0].Subject, "likes", PeriodLength.ToDate, (Monday.PlusDays(8), 90));
        var items = (await scene.DetailAsync(goal)).Targets.Single(target => target.Items is not null).Items!;
        items.Items.ShouldHaveSingleItem().Verdict.ShouldBe(ItemVerdict.Failed);
        items.Items[0].Values[0].ShouldBe(29);
    }

    [Fact]
    public void Fourteen_of_twenty_past_photos_give_the_published_chances()
    {
        ItemOdds.AllOf(1, 14, 20).ShouldBe(15 / 22.0, 1e-12);
        ItemOdds.AtLeast(2, 3, 14, 20).ShouldBe(0.750988, 1e-6);
        ItemOdds.AllOf(3, 14, 20).ShouldBe(4080 / 12144.0, 1e-12);
        ItemOdds.AtLeast(0, 3, 14, 20).ShouldBe(1, 1e-12);
    }

    private static async Task PhotoAsync(Scene scene, LocalDate day, decimal likes, decimal comments, bool deleted = false)
    {
        var subject = $"post_{scene.Published.Count}";
        scene.Published.Add(new PublishedItem(subject, $"Photo of {day}", day, deleted));
        await scene.RecordAsync(subject, "likes", PeriodLength.ToDate, (day, likes));
        await scene.RecordAsync(subject, "comments", PeriodLength.ToDate, (day, comments));
    }
}
