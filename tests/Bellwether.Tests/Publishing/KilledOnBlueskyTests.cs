using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>What a program killed while it publishes leaves on Bluesky.</summary>
[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledOnBlueskyTests
{
    [Fact]
    public async Task A_program_killed_at_each_point_posts_to_bluesky_exactly_once()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("bluesky", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["identifier"] = person.Handle, ["password"] = person.AppPassword, ["address"] = pds.Address.ToString(),
        });

        await KilledProgram.KillAtEachPointAsync(stage, account);

        (await pds.Posts(person.Did)).Select(post => (string)post["value"]!["text"]!).ShouldBe(KilledProgram.Texts, ignoreOrder: true);
    }
}
