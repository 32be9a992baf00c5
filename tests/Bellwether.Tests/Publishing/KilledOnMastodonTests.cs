using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>What a program killed while it publishes leaves on a fake of a Mastodon server that keeps keys for an hour.</summary>
[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledOnMastodonTests
{
    [Fact]
    public async Task A_program_killed_at_each_point_posts_to_mastodon_exactly_once()
    {
        await using var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        var account = await stage.AccountAsync("mastodon", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = fake.Address, ["accessToken"] = fake.AddAuthor("taco") });

        await KilledProgram.KillAtEachPointAsync(stage, account);

        fake.Seen("taco").Select(status => (string)status["content"]!).ShouldBe(KilledProgram.Texts.Select(text => $"<p>{text}</p>"), ignoreOrder: true);
    }
}
