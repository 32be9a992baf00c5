using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Tracking;

[Requirement("R001-21")]
public sealed class ImportConversionsTests
{
    [Theory, BothDatabases]
    public async Task Orders_of_a_file_are_counted_once_and_credited_by_their_codes(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.DealAsync("TACO10", new LinkPlace(Channel: "channel_x"));
        const string Csv = "Order ID;Created at;Total;Currency;Discount Code\n1001;2026-03-20 12:00:00;12.50;EUR;taco10\n1002;2026-03-21;8;;\n1001;2026-03-20 12:00:00;12.50;EUR;taco10\n1003;2026-03-22T10:00:00+01:00;5.25;usd;OTHER\n";
        var tried = await world.RunAsync(new ImportConversions(world.Brand, Csv, DryRun: true));
        (tried.Recorded, tried.Known, tried.Unmatched).ShouldBe((3, 1, 2));
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ShouldBeEmpty();
        tried.Import.ShouldBeNull();
        tried.Lines.Select(line => line.Value).ShouldBe([Money.Of(12.5m, "EUR"), Money.Of(8, "EUR"), Money.Of(12.5m, "EUR"), Money.Of(5.25m, "USD")]);
        var taken = await world.RunAsync(new ImportConversions(world.Brand, Csv));
        (taken.Recorded, taken.Known, taken.Unmatched).ShouldBe((3, 1, 2));
        var again = await world.RunAsync(new ImportConversions(world.Brand, Csv));
        (taken.Stored, again.Stored, again.Recorded, again.Known).ShouldBe((true, false, 0, 4));
        var stored = (await world.RunAsync(new ConversionList(world.Brand))).Items.ToDictionary(one => one.ExternalId);
        (stored["1001"].MatchedBy, stored["1001"].Place.Channel, stored["1001"].At).ShouldBe((MatchedBy.DealCode, "channel_x", Instant.FromUtc(2026, 3, 20, 11, 0)));
        stored["1002"].Value.ShouldBe(Money.Of(8, "EUR"));
        stored["1003"].At.ShouldBe(Instant.FromUtc(2026, 3, 22, 9, 0));
    }

    [Theory, BothDatabases]
    public async Task A_file_with_a_bad_row_is_refused_whole_and_names_the_row(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var found = await world.RunAsync(new ImportConversions(world.Brand, "id,amount,at\n1,10,2026-03-01\n2,ten,2026-03-01\n3,10,soon\n,10,2026-03-01\n5,-1,2026-03-01\n6,1,2099-01-01\n"));
        found.Problems.Select(problem => problem.Line).ShouldBe([3, 4, 5, 6, 7]);
        (found.Stored, found.Recorded, found.Unmatched, found.Import).ShouldBe((false, 0, 0, null));
        (await world.RunAsync(new ImportConversions(world.Brand, "id,amount\n1,10\n2,ten\n", DryRun: true))).ShouldSatisfyAllConditions(look => look.Recorded.ShouldBe(1), look => look.Stored.ShouldBeFalse());
        found.Problems[0].Message.ShouldContain("ten");
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ShouldBeEmpty();
        (await world.World.RefusedAsync(new ImportConversions(world.Brand, "amount\n10\n"))).Code.ShouldBe("csv-without-id");
    }

    [Theory, BothDatabases]
    public async Task Two_lines_of_one_id_that_contradict_one_another_are_named_and_nothing_is_stored(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        const string Head = "id,type,at,amount,code,customer\n";
        const string First = "dd1,sale,2026-03-01,2.00,taco10,ann\n";
        foreach (var (line, says) in new[]
        {
            ("dd1,sale,2026-03-01,3.00,taco10,ann", "the value €2.00 and €3.00"), ("dd1,lead,2026-03-02,2,TACO10,ann", "the type “sale” and “lead”, the day “2026-03-01” and “2026-03-02”"),
            ("dd1,sale,2026-03-01,2.00,salsa,ben", "the code “taco10” and “salsa”, two customers"),
        })
        {
            foreach (var look in new[] { true, false })
            {
                var found = await world.RunAsync(new ImportConversions(world.Brand, Head + First + First + line + "\n", DryRun: look));
                (found.Recorded, found.Known, found.Stored).ShouldBe((look ? 1 : 0, 1, false));
                found.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(problem => problem.Line.ShouldBe(4), problem => problem.Message.ShouldStartWith($"Lines 2 and 4 have the same id “dd1” and contradict one another: {says}. "));
            }
        }

        // What is the same in other words, or not said at all, is no contradiction.
        (await world.RunAsync(new ImportConversions(world.Brand, Head + First + "dd1,order,2026-03-01,2,TACO10,ann\ndd1,,,,,\n"))).ShouldSatisfyAllConditions(taken => taken.Problems.ShouldBeEmpty(), taken => (taken.Recorded, taken.Known).ShouldBe((1, 2)));
        (await world.World.RefusedAsync(new RecordConversion(" ", "sale", Brand: world.Brand))).Message.ShouldBe("External id is empty. Write the id that the shop or the form gave it.");
    }

    [Theory, BothDatabases]
    public async Task A_file_is_taken_back_as_one_and_restored_and_a_mended_one_is_told_anew(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var first = await world.RunAsync(new ImportConversions(world.Brand, "id,amount,at\n1,10,2026-03-01\n2,20,2026-03-01\n3,30,2026-03-02\n", File: "march.csv"));
        await world.RunAsync(new RecordConversion("by-hand", "sale", Money.Of(5, "EUR")));
        var import = first.Import.ShouldNotBeNull();
        var second = (await world.RunAsync(new ConversionList(world.Brand))).Items.Single(one => one.ExternalId == "2");
        await world.RunAsync(new VoidConversion(second.Id, "Cancelled."));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.RunAsync(new UndoConversionImport(import))).Changed.ShouldBe(2);
        (await RevenueAsync()).ShouldBe([Money.Of(5, "EUR")]);
        (await world.World.RefusedAsync(new UndoConversionImport(import))).ShouldSatisfyAllConditions(refused => refused.Code.ShouldBe("import-undone"), refused => refused.Kind.ShouldBe(ProblemKind.Conflict));
        (await world.RunAsync(new ConversionImportList(world.Brand))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => (one.File, one.Recorded, one.Known).ShouldBe(("march.csv", 3, 0)), one => one.UndoneAt.ShouldNotBeNull());

        // What was taken back by itself stays so; what a mended file brings is told anew, once.
        (await world.RunAsync(new RestoreConversionImport(import))).Changed.ShouldBe(2);
        (await RevenueAsync()).ShouldBe([Money.Of(45, "EUR")]);
        await world.RunAsync(new RestoreConversion(second.Id));
        foreach (var refused in new[] { await world.World.RefusedAsync(new RestoreConversion(second.Id)), await world.World.RefusedAsync(new RestoreConversionImport(import)) })
        {
            (refused.Code[^7..], refused.Kind).ShouldBe(("-stands", ProblemKind.Conflict));
        }

        (await world.RunAsync(new UndoConversionImport(import))).Changed.ShouldBe(3);
        var mended = await world.RunAsync(new ImportConversions(world.Brand, "id,amount,at\n1,11,2026-03-01\n3,33,2026-03-02\nby-hand,99,2026-03-02\n", File: "mended.csv"));
        (mended.Recorded, mended.Known).ShouldBe((2, 1));
        (await RevenueAsync()).ShouldBe([Money.Of(49, "EUR")]);
        (await world.RunAsync(new RestoreConversionImport(import))).Changed.ShouldBe(1);
        (await RevenueAsync()).ShouldBe([Money.Of(69, "EUR")]);

        async Task<IReadOnlyList<Money>> RevenueAsync() => (await world.RunAsync(new TrackingOverview(world.Brand))).Total.Revenue;
    }

    [Theory, BothDatabases]
    public async Task What_a_link_counts_for_is_changed_and_the_orders_that_came_stay_where_they_were_counted(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var goal = (await world.World.GoalAsync(await world.World.PlanAsync())).ToString();
        var link = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Place: new LinkPlace(Channel: "channel_x")));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Link: link.Code));
        var moved = await world.RunAsync(new PlaceLink(link.Id, new LinkPlace(Goal: goal), link.Version));
        (moved.Place, moved.Short, moved.Destination).ShouldBe((new LinkPlace(Goal: goal), link.Short, link.Destination));
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(20, "EUR"), Link: link.Code));
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ToDictionary(one => one.ExternalId, one => one.Place)
            .ShouldBe(new Dictionary<string, LinkPlace> { ["1"] = new(Channel: "channel_x"), ["2"] = new(Goal: goal) }, ignoreOrder: true);
        (await world.RunAsync(new PlaceLink(link.Id))).Place.ShouldBe(new LinkPlace());
        var posted = await world.LinkAsync(new MakeLink(world.Brand, "https://tacoloco.example/", Place: new LinkPlace(Post: "post_z", Variant: "variant_z")));
        (await world.World.RefusedAsync(new PlaceLink(posted.Id, new LinkPlace(Goal: goal)))).Code.ShouldBe("link-of-post");
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new PlaceLink(link.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Amounts_have_a_decimal_comma_or_a_point_and_what_can_be_read_two_ways_is_asked_about(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        async Task<string> LookAsync(string amounts, DecimalSign? chosen = null)
        {
            var csv = "id;at;amount\n" + string.Concat(amounts.Split(' ').Select((amount, i) => $"{i};2026-03-01;{amount}\n"));
            var looked = await world.RunAsync(new ImportConversions(world.Brand, csv, DryRun: true, Decimal: chosen));
            looked.Problems.ShouldBeEmpty();
            return FormattableString.Invariant($"{looked.Decimal} {string.Join(' ', looked.Lines.Select(line => line.Value!.Value.Minor))}");
        }

        async Task RefusedAsync(string code, string amounts)
        {
            var refused = await world.World.RefusedAsync(new ImportConversions(world.Brand, "id;amount\n" + string.Concat(amounts.Split(' ').Select((amount, i) => $"{i};{amount}\n"))));
            (refused.Code, refused.Fields[0].Field).ShouldBe((code, "decimal"));
        }

        (await LookAsync("12,50 1.234,56 8 1.234")).ShouldBe("Comma 1250 123456 800 123400");
        (await LookAsync("12.50 1,234.56 1'000.5 1,234,567")).ShouldBe("Point 1250 123456 100050 123456700");
        (await LookAsync("8 10")).ShouldBe(" 800 1000");
        (await LookAsync("1.234", DecimalSign.Comma)).ShouldBe("Comma 123400");
        await RefusedAsync("decimal-unclear", "1.234 5");
        await RefusedAsync("decimal-mixed", "12,50 12.50");
        var one = await world.RunAsync(new ImportConversions(world.Brand, "id;amount\n1;12,50\n2;12.50\n", DryRun: true, Decimal: DecimalSign.Comma));
        one.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
        one.Problems[0].Message.ShouldContain("decimal comma");
    }

    [Theory, BothDatabases]
    public async Task Exports_of_shops_are_read_as_they_come_with_their_days_and_ids_and_from_a_workbook_as_from_text(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        async Task<string> LookAsync(string csv)
        {
            var looked = await world.RunAsync(new ImportConversions(world.Brand, DryRun: true, Content: Encoding.UTF8.GetBytes(csv)));
            looked.Problems.ShouldBeEmpty();
            return string.Join(' ', looked.Lines.Select(line => FormattableString.Invariant($"{line.ExternalId} {line.At} {line.Value?.Minor}")));
        }

        // A shop's order has a name, an offset without a colon, and a line for each thing that was bought.
        (await LookAsync("Name,Email,Financial Status,Currency,Total,Discount Code,Created at,Lineitem name\n#1001,a@b.example,paid,EUR,18.00,,2026-03-20 12:00:00 +0100,Taco\n#1001,a@b.example,,,,,,Salsa\n"))
            .ShouldStartWith("#1001 2026-03-20T11:00:00Z 1800 #1001 ");
        // A name beside an order number is a person's: two orders of hers are two.
        (await LookAsync("Name;Bestellnummer;Datum;Betrag\nAnn;7;20.03.2026;18,00\nAnn;8;20.03.2026 09:30;1.018,00\n")).ShouldBe("7 2026-03-20T11:00:00Z 1800 8 2026-03-20T08:30:00Z 101800");
        (await LookAsync("id,at\n1,2026-03-20 09:30\n2,2026-03-20T09:30:00.5Z\n3,2026-03-20T09:30Z\n")).ShouldBe("1 2026-03-20T08:30:00Z  2 2026-03-20T09:30:00Z  3 2026-03-20T09:30:00Z ");
        (await LookAsync("id,at\n1,03/04/2026\n2,03/20/2026\n")).ShouldBe("1 2026-03-04T11:00:00Z  2 2026-03-20T11:00:00Z ");
        (await world.World.RefusedAsync(new ImportConversions(world.Brand, "id,at\n1,03/04/2026\n2,02/04/2026\n"))).ShouldSatisfyAllConditions(refused => (refused.Code, refused.Fields[0].Field).ShouldBe(("days-unclear", "csv")), refused => refused.Message.ShouldContain("03/04/2026"));
        await MixedAsync("1,2026-11-03\n2,\n3,03.11.2025\n4,2026-11-04", "line 2 has “2026-11-03” (year-month-day) and line 4 has “03.11.2025” (day.month.year)");
        await MixedAsync("1,03/04/2026\n2,02/13/2026\n3,soon\n4,13/02/2026", "line 3 has “02/13/2026” (month/day/year) and line 5 has “13/02/2026” (day/month/year)");
        (await world.World.RefusedAsync(new ImportConversions(world.Brand, Content: [0x50, 0x4B, 0x03, 0x04, 0x00]))).ShouldSatisfyAllConditions(refused => (refused.Code, refused.Fields[0].Field).ShouldBe(("file-unreadable", "content")));
        (await world.World.RefusedAsync(new ImportConversions(world.Brand))).Code.ShouldBe("csv-empty");
        var wrong = await world.RunAsync(new ImportConversions(world.Brand, "id,amount,currency\n1,1.005,EUR\n2,1,XYZ\n3,1.5,JPY\n4,1.50,eur\n5,1.250,kwd\n"));
        (wrong.Stored, wrong.Lines.Count).ShouldBe((false, 2));
        wrong.Problems.Select(problem => (problem.Line, problem.Message[..24])).ShouldBe([(2, "1.005 has more decimals "), (3, "“XYZ” is no currency. Us"), (4, "1.5 has more decimals th")]);
        var sheet = SharedData.File("formats/xlsx/temperature.xlsx");
        (await world.World.RefusedAsync(new ImportConversions(world.Brand, Content: await File.ReadAllBytesAsync(sheet, TestContext.Current.CancellationToken)))).Code.ShouldBe("csv-without-id");

        async Task MixedAsync(string lines, string said)
        {
            var refused = await world.World.RefusedAsync(new ImportConversions(world.Brand, "id,at\n" + lines, DryRun: true));
            (refused.Code, refused.Fields[0].Field).ShouldBe(("days-mixed", "csv"));
            refused.Message.ShouldContain(said);
        }
    }

    [Theory, BothDatabases]
    public async Task Everything_about_a_customer_is_handed_out_and_erased(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(10, "EUR"), Customer: "ann@example.org"));
        await world.RunAsync(new RecordConversion("2", "sale", Customer: "ben@example.org"));
        (await world.RunAsync(new CustomerData(world.Brand, "Ann@example.org"))).Conversions.ShouldHaveSingleItem().ExternalId.ShouldBe("1");
        (await world.RunAsync(new ForgetCustomer(world.Brand, "ann@example.org"))).Conversions.ShouldBe(1);
        (await world.RunAsync(new CustomerData(world.Brand, "ann@example.org"))).Conversions.ShouldBeEmpty();
        (await world.RunAsync(new TrackingOverview(world.Brand))).Total.Revenue.ShouldBe([Money.Of(10, "EUR")]);
    }
}
