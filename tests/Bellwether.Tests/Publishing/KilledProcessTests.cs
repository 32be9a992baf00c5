using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>The real program, killed by SIGKILL between two instructions of publishing, and started again on its data.</summary>
public sealed class KilledProcessTests
{
    public static TheoryData<string> Points => [.. Milestones.All];

    [Theory, MemberData(nameof(Points))]
    public async Task A_program_killed_anywhere_posts_to_bluesky_exactly_once(string point)
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("bluesky", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["identifier"] = person.Handle, ["password"] = person.AppPassword, ["address"] = pds.Address.ToString(),
        });

        await KillAndStartAgainAsync(stage, account, point);

        (await pds.Posts(person.Did)).Select(post => (string)post["value"]!["text"]!).Order(StringComparer.Ordinal).ShouldBe(["First", "Second"]);
    }

    [Theory, MemberData(nameof(Points))]
    public async Task A_program_killed_anywhere_delivers_to_a_webhook_under_one_id(string point)
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("webhook", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = receiver.Address.ToString() });

        await KillAndStartAgainAsync(stage, account, point);

        // A receiver that remembers ids takes each post once.
        var byId = receiver.Requests.GroupBy(request => request.Headers["webhook-id"]).ToList();
        byId.Count.ShouldBe(2);
        byId.ShouldAllBe(group => group.Select(request => request.Text).Distinct().Count() == 1);
    }

    private static async Task KillAndStartAgainAsync(Stage stage, Id<SocialAccount> account, string point)
    {
        // The world's clock catches up with the program's, which is the real one.
        stage.World.Clock.AdvanceTo(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2));
        await stage.PostAsync("First", 1, account);
        await stage.PostAsync("Second", 1, account);
        var folder = Path.GetDirectoryName(stage.World.Address.File)!;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BELLWETHER_MASTER_KEY"] = Convert.ToBase64String(new byte[32]), ["BELLWETHER_ALLOW_HOSTS"] = "localhost,127.0.0.1",
        };

        await using (var killed = AppProcess.Run(["--data", folder, "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string>(variables, StringComparer.Ordinal) { ["BELLWETHER_TEST"] = "1", ["BELLWETHER_CRASH_AT"] = point }))
        {
            await UntilAsync(() => Task.FromResult(killed.HasExited), $"the program did not die at “{point}”", () => killed.Said);
            (await killed.WaitForExit()).ShouldBe(137);
        }

        await using var again = await AppProcess.Start(folder, variables: variables);
        await UntilAsync(
            async () => (await stage.PublicationsAsync()).TrueForAll(row => row.Status == PublicationStatus.Confirmed),
            "not everything went out after the restart", () => again.Said);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, string otherwise, Func<string> said)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{otherwise}:\n{said()}");
    }
}
