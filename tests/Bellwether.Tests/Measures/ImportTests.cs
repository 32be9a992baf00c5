using System.Text;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Measures;

[Requirement("R000-30")]
public sealed class ImportTests
{
    private const string Daily = "Date,Likes,Reach,Mood\n2026-03-01,3,10,good\n2026-03-02,,12,bad\n2026-03-04,5,NAN,good\nTotal,8,22,\n";

    [Theory, BothDatabases]
    public async Task A_dry_run_tells_everything_and_stores_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var preview = await world.RunAsync(new PreviewImport(world.Brand, Bytes(Daily)));
        (preview.RowsRead, preview.RowsTaken, preview.New, preview.Same, preview.Different).ShouldBe((5, 3, 4, 0, 0));
        preview.Columns.Single(column => column.Choice.Column == "Likes").MissingPeriods.ShouldBe(2);
        preview.LeftOut.Select(row => (row.Line, row.Why)).ShouldBe([(1, LeftOutWhy.Header), (3, LeftOutWhy.NoNumber), (4, LeftOutWhy.NoNumber), (5, LeftOutWhy.Total)]);
        preview.Tables[0].Rows.Count.ShouldBe(4);
        var elsewhere = preview.Mapping with { Tables = [preview.Mapping.Tables[0] with { Table = 7, Way = "day/month/year" }] };
        (await world.RefusedAsync(new PreviewImport(world.Brand, Bytes(Daily), elsewhere))).Code.ShouldBe("table-unknown");
        (await world.SeeAsync(db => db.Set<Observation>().CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task An_import_is_stored_known_again_and_taken_back_whole(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("likes", world.Brand.ToString(), new LocalDate(2026, 3, 1), Value: 1)]));
        (await world.RunAsync(new PreviewImport(world.Brand, Bytes(Daily)))).Different.ShouldBe(1);

        var run = await world.RunAsync(new ImportNumbers(world.Brand, "march.csv", Bytes(Daily)));
        (run.Recorded, run.Corrected, run.RowsTaken, run.LeftOutCount, run.By).ShouldBe((3, 1, 3, 4, "Ana"));
        (await SeriesAsync(world, "likes")).ShouldBe([3, 5]);
        (await world.RunAsync(new PreviewImport(world.Brand, Bytes(Daily)))).Earlier!.Id.ShouldBe(run.Id);
        var twice = await world.RefusedAsync(new ImportNumbers(world.Brand, "march again.csv", Bytes(Daily)));
        (twice.Kind, twice.Code).ShouldBe((ProblemKind.Conflict, "imported-before"));
        twice.Message.ShouldContain("2026-03-26 by Ana");
        (await world.RunAsync(new ImportNumbers(world.Brand, "march again.csv", Bytes(Daily), Again: true))).Unchanged.ShouldBe(4);

        await world.RunAsync(new RevertImport(run.Id));
        (await SeriesAsync(world, "likes")).ShouldBe([1]);
        (await SeriesAsync(world, "reach")).ShouldBeEmpty();
        (await world.RefusedAsync(new RevertImport(run.Id))).Code.ShouldBe("import-reverted");
        (await world.RunAsync(new ImportList(world.Brand))).Items.Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Periods_that_have_a_number_can_be_skipped(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("likes", world.Brand.ToString(), new LocalDate(2026, 3, 1), Value: 1)]));
        var run = await world.RunAsync(new ImportNumbers(world.Brand, "march.csv", Bytes(Daily), WhenPresent: WhenPresent.Skip));
        (run.Recorded, run.Skipped).ShouldBe((3, 1));
        (await SeriesAsync(world, "likes")).ShouldBe([1, 5]);
    }

    [Theory, BothDatabases]
    public async Task The_mapping_of_a_file_serves_the_next_with_the_same_columns(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco", Purpose: "News"));
        var preview = await world.RunAsync(new PreviewImport(world.Brand, Bytes(Daily)));
        var mapping = preview.Mapping with
        {
            Subject = account.Id.ToString(),
            Columns = [.. preview.Mapping.Columns.Select(column => column.Column == "Reach" ? column with { Metric = null } : column)],
        };
        await world.RunAsync(new ImportNumbers(world.Brand, "march.csv", Bytes(Daily), mapping));
        var next = await world.RunAsync(new PreviewImport(world.Brand, Bytes("Date,likes,Reach,Mood\n2026-03-05,7,1,good\n")));
        (next.Remembered, next.Mapping.Subject, next.New).ShouldBe((true, account.Id.ToString(), 1));
        (await world.RunAsync(new PreviewImport(world.Brand, Bytes("Date,Likes,Shares\n2026-03-05,7,1\n")))).Remembered.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_file_of_two_accounts_brings_each_its_own(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var facebook = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "tacoloco", Purpose: "News"));
        var instagram = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco", Purpose: "News"));
        var file = await File.ReadAllBytesAsync(SharedData.File("exports/meta/Reach.csv"));
        var run = await world.RunAsync(new ImportNumbers(world.Brand, "Reach.csv", file));
        (run.Source, run.Recorded).ShouldBe(("Meta Business Suite daily series", 484));
        var series = await world.RunAsync(new MetricSeries(facebook.Id.ToString(), "reach"));
        (series.Points.Count, series.Together.Value).ShouldBe((242, (decimal?)null));
        (await world.RunAsync(new MetricSeries(instagram.Id.ToString(), "reach"))).Points.Max(point => point.Value).ShouldBe(6322);
    }

    [Fact]
    public async Task Without_accounts_two_series_of_one_metric_are_not_mixed()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var preview = await world.RunAsync(new PreviewImport(world.Brand, await File.ReadAllBytesAsync(SharedData.File("exports/meta/Reach.csv"))));
        preview.Columns.Select(column => column.Choice.Metric).ShouldBe(["reach", null]);
        preview.Columns[1].Choice.Why.ShouldNotBeNull().ShouldContain("Facebook reach");
        var mixed = preview.Mapping with { Columns = [.. preview.Mapping.Columns.Select(column => column with { Metric = "reach" })] };
        (await world.RefusedAsync(new PreviewImport(world.Brand, await File.ReadAllBytesAsync(SharedData.File("exports/meta/Reach.csv")), mixed))).Code.ShouldBe("same-metric-twice");
    }

    [Fact]
    public async Task What_cannot_be_imported_is_refused_with_the_way_out()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        (await world.RefusedAsync(new ImportNumbers(world.Brand, "x.csv", []))).Code.ShouldBe("file-unreadable");
        (await world.RunAsync(new PreviewImport(world.Brand, [0, 1, 2, 0, 0]))).Problem.ShouldNotBeNull();
        (await world.RefusedAsync(new ImportNumbers(world.Brand, "x.csv", Bytes("Date,Mood\n2026-03-01,good\n")))).Code.ShouldBe("nothing-to-import");
        (await world.RefusedAsync(new ImportNumbers(world.Brand, "x.csv", Bytes("Place,Likes\nBerlin,4\n")))).Code.ShouldBe("start-needed");
        var preview = await world.RunAsync(new PreviewImport(world.Brand, Bytes(Daily)));
        (await world.RefusedAsync(new PreviewImport(world.Brand, Bytes(Daily), preview.Mapping with { Subject = "brand_nobody" }))).Code.ShouldBe("subject-unknown");
        (await world.RefusedAsync(new PreviewImport(world.Brand, Bytes(Daily), preview.Mapping with { Locale = "xx-YYYY" }))).Code.ShouldBe("locale-unknown");
        (await world.RefusedAsync(new PreviewImport(world.Brand, Bytes("Date\n2026-03-01\n"), preview.Mapping))).Code.ShouldBe("column-unknown");
        await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new PreviewImport(world.Brand, Bytes(Daily))));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<IEnumerable<decimal>> SeriesAsync(World world, string metric) =>
        (await world.RunAsync(new MetricSeries(world.Brand.ToString(), metric))).Points.Select(point => point.Value);
}
