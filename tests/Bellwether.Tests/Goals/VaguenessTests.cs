using Bellwether.Goals;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R000-20")]
public sealed class VaguenessTests
{
    [Fact]
    public void A_good_thought_lacks_metric_number_and_date()
    {
        var vague = Vagueness.Of("Be more active");
        vague.IsGoodThought.ShouldBeTrue();
        vague.Missing.ShouldBe(["no metric", "no number", "no date"]);
    }

    [Theory]
    [InlineData("3 posts a week on Instagram until 30 Jun")]
    [InlineData("200 leads by 2026-09-30")]
    [InlineData("Three photos a week until Christmas 24 December")]
    [InlineData("Umsatz um 5 % steigern bis 31.12.2026")]
    [InlineData("Double the newsletter subscribers by the end of the year, before 31 Dec")]
    [InlineData("Answer every message within 2 hours by Q3 2026")]
    public void What_names_number_metric_and_date_passes(string text) =>
        Vagueness.Of(text).Missing.ShouldBeEmpty();

    [Theory]
    [InlineData("Get more followers by 30 Jun", "no number")]
    [InlineData("300 more by 30 Jun", "no metric")]
    [InlineData("300 more followers", "no date")]
    public void The_missing_part_is_named(string text, string missing) =>
        Vagueness.Of(text).Missing.ShouldBe([missing]);

    [Fact]
    public void A_done_criterion_stands_for_number_and_metric() =>
        Vagueness.Of("Open the shop page by 30 Jun", hasDoneWhen: true).IsGoodThought.ShouldBeFalse();

    [Fact]
    public async Task A_good_thought_is_flagged_on_its_row_and_never_blocks_drafting()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Be more active");
        (await scene.RowAsync(goal)).GoodThought.ShouldBe(["no metric", "no number", "no date"]);
        await scene.TargetAsync(goal, scene.Sheet("comments"));
        (await scene.RowAsync(goal)).GoodThought.ShouldBeEmpty();
    }
}
