using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R002-17")]
[Requirement("R003-10")]
public sealed class SmartCheckTests
{
    [Fact]
    [Requirement("R002-15")]
    [Requirement("R002-16")]
    public async Task Three_photos_a_week_with_likes_and_comments_is_specific_and_measurable_has_no_end_and_is_judged_by_applause()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await PhotosAsync(scene);
        var detail = await scene.DetailAsync(goal);
        Marks(detail.Row).ShouldBe("S:Pass M:Pass A:Warn R:Warn T:Fail");
        detail.Row.VanityOnly.ShouldBeTrue();
        detail.Row.Smart[3].Reason.ShouldContain("leads, referrals or conversion rate");
        detail.Row.Smart[3].Reason.ShouldContain("no objective");
        detail.ProposedMetrics.Select(metric => metric.Key).ShouldBe(["leads", "sessions_social", "cvr"]);
        (await scene.GateAsync()).ShouldContain(finding => finding.Code == "vanity-only" && !finding.Blocks);
    }

    [Fact]
    public async Task A_goal_with_all_parts_passes_each_letter()
    {
        await using var scene = await Scene.OnAsync();
        var business = await scene.World.RunAsync(new AddBusinessObjective(scene.Plan, "Fill the tables at noon", Metric: "orders"));
        var objective = await scene.World.RunAsync(new AddObjective(scene.Plan, "Office workers know the lunch menu", Serves: business.Id));
        var goal = (await scene.World.RunAsync(new AddGoal(scene.Plan, "Raise leads from LinkedIn", Objective: objective.Id))).Id;
        await scene.World.RunAsync(new ChangeGoal(goal, Audience: "office workers nearby"));
        await scene.TargetAsync(goal, scene.Sheet("leads", 10, 30) with { Deadline = new LocalDate(2026, 4, 30) });
        var days = Enumerable.Range(0, 10).Select(week => (new LocalDate(2026, 1, 15).PlusDays(7 * week), 10m + (2 * week)));
        await scene.RecordAsync("leads", [.. days]);
        Marks(await scene.RowAsync(goal)).ShouldBe("S:Pass M:Pass A:Pass R:Pass T:Pass");
    }

    [Fact]
    public async Task A_mere_wish_fails_what_it_lacks()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Success");
        var row = await scene.RowAsync(goal);
        Marks(row).ShouldBe("S:Fail M:Fail A:Fail R:Fail T:Fail");
        row.Smart.ShouldAllBe(letter => letter.Reason.Length > 0);
    }

    [Fact]
    public async Task A_source_that_fell_silent_warns()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.CompleteAsync("Raise leads");
        await scene.RecordAsync("leads", (new LocalDate(2026, 3, 1), 12));
        var row = await scene.RowAsync(goal);
        row.Smart[1].Mark.ShouldBe(SmartMark.Warn);
        row.Smart[1].Reason.ShouldContain("14 days");
        (await scene.GateAsync()).ShouldContain(finding => finding.Code == "kpi-source-silent" && !finding.Blocks);
    }

    [Fact]
    [Requirement("R002-07")]
    public async Task A_target_beyond_the_best_rate_ever_is_unlikely()
    {
        await using var scene = await Scene.OnAsync();
        decimal[] followers = [1000, 1040, 1090, 1125, 1180, 1215, 1270, 1300];
        await scene.RecordAsync("followers", [.. followers.Select((value, week) => (new LocalDate(2026, 1, 29).PlusDays(7 * week), value))]);
        var deadline = new LocalDate(2026, 1, 29).PlusDays(7 * 15);
        var near = await scene.GoalAsync("1,600 followers");
        await scene.TargetAsync(near, scene.Sheet("followers") with { Deadline = deadline });
        var far = await scene.GoalAsync("2,000 followers");
        await scene.TargetAsync(far, scene.Sheet("followers", 1000, 2000) with { Deadline = deadline });
        var attainable = (await scene.DetailAsync(near)).Targets[0].Attainability.ShouldNotBeNull();
        attainable.Band.ShouldBe(AttainabilityBand.Attainable);
        attainable.Chance.ShouldNotBeNull().ShouldBe(0.948404, 1e-6);
        var unlikely = (await scene.DetailAsync(far)).Targets[0].Attainability.ShouldNotBeNull();
        unlikely.Band.ShouldBe(AttainabilityBand.Unlikely);
        unlikely.Words.ShouldContain("required 87.5");
        unlikely.Words.ShouldContain("best ever 55");
    }

    [Fact]
    [Requirement("R002-07")]
    public async Task Fewer_than_six_numbers_cannot_be_judged_and_show_the_run_rate_only()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("1,600 followers");
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        await scene.RecordAsync("followers", (new LocalDate(2026, 3, 20), 1210));
        var judged = (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        judged.Band.ShouldBe(AttainabilityBand.CannotJudge);
        judged.Chance.ShouldBeNull();
        judged.Words.ShouldContain("2.5 a day");
    }

    /// <summary>The goal of the source document: photos of the company's culture on Instagram.</summary>
    internal static async Task<Id<Goal>> PhotosAsync(Scene scene)
    {
        var goal = await scene.GoalAsync("For Instagram we will share photos that communicate our company culture: three a week, each with at least 30 likes and 5 comments");
        var photos = new ItemFilter("instagram", Theme: "company culture", Kind: "photo");
        var monday = new LocalDate(2026, 3, 16);
        await scene.TargetAsync(goal, new KpiSheet("posts_published", TargetType.Cadence, 3, Every: PeriodLength.Week, Start: monday, Items: photos, Source: "Instagram", Collector: scene.World.Owner));
        await scene.TargetAsync(goal, new KpiSheet(
            "likes", TargetType.EachAtLeast, Start: monday, Items: photos, Thresholds: [new("likes", 30), new("comments", 5)], Source: "Instagram", Collector: scene.World.Owner));
        return goal;
    }

    private static string Marks(GoalRow row) => string.Join(' ', row.Smart.Select(letter => $"{letter.Letter}:{letter.Mark}"));
}
