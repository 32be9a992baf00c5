using Bellwether.Kernel;
using Bellwether.Links;
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
        await world.RunAsync(new MakeDeal(world.Brand, "TACO10", "Tuesday", new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31), new LinkPlace(Channel: "channel_x")));
        const string Csv = "Order ID;Created at;Total;Currency;Discount Code\n1001;2026-03-20 12:00:00;12.50;EUR;taco10\n1002;2026-03-21;8;;\n1001;2026-03-20 12:00:00;12.50;EUR;taco10\n1003;2026-03-22T10:00:00+01:00;5.25;usd;OTHER\n";
        var tried = await world.RunAsync(new ImportConversions(world.Brand, Csv, DryRun: true));
        (tried.Recorded, tried.Known, tried.Unmatched).ShouldBe((3, 1, 2));
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ShouldBeEmpty();
        (await world.RunAsync(new ImportConversions(world.Brand, Csv))).ShouldBeEquivalentTo(tried);
        var again = await world.RunAsync(new ImportConversions(world.Brand, Csv));
        (again.Recorded, again.Known).ShouldBe((0, 4));
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
        found.Problems[0].Message.ShouldContain("ten");
        (await world.RunAsync(new ConversionList(world.Brand))).Items.ShouldBeEmpty();
        (await world.World.RefusedAsync(new ImportConversions(world.Brand, "amount\n10\n"))).Code.ShouldBe("csv-without-id");
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
