using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>What a program killed while it publishes leaves at a webhook.</summary>
[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledOnAWebhookTests
{
    public static TheoryData<string> Points => [.. Milestones.All];

    [Theory, MemberData(nameof(Points))]
    public async Task A_program_killed_anywhere_delivers_to_a_webhook_under_one_id(string point)
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("webhook", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = receiver.Address.ToString() });

        await KilledProgram.KillAndStartAgainAsync(stage, account, point);

        // A receiver that remembers ids takes each post once.
        var byId = receiver.Requests.GroupBy(request => request.Headers["webhook-id"]).ToList();
        byId.Count.ShouldBe(2);
        byId.ShouldAllBe(group => group.Select(request => request.Text).Distinct().Count() == 1);
    }
}
