using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>Figures that others published come out of what is stored.</summary>
[Requirement("R004-27")]
public sealed class CreditFigureTests
{
    /// <summary>The example shop of Snowplow's fractional attribution: 60 visitors, 6 orders, worked out by Google's own program.</summary>
    [Fact]
    public async Task Clicks_and_orders_of_a_shop_end_in_the_credits_that_were_published()
    {
        await using var world = await TrackingWorld.OnAsync(DatabaseKind.Sqlite);
        var direct = await LinkAsync(world, null);
        var (search, video, display) = (await LinkAsync(world, "organic"), await LinkAsync(world, "video"), await LinkAsync(world, "display"));
        var orders = new List<(decimal Value, Guid Click)>();
        var batch = new ClickBatch();
        Visitors(22 + 3, 0, direct);
        Visitors(26, 0, search);
        Visitors(1, 0, search, direct);
        Visitors(2, 0, video);
        Visitors(4, 0, display);
        Visitors(3, 94.42m, direct);
        Visitors(1, 66.5m, search);
        Visitors(1, 140m, search, direct);
        Visitors(1, 200m, video);
        await using (var log = ClickLog.On(world.World.Address))
        {
            await log.WriteAsync(batch, default);
        }

        foreach (var (order, place) in orders.Select((order, place) => (order, place)))
        {
            await world.RunAsync(new RecordConversion($"order-{place}", "sale", Money.Of(order.Value, "EUR"), ClickId: new Id<Click>(order.Click).ToString()));
        }

        var report = await world.RunAsync(new AttributionReport(world.Brand));
        report.ShouldAddUp();
        (report.Conversions, report.Value, report.Visitors).ShouldBe((6, Money.Of(500.92m, "EUR"), 58));
        report.Of("direct", AttributionModel.Counterfactual).ShouldBe((3.541m, 170.15m));
        report.Of("organicSearch", AttributionModel.Counterfactual).ShouldBe((1.459m, 130.77m));
        report.Of("organicVideo", AttributionModel.Counterfactual).ShouldBe((1, 200));
        report.Of("direct", AttributionModel.Last).ShouldBe((4, 234.42m));
        report.Of("direct", AttributionModel.First).ShouldBe((3, 94.42m));
        report.Of("organicSearch", AttributionModel.First).ShouldBe((2, 206.5m));
        report.Of("organicSearch", AttributionModel.Linear).ShouldBe((1.5m, 136.5m));
        report.Of("direct", AttributionModel.Position).ShouldBe((3.5m, 164.42m));
        report.Of("organicSearch", AttributionModel.LastNonDirect).ShouldBe((2, 206.5m));
        report.Rows.ShouldNotContain(row => row.Key == "display");

        void Visitors(int many, decimal value, params LinkView[] path)
        {
            for (var visitor = 0; visitor < many; visitor++)
            {
                var (who, click) = (Random.Shared.NextInt64(), Guid.Empty);
                foreach (var (link, place) in path.Select((link, place) => (link, place)))
                {
                    click = Guid.CreateVersion7();
                    var at = world.World.Now - Duration.FromHours(2) + Duration.FromMinutes(place);
                    var group = ChannelRules.Shipped.Group(new Arrival(link.Tags?.Source, link.Tags?.Medium));
                    batch.Rows.Add(new ClickRow(click, world.World.Workspace.Value, world.Brand.Value, link.Id.Value, at.ToUnixTimeTicks(), who, place == 0, null, group, DeviceClass.Phone, HitOutcome.Counted));
                }

                if (value > 0)
                {
                    // Three direct orders are worth 94.42 together.
                    orders.Add((many == 3 ? visitor < 2 ? 31.47m : 31.48m : value, click));
                }
            }
        }
    }

    /// <summary>1,983 conversions on 1 to 11 touches each, stored as they are kept, and read as a report reads them.</summary>
    [Fact]
    public async Task Stored_paths_of_nearly_two_thousand_customers_are_credited_as_published()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var groups = new Dictionary<string, ChannelGroup>(StringComparer.Ordinal);
        var rows = new List<Entity>();
        foreach (var cells in File.ReadLines(SharedData.File("attribution/customers.csv")).Skip(1).Select(line => line.Split(',')))
        {
            var at = world.Now - Duration.FromMinutes(rows.Count);
            var steps = cells[0].Split(" > ");
            var path = new TouchPath(new Conversion(world.Brand, cells[1], "sale", null, at, null));
            path.Lead([.. steps.Select((name, place) => new PathStep((at - Duration.FromHours(steps.Length - place)).ToUnixTimeTicks(), GroupOf(name), Guid.Empty))], at);
            rows.Add(path);
        }

        await world.AddAsync([.. rows]);
        var report = await world.RunAsync(new AttributionReport(world.Brand));
        report.ShouldAddUp();
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.File("expected.json")))!["fractribution"]!;
        foreach (var (model, name) in new[] { (AttributionModel.First, "first"), (AttributionModel.Last, "last"), (AttributionModel.Linear, "linear_per_touch"), (AttributionModel.Position, "position_40_20_40") })
        {
            Compare(model, expected[name]!);
        }

        Compare(AttributionModel.Markov, expected["markov1_converting_paths_only"]!["attributed"]!);

        void Compare(AttributionModel model, JsonNode credits)
        {
            foreach (var (channel, credit) in credits.AsObject().Where(pair => groups.ContainsKey(pair.Key)))
            {
                var key = JsonNamingPolicyKey(groups[channel]);
                report.Of(key, model).Conversions.ShouldBe((decimal)credit!.GetValue<double>(), 0.0011m, string.Create(CultureInfo.InvariantCulture, $"{model} {channel}"));
            }
        }

        // Any group but direct will do for each of the letters.
        ChannelGroup GroupOf(string name) => groups.TryGetValue(name, out var known) ? known : groups[name] = (ChannelGroup)(groups.Count + 1);
    }

    private static string JsonNamingPolicyKey(ChannelGroup group) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(group.ToString());

    private static Task<LinkView> LinkAsync(TrackingWorld world, string? medium) =>
        world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/", medium is null ? null : "somewhere", medium, medium is null ? null : "c"));
}
