using System.Text;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Measures;

[Requirement("R000-30")]
[Requirement("R000-29")]
public sealed class GridTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Theory, BothDatabases]
    public async Task A_pasted_block_is_one_step_that_can_be_taken_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        string[] metrics = ["followers", "likes", "link_clicks"];
        var block = metrics.SelectMany((metric, row) => Enumerable.Range(0, 4).Select(week => new GridEntry(metric, Monday.PlusWeeks(week - 1), $"{(row * 10) + week}"))).ToList();
        var entered = await world.RunAsync(new EnterNumbers(world.Brand, world.Brand.ToString(), block, PeriodLength.Week));
        entered.Stored.ShouldBe(12);
        var grid = await world.RunAsync(new MeasureGrid(world.Brand, Periods: 6));
        grid.Periods.Count.ShouldBe(6);
        grid.Rows.Select(row => row.Metric.Key).ShouldBe(metrics);
        grid.Rows[2].Numbers.Select(number => number.Text).ShouldBe(["20", "21", "22", "23"]);

        await world.RunAsync(new WithdrawObservations(entered.Batch!.Value));
        (await world.RunAsync(new MeasureGrid(world.Brand))).Rows.ShouldAllBe(row => row.Numbers.Count == 0);
    }

    [Theory, BothDatabases]
    public async Task One_bad_cell_stores_nothing_unless_the_rest_is_confirmed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        GridEntry[] block = [new("likes", Monday, "12k"), new("likes", Monday.PlusDays(1), "many"), new("er_reach", Monday, "3,4 %"), new("likes", Monday.PlusDays(2), " ")];
        var enter = new EnterNumbers(world.Brand, world.Brand.ToString(), block, Locale: "de-DE");
        var refused = await world.RefusedAsync(enter);
        (refused.Kind, refused.Code).ShouldBe((ProblemKind.Rule, "cells-bad"));
        ((IReadOnlyList<CellResult>)refused.Details!).Select(cell => cell.Outcome).ShouldBe([CellOutcome.Stored, CellOutcome.Bad, CellOutcome.Stored, CellOutcome.Empty]);
        (await world.RunAsync(new MetricSeries(world.Brand.ToString(), "likes"))).Points.ShouldBeEmpty();

        (await world.RunAsync(enter with { Partial = true })).Stored.ShouldBe(2);
        (await world.RunAsync(new MetricSeries(world.Brand.ToString(), "likes"))).Points.Single().Value.ShouldBe(12_000);
        (await world.RunAsync(new MetricSeries(world.Brand.ToString(), "er_reach"))).Points.Single().Value.ShouldBe(0.034m);
    }

    [Theory]
    [InlineData("de-DE", "1.234,5")]
    [InlineData("en-US", "1,234.5")]
    public async Task Numbers_are_understood_as_the_reader_writes_them(string locale, string text)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var checks = await world.RunAsync(new CheckNumbers(world.Brand, world.Brand.ToString(), [new("hours_spent", Monday, text)], Locale: locale));
        (checks[0].Outcome, checks[0].Value).ShouldBe((CellOutcome.Stored, (decimal?)1234.5m));
        (await world.RunAsync(new MetricSeries(world.Brand.ToString(), "hours_spent"))).Points.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("likes", "many")]
    [InlineData("likes", "NaN")]
    [InlineData("likes", "∞")]
    [InlineData("followers", "-3")]
    [InlineData("cvr", "-2 %")]
    [InlineData("likes", "=cmd|' /C calc'!A0")]
    [InlineData("likes", "@SUM(A1)")]
    [InlineData("no_metric", "3")]
    public async Task What_is_no_number_is_marked_with_the_reason(string metric, string text)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var check = (await world.RunAsync(new CheckNumbers(world.Brand, world.Brand.ToString(), [new(metric, Monday, text)]))).Single();
        check.Outcome.ShouldBe(CellOutcome.Bad);
        check.Message.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_day_to_come_is_bad_and_a_rate_above_one_is_only_remarked()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var checks = await world.RunAsync(new CheckNumbers(world.Brand, world.Brand.ToString(), [new("likes", new LocalDate(2026, 3, 27), "1"), new("cvr", Monday, "130 %")]));
        checks.Select(check => (check.Outcome, check.Message is null)).ShouldBe([(CellOutcome.Bad, false), (CellOutcome.Stored, false)]);
    }

    [Theory, BothDatabases]
    public async Task A_period_with_a_number_is_replaced_or_kept_as_said(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        EnterNumbers Enter(string text, bool replace) => new(world.Brand, world.Brand.ToString(), [new("likes", Monday.PlusDays(2), text)], PeriodLength.Week, Replace: replace);
        (await world.RunAsync(Enter("5", true))).Cells[0].ShouldBe(new CellResult("likes", Monday, CellOutcome.Stored, 5, null));
        (await world.RunAsync(Enter("5", true))).Cells[0].Outcome.ShouldBe(CellOutcome.Unchanged);
        (await world.RunAsync(Enter("6", false))).Cells[0].Outcome.ShouldBe(CellOutcome.Kept);
        (await world.RunAsync(Enter("7", true))).Cells[0].Outcome.ShouldBe(CellOutcome.Replaced);
        (await world.RunAsync(new MeasureGrid(world.Brand))).Rows.Single().Numbers.Single().Revision.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Exported_text_is_no_formula_in_a_spreadsheet(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddMetric("=1+1, \"sum\"", Key: "odd_one"));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("odd_one", world.Brand.ToString(), Monday, Value: 2.5m)], "@api"));
        var file = await world.RunAsync(new ExportNumbers(world.Brand));
        var lines = Encoding.UTF8.GetString(file.Content).Split("\r\n");
        lines[0].ShouldStartWith("\uFEFFsubject,");
        lines[1].ShouldContain(",\"'=1+1, \"\"sum\"\"\",day,2026-03-02,2.5,,,'@api,");
    }
}
