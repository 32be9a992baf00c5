using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Metrics;

[Requirement("R000-29")]
public sealed class ObservationTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Theory, BothDatabases]
    public async Task A_series_shows_its_numbers_in_order_with_unit_period_and_source(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await RecordAsync(world, "followers", (Day.PlusDays(7), 1210.5m), (Day, 1000));
        var series = await SeriesAsync(world, "followers");
        series.Points.Select(point => point.Value).ShouldBe([1000, 1210.5m]);
        series.Points[0].Source.ShouldBe("api");
        series.Points[0].Length.ShouldBe(PeriodLength.Day);
        series.Points[0].RecordedAt.ShouldBe(world.Now);
        series.Metric.Unit.ShouldBe(MetricUnit.Count);
        series.Together.Value.ShouldBe(1210.5m);
    }

    [Theory, BothDatabases]
    public async Task A_correction_is_a_new_row_and_the_old_one_is_kept(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await RecordAsync(world, "followers", (Day, 1000));
        var second = await RecordAsync(world, "followers", (Day, 1010));
        (second.Recorded, second.Corrected).ShouldBe((0, 1));
        (await SeriesAsync(world, "followers")).Points.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            point => point.Value.ShouldBe(1010), point => point.Revision.ShouldBe(2));
        (await world.SeeAsync(db => db.Set<Observation>().CountAsync())).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task The_same_number_again_changes_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await RecordAsync(world, "followers", (Day, 1000));
        var again = await RecordAsync(world, "followers", (Day, 1000));
        again.Unchanged.ShouldBe(1);
        again.Batch.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_batch_taken_back_lets_the_corrected_number_count_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await RecordAsync(world, "followers", (Day, 1000));
        var wrong = await RecordAsync(world, "followers", (Day, 10), (Day.PlusDays(1), 11));
        await world.RunAsync(new WithdrawObservations(wrong.Batch!.Value));
        (await SeriesAsync(world, "followers")).Points.ShouldHaveSingleItem().Value.ShouldBe(1000);
        (await world.RefusedAsync(new WithdrawObservations(wrong.Batch!.Value))).Kind.ShouldBe(ProblemKind.Conflict);
        await RecordAsync(world, "followers", (Day.PlusDays(1), 12));
        (await SeriesAsync(world, "followers")).Points.Select(point => point.Value).ShouldBe([1000, 12]);
    }

    [Theory, BothDatabases]
    public async Task Many_at_once_are_stored_as_few_are(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        const int Many = 1210;
        var wrong = await RecordAsync(world, "followers", [.. Enumerable.Range(0, Many).Select(day => (Day.PlusDays(-day), 7.25m + day))]);
        (wrong.Recorded, wrong.Corrected).ShouldBe((Many, 0));
        var right = await RecordAsync(world, "followers", [.. Enumerable.Range(0, Many).Select(day => (Day.PlusDays(-day), 1000m + day))]);
        (right.Recorded, right.Corrected).ShouldBe((0, Many));
        var rows = await world.SeeAsync(db => db.Set<Observation>().AsNoTracking().Where(row => row.IsCurrent).OrderByDescending(row => row.Start).ToListAsync());
        rows.Select(row => row.Value).ShouldBe(Enumerable.Range(0, Many).Select(day => 1000m + day));
        rows.Select(row => row.Start).ShouldBe(Enumerable.Range(0, Many).Select(day => Day.PlusDays(-day)));
        rows.ShouldAllBe(row => row.Revision == 2 && row.Source == "api" && row.Brand == world.Brand && row.Numerator == null && row.CreatedAt == world.Now && row.Batch == right.Batch);
        await world.RunAsync(new WithdrawObservations(right.Batch!.Value));
        (await world.SeeAsync(db => db.Set<Observation>().Where(row => row.IsCurrent).Select(row => row.Value).ToListAsync())).Max().ShouldBe(7.25m + Many - 1);
    }

    [Fact]
    public async Task A_period_that_has_a_number_can_be_skipped_or_refused()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await RecordAsync(world, "followers", (Day, 1000));
        var entry = new ObservationEntry("followers", world.Brand.ToString(), Day, Value: 1);
        (await world.RunAsync(new RecordObservations(world.Brand, [entry], WhenPresent: WhenPresent.Skip))).Skipped.ShouldBe(1);
        (await world.RefusedAsync(new RecordObservations(world.Brand, [entry], WhenPresent: WhenPresent.Refuse))).Code.ShouldBe("observation-present");
    }

    [Theory]
    [InlineData("followers", -1, 0, "observation-below-least")]
    [InlineData("cvr", -0.02, 0, "observation-below-least")]
    [InlineData("followers", 1, 30, "observation-in-future")]
    [InlineData("nonsense", 1, 0, "metric-unknown")]
    public async Task A_row_that_cannot_be_is_refused_with_its_place(string metric, double value, int daysAhead, string code)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var start = new LocalDate(2026, 3, 26).PlusDays(daysAhead);
        var problem = await world.RefusedAsync(new RecordObservations(world.Brand, [new ObservationEntry(metric, world.Brand.ToString(), start, Value: (decimal)value)]));
        problem.Code.ShouldBe(code);
        problem.Kind.ShouldBe(ProblemKind.Rule);
    }

    [Fact]
    public async Task A_conversion_rate_of_130_percent_is_stored_with_a_warning()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var recorded = await RecordAsync(world, "cvr", (Day, 1.3m));
        recorded.Recorded.ShouldBe(1);
        recorded.Warnings.ShouldHaveSingleItem().Message.ShouldContain("130 %");
    }

    [Fact]
    public async Task A_ratio_is_computed_from_its_parts_and_pools_them()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await world.RunAsync(new RecordObservations(world.Brand,
        [
            new("er_reach", world.Brand.ToString(), Day, Numerator: 10, Denominator: 100),
            new("er_reach", world.Brand.ToString(), Day.PlusDays(1), Numerator: 10, Denominator: 1000),
        ]));
        var series = await SeriesAsync(world, "er_reach");
        series.Points[0].Value.ShouldBe(0.1m);
        series.Together.Value.ShouldNotBeNull().ShouldBe(0.018182m, 0.000001m);
    }

    [Fact]
    public async Task Nothing_to_divide_by_is_refused_rather_than_zero()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var problem = await world.RefusedAsync(new RecordObservations(world.Brand, [new ObservationEntry("er_reach", world.Brand.ToString(), Day, Numerator: 0, Denominator: 0)]));
        problem.Code.ShouldBe("observation-without-value");
    }

    [Fact]
    public async Task A_metric_of_ones_own_takes_numbers_like_any_other()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var metric = await world.RunAsync(new AddMetric("People at the door"));
        metric.Key.ShouldBe("people_at_the_door");
        await RecordAsync(world, metric.Key, (Day, 40), (Day.PlusDays(1), 50));
        (await SeriesAsync(world, metric.Key)).Together.Value.ShouldBe(90);
        (await world.RunAsync(new MetricList())).ShouldContain(one => one.Key == metric.Key && one.Custom);
        (await world.RefusedAsync(new AddMetric("Followers"))).Code.ShouldBe("metric-key-taken");
    }

    [Fact]
    public async Task Ten_thousand_numbers_arrive_in_one_batch()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var rows = Enumerable.Range(0, 10_000).Select(i => new ObservationEntry("likes", $"post_{i}", Day, Value: i)).ToList();
        var first = await world.RunAsync(new RecordObservations(world.Brand, rows, "import: likes"));
        first.Recorded.ShouldBe(10_000);
        var second = await world.RunAsync(new RecordObservations(world.Brand, rows, "import: likes"));
        second.Unchanged.ShouldBe(10_000);
    }

    [Theory, BothDatabases]
    public async Task Another_workspace_sees_no_numbers(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await RecordAsync(world, "followers", (Day, 1000));
        (await world.RunAsStrangerAsync(new MetricSeries(world.Brand.ToString(), "followers"))).Points.ShouldBeEmpty();
    }

    private static Task<RecordedObservations> RecordAsync(World world, string metric, params (LocalDate Start, decimal Value)[] numbers) =>
        world.RunAsync(new RecordObservations(world.Brand, [.. numbers.Select(number => new ObservationEntry(metric, world.Brand.ToString(), number.Start, Value: number.Value))]));

    private static Task<Series> SeriesAsync(World world, string metric) => world.RunAsync(new MetricSeries(world.Brand.ToString(), metric));
}
