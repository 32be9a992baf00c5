using System.Text;
using Bellwether.Audits;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Competitors;

public sealed class BenchmarkTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-24")]
    public async Task Own_accounts_stand_beside_rivals_and_what_nobody_knows_has_no_rank(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var own = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("followers", own.Id.ToString(), Today.PlusDays(-3), Value: 900)]));
        var bros = await RivalAsync(world, "Burrito Bros");
        var dogs = await RivalAsync(world, "Dogs & Co");
        await world.RunAsync(new AddCompetitor(world.Brand, "Not on X"));
        await world.RunAsync(new RecordSnapshot(world.Brand, Today.PlusDays(-9), "profile", new Figures(1500, 7, 12, 45), bros, Network: "x"));
        await world.RunAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(1600), bros, Network: "x"));
        await world.RunAsync(new RecordSnapshot(world.Brand, Today, "profile", new Figures(ResponseMinutes: 30), dogs, Network: "x"));
        await world.RunAsync(new RecordSnapshot(world.Brand, Today, "our own", new Figures(PostsPerWeek: 3, EngagementPerPost: 12), Account: own.Id));
        var rows = (await world.RunAsync(new Benchmark(world.Brand))).Single().Rows;
        rows.Select(row => (row.Who, row.Own)).ShouldBe([("taco", true), ("Burrito Bros", false), ("Dogs & Co", false)]);
        BenchmarkCell Cell(int row, BenchmarkMeasure measure) => rows[row].Cells.Single(cell => cell.Measure == measure);
        (Cell(0, BenchmarkMeasure.Followers).Value, Cell(0, BenchmarkMeasure.Followers).Rank, Cell(0, BenchmarkMeasure.Followers).Of).ShouldBe((900m, 2, 2));
        (Cell(1, BenchmarkMeasure.Followers).Value, Cell(1, BenchmarkMeasure.Followers).Rank, Cell(1, BenchmarkMeasure.Followers).Day).ShouldBe((1600m, 1, Today), "the newest counts");
        (Cell(2, BenchmarkMeasure.Followers).Value, Cell(2, BenchmarkMeasure.Followers).Rank).ShouldBe((null, null), "blank, and out of the ranking");
        (Cell(0, BenchmarkMeasure.EngagementPerPost).Rank, Cell(1, BenchmarkMeasure.EngagementPerPost).Rank).ShouldBe((1, 1), "equal figures share a place");
        (Cell(2, BenchmarkMeasure.ResponseMinutes).Rank, Cell(1, BenchmarkMeasure.ResponseMinutes).Rank).ShouldBe((1, 2), "fewer minutes are better");
        Cell(1, BenchmarkMeasure.PostsPerWeek).Rank.ShouldBeNull("a habit is no contest");
        Cell(1, BenchmarkMeasure.PostsPerWeek).Day.ShouldBe(Today.PlusDays(-9), "an older day that knows it");
        var lines = await world.RunAsync(new BenchmarkSeries(world.Brand, "twitter"));
        lines.Select(line => (line.Who, line.Dots.Count)).ShouldBe([("taco", 1), ("Burrito Bros", 2)]);
        lines[1].Dots.Select(dot => dot.Value).ShouldBe([1500, 1600]);
    }

    [Fact, Requirement("R002-24")]
    public async Task The_own_side_is_filled_from_what_went_out_and_from_the_inbox_and_stays_blank_where_nothing_tells()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var world = stage.World;
        var own = await stage.AccountAsync();
        var silent = await stage.AccountAsync();
        foreach (var (text, minutes) in new[] { ("Lunch at noon", 1), ("Tacos are out", 2), ("The menu: https://tacoloco.example/menu", 3) })
        {
            await stage.PostAsync(text, minutes, own);
            await stage.PassAsync(4);
        }

        var gone = await stage.PublicationsAsync();
        var today = (await world.RunAsync(new Bellwether.Today.TodayPage(world.Brand))).Date;
        ObservationEntry Of(string metric, string subject, decimal value, PeriodLength length = PeriodLength.Day) =>
            new(metric, subject, length == PeriodLength.Week ? PeriodDays.StartOf(today, length, IsoDayOfWeek.Monday) : today, length, value);
        await world.RunAsync(new RecordObservations(world.Brand, [
            Of("likes", gone[0].Id.ToString(), 10), Of("shares", gone[0].Id.ToString(), 2), Of("comments", gone[0].Id.ToString(), 3), Of("engagements", gone[1].Id.ToString(), 5),
            Of("likes", gone[2].Id.ToString(), 99), Of("first_response", own.ToString(), 42, PeriodLength.Week)]));
        var bros = (await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Id;
        await world.RunAsync(new RecordSnapshot(world.Brand, today, "profile", new Figures(EngagementPerPost: 8, ResponseMinutes: 60, Formats: new Dictionary<PublicPostForm, decimal> { [PublicPostForm.Video] = 1 }), bros, Network: "mastodon"));

        var rows = (await world.RunAsync(new Benchmark(world.Brand))).Single().Rows;
        BenchmarkCell Cell(string who, BenchmarkMeasure measure) => rows.Single(row => row.Who == who).Cells.Single(cell => cell.Measure == measure);
        Cell("taco1", BenchmarkMeasure.PostsPerWeek).Value.ShouldBe(0.75m, "three posts in four weeks");
        var engagement = Cell("taco1", BenchmarkMeasure.EngagementPerPost);
        (engagement.Value, engagement.Rank, engagement.Of, engagement.Source).ShouldBe((10m, 1, 2, "our posts of four weeks"), "(15 + 5) over the two whose reactions are known");
        (Cell("taco1", BenchmarkMeasure.ResponseMinutes).Value, Cell("taco1", BenchmarkMeasure.ResponseMinutes).Rank).ShouldBe((42m, 1));
        rows.Single(row => row.Who == "taco1").Formats.ShouldBe(new Dictionary<PublicPostForm, decimal> { [PublicPostForm.Text] = 0.666667m, [PublicPostForm.Link] = 0.333333m }, ignoreOrder: true);
        rows.Single(row => row.Who == "Burrito Bros").Formats!.Single().Key.ShouldBe(PublicPostForm.Video);
        rows.Single(row => row.Account == silent).Cells.ShouldAllBe(cell => cell.Value == null && cell.Rank == null);
        rows.Single(row => row.Account == silent).Formats.ShouldBeNull();
        Cell("taco1", BenchmarkMeasure.Followers).Value.ShouldBeNull();

        // What somebody wrote down lately says more than what went out through here alone.
        await world.RunAsync(new RecordSnapshot(world.Brand, today.PlusDays(-3), "counted", new Figures(PostsPerWeek: 6), Account: own));
        rows = (await world.RunAsync(new Benchmark(world.Brand))).Single().Rows;
        Cell("taco1", BenchmarkMeasure.PostsPerWeek).Value.ShouldBe(6);
    }

    [Fact, Requirement("R002-24")]
    public void Ranks_keep_the_order_and_leave_out_what_is_unknown() =>
        Prop.ForAll(Gen.Choose(-1, 20).ArrayOf().ToArbitrary(), drawn =>
        {
            var values = drawn.Select(value => value < 0 ? null : (decimal?)value).ToList();
            var ranks = BenchmarkRanks.Of(BenchmarkMeasure.Followers, values);
            var known = values.Where(value => value is not null).ToList();
            return ranks.Count == values.Count
                && ranks.Zip(values).All(pair => pair.First is null == pair.Second is null)
                && (known.Count == 0 || ranks.Min() == 1)
                && ranks.Zip(values).All(left => ranks.Zip(values).All(right => left.Second is null || right.Second is null || (left.Second > right.Second) == (left.First < right.First)));
        }).QuickCheckThrowOnFailure();

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task A_file_is_taken_row_by_row_and_every_other_row_is_reported(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var own = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        await RivalAsync(world, "Burrito Bros");
        var csv = """
            Competitor;Network;Date;Followers;Posts per week;Mood
            Burrito Bros;X;2026-03-01;1.500;7,5;good
            burrito bros;Twitter;2026-03-01;9;1;twice
            New Kid;x;2026-03-02;80;;
            Taco Loco;x;2026-03-02;900;3;ours
            Burrito Bros;x;soon;1;1;no day
            Burrito Bros;x;2026-03-05;many;;no number
            Burrito Bros;x;2026-03-06;;;nothing
            ;x;2026-03-07;5;;nobody
            Burrito Bros;x;2027-03-01;5;;not yet
            """;
        var content = Encoding.UTF8.GetBytes(csv);
        var dry = await world.RunAsync(new ImportSnapshots(world.Brand, content, "market report", Locale: "de-DE", DryRun: true));
        (dry.RowsRead, dry.Taken, dry.Refused.Count, dry.DryRun).ShouldBe((9, 2, 7, true));
        dry.Unused.ShouldBe(["Mood"]);
        (await world.RunAsync(new SnapshotList(world.Brand))).ShouldBeEmpty("looking stores nothing");
        var taken = await world.RunAsync(new ImportSnapshots(world.Brand, content, "market report", AddMissing: true, Locale: "de-DE"));
        (taken.Taken, taken.Added.Single()).ShouldBe((3, "New Kid"));
        (taken.Taken + taken.Refused.Count).ShouldBe(taken.RowsRead, "no row is lost");
        taken.Refused.Select(row => row.Line).ShouldBe([3, 6, 7, 8, 9, 10]);
        taken.Refused[0].Reason.ShouldContain("Line 2");
        taken.Refused[2].Reason.ShouldContain("“many”");
        var stored = await world.RunAsync(new SnapshotList(world.Brand));
        stored.Single(row => row.Who == "Burrito Bros").Figures.ShouldBe(new Figures(1500, 7.5m));
        stored.Single(row => row.Account == own.Id).Figures.Followers.ShouldBe(900);
        stored.ShouldAllBe(row => row.Source == "market report" && row.Origin == SnapshotOrigin.Imported);
        (await world.RefusedAsync(new ImportSnapshots(world.Brand, "a,b\n1,2\n"u8.ToArray(), "x"))).Code.ShouldBe("columns-missing");
        (await world.RefusedAsync(new ImportSnapshots(world.Brand, [1, 0, 2], "x"))).Code.ShouldBe("file-unreadable");
    }

    internal static async Task<Id<Competitor>> RivalAsync(World world, string name)
    {
        var rival = (await world.RunAsync(new AddCompetitor(world.Brand, name))).Id;
        await world.RunAsync(new FollowRival(rival, "x", string.Concat(name.Where(char.IsLetter))));
        return rival;
    }
}
