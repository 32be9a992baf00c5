using System.Text;
using System.Text.Json;
using Bellwether.Campaigns;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Returns.Ads;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>It is 26 March 2026.</summary>
public sealed class AdImportTests
{
    private const string German = """
        Kampagnenname;Anzeigenname;Tag;Ausgegebener Betrag (EUR);Impressionen;Reichweite;Link-Klicks;Ergebnisse;Ergebnisindikator
        ;;01.03.2026;1.300,75;12.000;9.000;130;13;
        Frühling;Taco am Platz;01.03.2026;1.234,50;10.000;8.000;100;10;actions:lead
        spring-menu;Salsa;01.03.2026;66,25;2.000;1.500;30;3;actions:purchase
        spring-menu;Kaputt;irgendwann;1,00;1;1;1;1;actions:lead
        Gesamt;;;1.300,75;12.000;9.000;130;13;
        """;

    [Fact, Requirement("R004-01")]
    public async Task A_localised_export_is_read_once_its_totals_are_left_out_and_kinds_of_results_stay_apart()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var campaign = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", CampaignKind.Community)))).Id;
        var file = Encoding.UTF8.GetBytes(German);
        // The file tells its decimal comma by itself.
        var look = await world.RunAsync(new ImportAds(plan, file, DryRun: true));
        (look.Decimal, look.Total[0].Spent).ShouldBe((DecimalSign.Comma, Money.Of(1300.75m, "EUR")));
        (look.Added, look.Stored).ShouldBe((2, false));
        (await world.RunAsync(new AdList(plan))).Total.ShouldBeEmpty();

        var made = await world.RunAsync(new ImportAds(plan, file, Locale: "de-DE"));
        (made.Added, made.Changed, made.Unchanged).ShouldBe((2, 0, 0));
        made.NotTaken.Select(row => (row.Line, row.Reason)).ShouldBe([(2, "Adds up the other rows; it would be counted twice."), (6, "Adds up the other rows; it would be counted twice."), (5, "“irgendwann” is no day written like the others.")]);
        var total = made.Total.ShouldHaveSingleItem();
        (total.Spent, total.Impressions, total.Clicks, total.ClickRate).ShouldBe((Money.Of(1300.75m, "EUR"), 12_000, 130, 0.010833m));
        total.Results.ShouldBe([new ResultSum("actions:lead", 10, Money.Of(130.08m, "EUR")), new ResultSum("actions:purchase", 3, Money.Of(433.58m, "EUR"))]);

        var again = await world.RunAsync(new ImportAds(plan, file, Locale: "de-DE"));
        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 2));
        var returns = await world.RunAsync(new ReturnsPage(plan));
        returns.Total.Advertising.ShouldBe(Money.Of(1300.75m, "EUR"));
        returns.Campaigns.Select(sum => (sum.Id, sum.Advertising)).ShouldBe([(campaign.ToString(), Money.Of(66.25m, "EUR")), (null, Money.Of(1234.50m, "EUR"))]);
        (await world.RunAsync(new AdvertisingOf(plan))).Spent.ShouldBe(1300.75m, "the ceiling of the plan is held against imported spend too");

        var mended = await world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(German.Replace("66,25", "70,25", StringComparison.Ordinal)), Locale: "de-DE"));
        (mended.Added, mended.Changed, mended.Unchanged).ShouldBe((0, 1, 1));
        (await world.RunAsync(new ReturnsPage(plan))).Total.Advertising.ShouldBe(Money.Of(1304.75m, "EUR"));
    }

    [Fact, Requirement("R004-01")]
    public async Task A_currency_in_a_column_counts_and_one_that_nobody_names_is_asked_for()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        const string bare = "Ad name,Reporting starts,Reporting ends,Amount spent\nTaco,2026-02-01,2026-02-28,280\n";
        (await world.RefusedAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(bare)))).Code.ShouldBe("currency-missing");
        (await world.RefusedAsync(new ImportAds(plan, Encoding.UTF8.GetBytes("Ad name,Clicks\nTaco,1\n"), "EUR"))).Code.ShouldBe("columns-missing");
        (await world.RefusedAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(bare), "XYZ"))).ShouldSatisfyAllConditions(refused => (refused.Code, refused.Fields[0].Field).ShouldBe(("currency-unknown", "currency")));
        var looked = await world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes("Ad name,Day,Spend,Currency\nA,2026-03-01,10.005001,EUR\nB,2026-03-01,20.50,EUR\nC,2026-03-01,1,XYZ\n"), DryRun: true));
        (looked.Rounded, looked.Total[0].Spent).ShouldBe((1, Money.Of(30.51m, "EUR")), "what a network reckoned is rounded, and said to be");
        looked.NotTaken.ShouldHaveSingleItem().Reason.ShouldStartWith("“XYZ” is no currency. Use");
        await world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(bare), "EUR"));
        (await world.RunAsync(new ReturnsPage(plan, new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 7)))).Total.Advertising.ShouldBe(Money.Of(70, "EUR"));
        await world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes("Ad name,Day,Spend,Currency\nA,2026-03-01,10,USD\nB,2026-03-01,20,EUR\n")));
        (await world.RunAsync(new AdList(plan))).Total.Select(sum => sum.Spent).ShouldBe([Money.Of(300, "EUR"), Money.Of(10, "USD")]);
        (await world.RunAsync(new ReturnsPage(plan))).Missing.ShouldContain("There is no rate from USD to EUR for 2026-03-01 or the month before it.");
    }

    [Theory, BothDatabases, Requirement("R004-01")]
    public async Task A_line_that_says_what_cannot_be_is_named_with_its_column_and_the_others_are_taken(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        const string file = "Ad name,Reporting starts,Reporting ends,Amount spent,Clicks,Reach,Leads\nA,2026-03-01,2026-03-02,10,1,1,1\nB,2026-03-20,2026-03-27,10,1,1,1\nC,2026-03-01,2026-03-02,-10,1,1,1\nD,2026-03-01,2026-03-02,10,-1,1,1\n"
            + "E,2026-03-01,2026-03-02,10,1,1,-1\nF,2026-03-03,2026-03-02,10,1,1,1\nG,2026-03-01,2026-03-02,10,1,99999999999999999999,1\n";
        var made = await world.RunAsync(new ImportAds(plan, Encoding.UTF8.GetBytes(file), "EUR"));
        (made.Added, made.Stored).ShouldBe((1, true));
        made.NotTaken.Select(row => row.Line).ShouldBe([3, 4, 5, 6, 7, 8]);
        made.NotTaken.Select(row => row.Reason[..row.Reason.IndexOf('.', StringComparison.Ordinal)]).ShouldBe([
            "“2026-03-27” under “Reporting ends” lies ahead", "“-10” under “Amount spent” is negative", "“-1” under “Clicks” is negative", "“-1” under “Leads” is negative",
            "“2026-03-02” under “Reporting ends” lies before “2026-03-03” under “Reporting starts”", "“99999999999999999999” under “Reach” is too large",
        ]);
    }

    /// <summary>1,143 ads of a real export; the figures were computed from the file by another program.</summary>
    [Fact, Requirement("R004-01")]
    public void The_sums_of_a_real_export_are_those_another_program_finds()
    {
        var file = AdFile.Read(File.ReadAllBytes(SharedData.File("ads/facebook_ads_kag.csv")), "USD", "en-US", new LocalDate(2026, 3, 26));
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("expected.json")));
        var ads = expected.RootElement.GetProperty("kag_ads");
        file.NotTaken.ShouldBeEmpty();
        var sum = AdSum.Totals(file.Rows).ShouldHaveSingleItem();
        Check(sum, ads.GetProperty("all"));
        foreach (var age in ads.GetProperty("by_age").EnumerateObject())
        {
            Check(AdSum.Totals(file.Rows.Where(row => row.Key.Contains('|' + age.Name + '|', StringComparison.Ordinal))).Single(), age.Value);
        }
    }

    private static void Check(AdSum sum, JsonElement expected)
    {
        (sum.Rows, sum.Clicks, sum.Impressions).ShouldBe((expected.GetProperty("ads").GetInt32(), expected.GetProperty("clicks").GetInt64(), expected.GetProperty("impressions").GetInt64()));
        sum.Spent.Amount.ShouldBe(expected.GetProperty("spent").GetDecimal());
        (sum.CostPerClick, sum.CostPerThousand, sum.ClickRate).ShouldBe((expected.GetProperty("cpc").GetDecimal(), expected.GetProperty("cpm").GetDecimal(), expected.GetProperty("ctr").GetDecimal()));
        sum.Results.Select(result => (result.Kind, result.Count)).ShouldBe([("Approved_Conversion", expected.GetProperty("sales").GetDecimal()), ("Total_Conversion", expected.GetProperty("enquiries").GetDecimal())]);
        sum.Results[1].CostOfEach!.Value.Amount.ShouldBe(decimal.Round(expected.GetProperty("cost_per_enquiry").GetDecimal(), 2));
    }
}
