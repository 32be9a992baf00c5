using System.Text.Json.Nodes;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class CadencePartTests
{
    [Theory, BothDatabases]
    public async Task A_cadence_is_read_where_the_brand_has_none_and_never_replaces_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var other = await world.AccountAsync("mastodon");
        await world.RunAsync(new SetCadence(account, new HowOften(Max: 2), new HowOften(1, 3, 9), 90, new QuietHours(new LocalTime(22, 0), new LocalTime(7, 0))));
        var part = (await PlanParts.WriteAsync(world, await world.PlanAsync(), nextCycle: false, "channels"))["channels"]!;
        part["cadences"]!.AsArray().ShouldHaveSingleItem()!["quiet"]!["from"]!.GetValue<string>().ShouldBe("22:00:00");

        var changed = JsonNode.Parse(part.ToJsonString().Replace("90", "30", StringComparison.Ordinal))!;
        var key = changed["cadences"]![0]!["account"]!.GetValue<string>();
        changed["cadences"]!.AsArray().Add(JsonNode.Parse($$"""{"account": "{{key.Replace("bluesky", "mastodon", StringComparison.Ordinal)}}", "week": {"target": 4} }"""));
        await PlanParts.ReadAsync(world, await world.PlanAsync("Another"), new JsonObject { ["channels"] = changed });
        var cadences = await world.RunAsync(new CadenceList(world.Brand));
        cadences.Single(cadence => cadence.Account == account).SpacingMinutes.ShouldBe(90);
        cadences.Single(cadence => cadence.Account == other).Week.Target.ShouldBe(4);
    }

    [Theory]
    [InlineData("""{"cadences": [{"account": "nobody:here"}]}""", "channels.cadences[0]: there is no account “nobody:here”")]
    [InlineData("""{"cadences": [{"account": "bluesky:tacoloco", "week": {"min": 5, "max": 2}}]}""", "channels.cadences[0]: The minimum (5) is above the maximum (2)")]
    public async Task A_mistake_is_named_by_its_place(string part, string says)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        await world.AccountAsync("bluesky");
        var plan = await world.PlanAsync();
        (await Should.ThrowAsync<ProblemException>(() => PlanParts.ReadAsync(world, plan, new JsonObject { ["channels"] = JsonNode.Parse(part) }))).Message.ShouldContain(says);
        (await world.RunAsync(new CadenceList(world.Brand))).ShouldAllBe(cadence => cadence.Week.Target == null);
    }
}
