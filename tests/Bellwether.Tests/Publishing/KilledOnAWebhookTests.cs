using System.Text.Json.Nodes;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>What a program killed while it publishes leaves at a webhook.</summary>
[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledOnAWebhookTests
{
    [Fact]
    public async Task A_program_killed_at_each_point_delivers_to_a_webhook_under_one_id()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("webhook", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = receiver.Address.ToString() });

        await KilledProgram.KillAtEachPointAsync(stage, account);

        // A receiver that remembers ids takes each post once.
        var byId = receiver.Requests.GroupBy(request => request.Headers["webhook-id"]).ToList();
        byId.ShouldAllBe(group => group.Select(request => request.Text).Distinct().Count() == 1);
        byId.Select(group => (string)JsonNode.Parse(group.First().Text)!["data"]!["text"]!).ShouldBe(KilledProgram.Texts, ignoreOrder: true);
    }
}
