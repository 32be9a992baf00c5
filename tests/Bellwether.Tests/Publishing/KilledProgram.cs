using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>The real program, killed by SIGKILL between two instructions of publishing, and started again on its data.</summary>
internal static class KilledProgram
{
    /// <summary>What is to go out: one post for each point at which the program is killed, and one that goes out in peace.</summary>
    public static readonly IReadOnlyList<string> Texts = [.. Milestones.All.Select(point => $"Killed at {point}"), "In peace"];

    /// <summary>
    /// Kills the program at each point of publishing, one after the other on the same data, and starts it again until all is out
    /// or with a person. Answers which text each post has; each goes out on each account by a post of its own.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Id<Post>, string>> KillAtEachPointAsync(Stage stage, IReadOnlyList<Id<SocialAccount>> accounts, IReadOnlyDictionary<string, string>? hosts = null)
    {
        // The world's clock catches up with the program's, which is the real one.
        stage.World.Clock.AdvanceTo(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2));
        var posts = new Dictionary<Id<Post>, string>();
        foreach (var text in Texts)
        {
            foreach (var account in accounts)
            {
                posts[await stage.PostAsync(text, 1, account)] = text;
            }
        }

        var folder = Path.GetDirectoryName(stage.World.Address.File)!;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BELLWETHER_MASTER_KEY"] = Convert.ToBase64String(new byte[32]), ["BELLWETHER_ALLOW_HOSTS"] = "localhost,127.0.0.1",
            ["BELLWETHER_NETWORK_HOSTS"] = string.Join(',', (hosts ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key}={pair.Value}")),
        };

        foreach (var point in Milestones.All)
        {
            await using var killed = AppProcess.Run(["--data", folder, "--urls", "http://127.0.0.1:0"],
                new Dictionary<string, string>(variables, StringComparer.Ordinal) { ["BELLWETHER_TEST"] = "1", ["BELLWETHER_CRASH_AT"] = point });
            await UntilAsync(() => Task.FromResult(killed.HasExited), $"the program did not die at “{point}”", () => killed.Said);
            (await killed.WaitForExit()).ShouldBe(137);
        }

        await using var again = await AppProcess.Start(folder, variables: variables);
        await UntilAsync(
            async () => (await stage.PublicationsAsync()).TrueForAll(row => row.Status is PublicationStatus.Confirmed or PublicationStatus.NeedsPerson),
            "not everything went out after the restart", () => again.Said);
        return posts;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, string otherwise, Func<string> said)
    {
        // A start takes seconds, and minutes beside other work on a small machine.
        for (var i = 0; i < 1800; i++)
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
