using System.Text;
using Bellwether.Kernel;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class MediaTests
{
    private const string LastQuarter = """
        Media spending of the last quarter
        medium;month;planned hours;hours;planned;spent;currency;notes
        Print;2026-01;4;3;2.000,00;2.100,00;EUR;local paper
        Print;2026-02;4;5;2.000,00;2.000,00;EUR;
        Print;2026-03;4;4;2.000,00;2.100,00;EUR;
        Facebook;2026-01;20;26;500;480,00;EUR;
        Instagram;2026-01;10;9;500;520,00;EUR;
        Newsletter;2026-02;6;6;300;300,00;EUR;
        Google Ads;2026-03;;2;2.500;2.500,00;EUR;
        Skywriting;2026-03;;;;900;EUR;
        Radio;some day;;;;100;EUR;
        Radio;2026-03;;many;;;EUR;
        Radio;2026-03;;;;10;EURO;
        Print;2026-01;;1;;5;EUR;again
        Total;;;;;10.000,00;EUR;
        """;

    [Theory, BothDatabases]
    [Requirement("R004-11")]
    public async Task An_import_of_last_quarter_shows_62_per_cent_print_and_tells_of_every_row_not_taken(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var file = Encoding.UTF8.GetBytes(LastQuarter);
        var look = await scene.RunAsync(new ImportMediaUsage(scene.Plan, file, Locale: "de-DE", DryRun: true));
        (look.Stored, look.Added).ShouldBe((false, 7));
        (await scene.RunAsync(new MediaLedger(scene.Plan))).Entries.ShouldBeEmpty();

        var done = await scene.RunAsync(new ImportMediaUsage(scene.Plan, file, Locale: "de-DE"));
        (done.Rows, done.Added, done.Changed, done.Unchanged).ShouldBe((14, 7, 0, 0));
        done.NotTaken.Select(row => (row.Line, row.Reason.Split('.')[0])).ShouldBe(
        [
            (1, "Stands above the names of the columns"), (10, "“Skywriting” is no medium"), (11, "“some day” is no month"), (12, "“many” is no number of hours"),
            (13, "“EURO” is no currency"), (14, "Line 3 is about the same medium, name and month"), (15, "Adds up the other rows; it would be counted twice"),
        ]);
        done.Columns["spentMoney"].ShouldBe("spent");
        var ledger = await scene.RunAsync(new MediaLedger(scene.Plan));
        ledger.Media[0].ShouldBe(new MediumSum(Medium.Print, 12, 12, 6000, 6200, 0.62m, 12m / 55, null));
        ledger.Media.Single(sum => sum.Medium == Medium.Social).SpentMoney.ShouldBe(1000);
        ledger.Entries.Count(entry => entry.Sheet.Medium == Medium.Social).ShouldBe(2);

        var again = await scene.RunAsync(new ImportMediaUsage(scene.Plan, file, Locale: "de-DE"));
        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 7));
    }

    [Theory, BothDatabases]
    [Requirement("R004-11")]
    public async Task Money_without_a_currency_is_refused(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        MediaUsageSheet sheet = new(Medium.Print, scene.Today, SpentMoney: 100);
        var refused = await scene.World.RefusedAsync(new AddMediaUsage(scene.Plan, sheet));
        (refused.Kind, refused.Code, refused.Fields.Single().Field).ShouldBe((ProblemKind.Rule, "currency-missing", "currency"));
        var file = "medium,month,spent\nPrint,2026-01,100\n"u8.ToArray();
        (await scene.World.RefusedAsync(new ImportMediaUsage(scene.Plan, file))).Code.ShouldBe("currency-missing");
        (await scene.RunAsync(new ImportMediaUsage(scene.Plan, file, "EUR"))).Added.ShouldBe(1);
        (await scene.World.RefusedAsync(new ImportMediaUsage(scene.Plan, "a,b\n1,2\n"u8.ToArray(), "EUR"))).Code.ShouldBe("columns-missing");
        (await scene.World.RefusedAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Radio, scene.Today)))).Code.ShouldBe("usage-empty");
        await scene.RunAsync(new AddMediaUsage(scene.Plan, sheet with { Currency = "eur" }));
        (await scene.World.RefusedAsync(new AddMediaUsage(scene.Plan, sheet with { Currency = "EUR" }))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases]
    [Requirement("R004-11")]
    public async Task Shares_aimed_at_are_compared_month_by_month_and_a_move_is_proposed(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var january = new LocalDate(2026, 1, 15);
        await scene.RunAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Print, january, SpentMoney: 620, Currency: "EUR")));
        await scene.RunAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Social, january, SpentMoney: 200, SpentHours: 30, Currency: "EUR")));
        await scene.RunAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Mail, january, SpentMoney: 180, Currency: "EUR")));
        await scene.RunAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Mail, january, SpentMoney: 99, Currency: "USD")));
        (await scene.World.RefusedAsync(new AimMediaShares(scene.Plan, [new MediaShare(Medium.Print, 30), new MediaShare(Medium.Social, 50)]))).Code.ShouldBe("shares-not-100");
        await scene.RunAsync(new AimMediaShares(scene.Plan, [new MediaShare(Medium.Print, 30), new MediaShare(Medium.Social, 50), new MediaShare(Medium.Mail, 20)]));
        var ledger = await scene.RunAsync(new MediaLedger(scene.Plan));
        ledger.Months.ShouldHaveSingleItem().Distance.ShouldBe(0.32m);
        ledger.Moves.ShouldBe([new Reallocation(Medium.Print, Medium.Social, 300), new Reallocation(Medium.Print, Medium.Mail, 20)]);
        ledger.OtherCurrencies.ShouldBe([new CurrencyLines("USD", 1)]);
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Single(gap => gap.Kind == GapKind.MediaOffTarget).Message.ShouldStartWith("In 2026-01 32 % of the money went elsewhere than aimed at.");
        (await scene.RunAsync(new MediaLedger(scene.Plan, From: new LocalDate(2026, 2, 1)))).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_file_is_a_sentence_and_numbers_are_never_guessed()
    {
        await using var scene = await ResearchScene.OnAsync();
        (await scene.World.RefusedAsync(new ImportMediaUsage(scene.Plan, [0x50, 0x4B, 3, 4, 5]))).Code.ShouldBe("file-unreadable");
        var done = await scene.RunAsync(new ImportMediaUsage(scene.Plan, "medium,month,spent,currency\nPrint,2026-01,\"1.234,5\",EUR\nMail,2026-01,\"1,234.5\",EUR\n"u8.ToArray()));
        done.NotTaken.ShouldHaveSingleItem().Line.ShouldBe(2);
        done.Lines.ShouldHaveSingleItem().SpentMoney.ShouldBe(1234.5m);
    }
}
