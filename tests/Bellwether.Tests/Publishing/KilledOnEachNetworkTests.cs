using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Connectors.Benches;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>What a program killed while it publishes leaves on each network: exactly one of each post, or a question to a person where nobody else can tell.</summary>
[Collection(LongestFirst.KilledPrograms)]
public sealed class KilledOnEachNetworkTests
{
    [Fact]
    public async Task A_program_killed_at_each_point_posts_exactly_once_or_asks_a_person()
    {
        var open = new List<(string Name, NetworkBench Bench)>();
        try
        {
            foreach (var name in BenchList.All.Keys.Except(BenchList.NotKilled))
            {
                open.Add((name, await BenchList.OpenAsync(name)));
            }

            var hosts = open.SelectMany(one => one.Bench.Hosts).ToDictionary(StringComparer.Ordinal);
            await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, hosts: hosts);
            // Some networks look at the time of a call.
            stage.World.Clock.AdvanceTo(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2));
            var benches = new Dictionary<Id<SocialAccount>, (string Name, NetworkBench Bench)>();
            foreach (var (name, bench) in open)
            {
                benches[await bench.ConnectAsync(stage)] = (name, bench);
                // So that each kill finds calls of other networks under way, which arrive although nobody waits for their answer.
                bench.Front.AnswersAfter = TimeSpan.FromMilliseconds(200);
            }

            var posts = await KilledProgram.KillAtEachPointAsync(stage, [.. benches.Keys], hosts);

            var rows = await stage.PublicationsAsync();
            foreach (var (account, (name, bench)) in benches)
            {
                var seen = (await bench.SeenAsync()).Select(post => post.Text).ToList();
                seen.ShouldBeUnique(name);
                var mine = rows.Where(row => row.Account == account).ToDictionary(row => posts[row.Post]);
                mine.Keys.ShouldBe(KilledProgram.Texts, ignoreOrder: true, name);
                var asked = mine.Where(row => row.Value.Status == PublicationStatus.NeedsPerson).Select(row => row.Key).ToList();
                if (bench.MendsItself)
                {
                    asked.ShouldBeEmpty(name);
                    seen.ShouldBe(KilledProgram.Texts, ignoreOrder: true, name);
                }
                else
                {
                    // Only calls that were under way are asked about; all others are out.
                    mine.Where(row => asked.Contains(row.Key)).ShouldAllBe(row => row.Value.MayBeOut && row.Value.ProblemKind == ErrorKind.UnknownOutcome, name);
                    seen.Union(asked).ShouldBe(KilledProgram.Texts, ignoreOrder: true, name);
                }
            }
        }
        finally
        {
            foreach (var (_, bench) in open)
            {
                await bench.DisposeAsync();
            }
        }
    }
}
