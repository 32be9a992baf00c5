using System.Text;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Returns.Ads;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Hours;
using Bellwether.Returns.Imports;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns;

/// <summary>Time and ads from files: looked at, taken, taken again, taken back. It is 26 March 2026.</summary>
public sealed class TimeImportTests
{
    [Theory, BothDatabases, Requirement("R004-01")]
    public async Task Time_from_a_timer_is_looked_at_taken_once_and_taken_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var goal = await world.GoalAsync(plan, "More guests");
        await world.MemberAsync("Ben");
        var file = """
            Start date;Duration;User;Project;Description
            02.03.2026;01:30:00;Ben;More guests;Photos
            03.03.2026;2,5;;;Plan
            03.03.2026;2,5;;;Plan
            04.03.2026;90m;Zoe;;
            05.03.2026;soon;Ben;;
            06.03.2026;1;Ben;Less guests;
            31.03.2026;1;Ben;;
            Total;8;;;
            """;
        var look = await ImportAsync(file, dryRun: true);
        (look.Added, look.Minutes, look.Stored, look.Import).ShouldBe((3, 390, false, null));
        look.Lines.Select(line => (line.Line, line.Day, line.Minutes, line.Member, line.WorkTitle, line.Note)).ShouldBe([
            (2, new LocalDate(2026, 3, 2), 90, "Ben", "More guests", "Photos"), (3, new LocalDate(2026, 3, 3), 150, "Ana", null, "Plan"), (4, new LocalDate(2026, 3, 3), 150, "Ana", null, "Plan")]);
        look.NotTaken.OrderBy(row => row.Line).Select(row => (row.Line, row.Reason.Split('.')[0])).ShouldBe([
            (5, "Nobody here is called “Zoe”"), (6, "“soon” is no time of a day"), (7, "Nothing in this plan is called “Less guests”"), (8, "This day has not come yet"), (9, "Adds up the other rows; it would be counted twice")]);
        (await MinutesAsync()).ShouldBe(0);

        var taken = await ImportAsync(file);
        (taken.Added, await MinutesAsync()).ShouldBe((3, 390));
        (await world.RunAsync(new ReturnsPage(plan))).Goals.Single(sum => sum.Id == goal.ToString()).Minutes.ShouldBe(90);
        var again = await ImportAsync(file);
        (again.Added, again.Changed, again.Unchanged, again.Import, await MinutesAsync()).ShouldBe((0, 0, 3, null, 390));

        // What somebody changed since is theirs: it is neither overwritten nor taken away.
        var own = await world.SeeAsync(db => db.Set<TimeEntry>().AsNoTracking().Where(row => row.Minutes == 90).SingleAsync());
        await world.RunAsync(new ChangeTime(own.Id, Time: "1:00"));
        (await ImportAsync(file)).Unchanged.ShouldBe(2);
        (await world.RunAsync(new UndoTimeImport(taken.Import!.Value))).ShouldBe(new UndoneReturnImport(2, 1));
        (await MinutesAsync()).ShouldBe(60);
        (await world.RefusedAsync(new UndoTimeImport(taken.Import!.Value))).Code.ShouldBe("import-undone");
        (await world.RefusedAsync(new UndoAdsImport(taken.Import!.Value))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RunAsync(new ReturnImportList(plan, ReturnImportKind.Time))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Added.ShouldBe(3), row => row.UndoneAt.ShouldNotBeNull(), row => row.MayUndo.ShouldBeFalse());
        (await ImportAsync(file)).Added.ShouldBe(2);

        // Deleted and had again, it is still known to its file; come again with the file, it is not had twice.
        var entry = (await world.RunAsync(new WeekOfHours(plan, new LocalDate(2026, 3, 3)))).Entries[0];
        var had = new LogTime(plan, "2:30", entry.Day, entry.Work, entry.Note, ImportKey: entry.ImportKey.ShouldNotBeNull());
        await world.RunAsync(new RemoveTime(entry.Id));
        (await world.RunAsync(had)).ImportKey.ShouldBe(entry.ImportKey);
        (await ImportAsync(file)).ShouldSatisfyAllConditions(same => (same.Added, same.Unchanged).ShouldBe((0, 2)));
        (await world.RefusedAsync(had)).Code.ShouldBe("entry-there");

        // A line that a day has no room for is left out, and said.
        (await ImportAsync("Start date;Duration;User\n07.03.2026;14;Ben\n07.03.2026;14;Ben\n08.03.2026;14;Ben")).ShouldSatisfyAllConditions(
            full => (full.Added, full.Minutes).ShouldBe((2, 1680)),
            full => full.NotTaken.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Line.ShouldBe(3), row => row.Reason.ShouldStartWith("Ben has 14:00 h on 2026-03-07 already")));

        Task<ImportedTime> ImportAsync(string text, bool dryRun = false) => world.RunAsync(new ImportTime(plan, Encoding.UTF8.GetBytes(text), Locale: "de-DE", FileName: "timer.csv", DryRun: dryRun));
        Task<int> MinutesAsync() => world.SeeAsync(db => db.Set<TimeEntry>().SumAsync(row => row.Minutes));
    }

    [Fact, Requirement("R004-01")]
    public async Task Columns_are_chosen_where_nobody_knows_them_and_entries_with_ids_follow_their_file()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var first = "Nr,When,Mins\n7,2026-03-02,60\n8,2026-03-03,30\n";
        var look = await ImportAsync(first, null, dryRun: true);
        (look.Missing, look.Headers).ShouldSatisfyAllConditions(pair => pair.Missing.ShouldBe(["day", "time"]), pair => pair.Headers.ShouldBe(["Nr", "When", "Mins"]));
        (await world.RefusedAsync(Request(first, null))).Code.ShouldBe("columns-missing");
        (await world.RefusedAsync(Request(first, new() { ["hour"] = "Mins" }))).Code.ShouldBe("field-unknown");
        var columns = new Dictionary<string, string> { ["day"] = "When", ["minutes"] = "Mins", ["entry"] = "Nr" };
        var one = await ImportAsync(first, columns);
        var two = await ImportAsync(first.Replace(",30", ",45", StringComparison.Ordinal) + "9,2026-03-04,15\n", columns);
        (two.Added, two.Changed, two.Unchanged, await MinutesAsync()).ShouldBe((1, 1, 1, 120));
        (await world.RefusedAsync(new UndoTimeImport(one.Import!.Value))).Code.ShouldBe("later-import");
        await world.RunAsync(new UndoTimeImport(two.Import!.Value));
        (await MinutesAsync()).ShouldBe(90);
        (await world.RunAsync(new UndoTimeImport(one.Import!.Value))).ShouldBe(new UndoneReturnImport(2, 0));
        (await MinutesAsync()).ShouldBe(0);

        // Somebody who only takes part brings time of their own, and takes back none of others.
        var ben = await world.MemberAsync("Ben", Role.Editor);
        var mixed = await world.RunAsync(new ImportTime(plan, Encoding.UTF8.GetBytes("Date,Hours,Person\n2026-03-02,1,Ana\n2026-03-02,1,\n")), Role.Editor, ben);
        (mixed.Added, mixed.NotTaken.ShouldHaveSingleItem().Line).ShouldBe((1, 2));
        var third = await ImportAsync(first, columns);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new UndoTimeImport(third.Import!.Value), Role.Editor, ben))).Kind.ShouldBe(ProblemKind.Forbidden);

        // What a file shortened is not made long again once other time has filled its day.
        await ImportAsync("Nr,When,Mins\n70,2026-03-09,1200\n71,2026-03-10,60\n", columns);
        var shorter = await ImportAsync("Nr,When,Mins\n70,2026-03-09,60\n71,2026-03-10,90\n", columns);
        await world.RunAsync(new LogTime(plan, "22", new LocalDate(2026, 3, 9)));
        (await world.RunAsync(new UndoTimeImport(shorter.Import!.Value))).ShouldBe(new UndoneReturnImport(1, 1));
        (await world.SeeAsync(db => db.Set<TimeEntry>().Where(row => row.Day >= new LocalDate(2026, 3, 9)).OrderBy(row => row.Day).ThenBy(row => row.Minutes).Select(row => row.Minutes).ToListAsync())).ShouldBe([60, 1320, 60]);

        ImportTime Request(string text, Dictionary<string, string>? by, bool dryRun = false) => new(plan, Encoding.UTF8.GetBytes(text), by, DryRun: dryRun);
        Task<ImportedTime> ImportAsync(string text, Dictionary<string, string>? by, bool dryRun = false) => world.RunAsync(Request(text, by, dryRun));
        Task<int> MinutesAsync() => world.SeeAsync(db => db.Set<TimeEntry>().SumAsync(row => row.Minutes));
    }

    [Theory, BothDatabases, Requirement("R004-01")]
    public async Task An_import_of_ads_is_taken_back_with_the_number_it_wrote(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("ad_spend", world.Brand.ToString(), new LocalDate(2026, 3, 2), Value: 7)]));
        var one = await ImportAsync("Date,Ad name,Spend,Currency,Clicks\n2026-03-02,Tacos,10,EUR,5\n2026-03-03,Tacos,20,EUR,9\n");
        var two = await ImportAsync("Date,Ad name,Spend,Currency,Clicks\n2026-03-03,Tacos,25,EUR,9\n2026-03-04,Tacos,30,EUR,9\n");
        (two.Added, two.Changed).ShouldBe((1, 1));
        (await SpentAsync(), await AdsAsync()).ShouldBe((65m, 65m));
        (await world.RefusedAsync(new UndoAdsImport(one.Import!.Value))).Code.ShouldBe("later-import");
        (await world.RunAsync(new UndoAdsImport(two.Import!.Value))).ShouldBe(new UndoneReturnImport(2, 0));
        (await SpentAsync(), await AdsAsync()).ShouldBe((30m, 30m));
        (await world.RunAsync(new UndoAdsImport(one.Import!.Value))).ShouldBe(new UndoneReturnImport(2, 0));
        (await SpentAsync(), await AdsAsync()).ShouldBe((7m, 0m));

        Task<ImportedAds> ImportAsync(string text) => world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(text), FileName: "ads.csv"));
        Task<decimal> SpentAsync() => world.SeeAsync(async db => (await db.Set<Observation>().Where(row => row.Metric == "ad_spend" && row.IsCurrent).ToListAsync()).Sum(row => row.Value));
        Task<decimal> AdsAsync() => world.SeeAsync(async db => (await db.Set<AdRow>().ToListAsync()).Sum(row => row.Spent.Amount));
    }
}
