using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>
/// The law of publishing: whatever the weather and wherever a worker dies, nothing goes out twice and nothing is lost. Random
/// schedules from a seed; a failure names the seed. BELLWETHER_SEEDS asks for more of them, 1000 for instance.
/// </summary>
public sealed class NeverTwiceNeverLostTests
{
    private static readonly int Seeds = (int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_SEEDS"), out var asked) ? asked : 50) / 5;
    private static readonly Weather[] Bad = [Weather.AnswerLost, Weather.LostOnTheWay, Weather.NotSent, Weather.Throttled, Weather.Refused, Weather.Revoked];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true, true)]
    [InlineData(DatabaseKind.Sqlite, false, true)]
    [InlineData(DatabaseKind.Sqlite, false, false)]
    [InlineData(DatabaseKind.Postgres, true, true)]
    [InlineData(DatabaseKind.Postgres, false, true)]
    public async Task Nothing_goes_out_twice_and_nothing_is_lost(DatabaseKind on, bool repeatIsSafe, bool canBeRead)
    {
        await using var stage = await Stage.OnAsync(on, quiet: true);
        stage.Fake.RepeatIsSafe = repeatIsSafe;
        stage.Fake.CanBeRead = canBeRead;
        await stage.World.RunAsync(new SetPublishingRules(stage.World.Brand, 2880));
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await TryAsync(stage, seed);
        }
    }

    private static async Task TryAsync(Stage stage, int seed)
    {
        var random = new Random(seed);
        var account = await stage.AccountAsync();
        var texts = Enumerable.Range(0, 4).Select(i => $"Seed {seed} post {i}").ToList();
        var parts = new List<string>();
        foreach (var text in texts)
        {
            string[] thread = random.Next(3) == 0 ? [text, $"{text} goes on"] : [text];
            var comment = random.Next(3) == 0 ? $"{text}, first comment" : null;
            parts.AddRange(comment is null ? thread : [.. thread, comment]);
            await stage.PostAsync(text, 1 + random.Next(3), [new Told(account, string.Join("\n---\n", thread), FirstComment: comment)]);
        }

        for (var round = 0; round < 16; round++)
        {
            for (var call = 0; call < 3; call++)
            {
                stage.Fake.Next.Enqueue(random.Next(2) == 0 ? Weather.Fine : Bad[random.Next(Bad.Length)]);
            }

            // One time in two the worker is gone at a random place of the round.
            var dies = random.Next(2) == 0 ? random.Next(12) : -1;
            stage.Milestones.Reached = _ =>
            {
                if (dies-- == 0)
                {
                    throw new WorkerIsGoneException();
                }
            };
            // The clock jumps now and then, as after a night without power.
            await stage.PassAsync(random.Next(10) == 0 ? random.Next(60, 400) : random.Next(1, 5));
            stage.Milestones.Reached = null;
            if (round % 6 == 5)
            {
                await HelpAsync(stage, account);
            }
        }

        stage.Fake.Next.Clear();
        var mine = new List<Publication>();
        for (var round = 0; round < 40 && !(mine.Count > 0 && mine.TrueForAll(row => row.Status == PublicationStatus.Confirmed)); round++)
        {
            await HelpAsync(stage, account);
            await stage.PassAsync(16);
            mine = await stage.World.SeeAsync(db => db.Set<Publication>().AsNoTracking().Where(row => row.Account == account).ToListAsync());
        }

        mine.Count.ShouldBe(4, $"seed {seed}");
        foreach (var publication in mine)
        {
            publication.Status.ShouldBe(PublicationStatus.Confirmed, $"seed {seed}: {publication.Problem}");
        }

        var seen = stage.Fake.Visible.Where(post => post.Account == account.ToString()).Select(post => post.Text).ToList();
        seen.ShouldBeUnique($"seed {seed}");
        // Where only a person can look, what hangs at a post the person found is written by hand, and the publication says so.
        var byHand = mine.Exists(row => row.Problem is not null);
        seen.Order().ShouldBe((byHand ? parts.Where(part => texts.Contains(part) || seen.Contains(part)) : parts).Order(), $"seed {seed}");
    }

    /// <summary>What a careful person does: connect again, retry what was refused, and look before saying what is out.</summary>
    private static async Task HelpAsync(Stage stage, Id<SocialAccount> account)
    {
        await stage.World.RunAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "good" }));
        foreach (var row in (await stage.World.RunAsync(new PublicationList(stage.World.Brand, Take: 200))).Items.Where(row => row.Account == account))
        {
            if (row.Actions.Contains(PublicationAction.SayItIsNotOut))
            {
                var call = (await stage.PublicationsAsync()).Single(one => one.Id == row.Id).Call!;
                var isOut = stage.Fake.Visible.Any(post => post.Key == call.ClientKey);
                await stage.World.RunAsync(new DecideUnknown(row.Id, isOut));
            }
            else
            {
                await stage.World.RunAsync(new RetryPublication(row.Id));
            }
        }
    }

    /// <summary>The worker is never heard of again: it lets go of nothing, as when its process is killed.</summary>
    private sealed class WorkerIsGoneException : OperationCanceledException;
}
