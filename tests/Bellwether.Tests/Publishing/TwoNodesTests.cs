using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>Any number of nodes may run the timetable: each lane has one holder at a time.</summary>
public sealed class TwoNodesTests
{
    [Theory, BothDatabases]
    public async Task Two_publishers_on_one_database_send_each_post_once(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        for (var account = 0; account < 3; account++)
        {
            var id = await stage.AccountAsync();
            for (var post = 0; post < 4; post++)
            {
                await stage.PostAsync($"Account {account} post {post}", 1, id);
            }
        }

        await using var first = ActivatorUtilities.CreateInstance<Publisher>(stage.World.Services);
        await using var second = ActivatorUtilities.CreateInstance<Publisher>(stage.World.Services);
        stage.World.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(first.RunAsync(TestContext.Current.CancellationToken), second.RunAsync(TestContext.Current.CancellationToken));
        }

        stage.Fake.Visible.Count.ShouldBe(12);
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBeUnique();
        (await stage.PublicationsAsync()).ShouldAllBe(row => row.Status == PublicationStatus.Confirmed);
    }

    [Theory, BothDatabases]
    public async Task A_worker_that_lost_its_lane_can_store_nothing(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on, quiet: true);
        var account = await stage.AccountAsync();
        await stage.PostAsync("Whose is it", 1, account);
        var taken = false;
        stage.Milestones.Reached = point =>
        {
            if (point == Milestones.BeforeArm && !taken)
            {
                // The worker sleeps too long, and another one takes the lane.
                taken = true;
                stage.World.SeeAsync(db => db.Set<Lane>().ExecuteUpdateAsync(set => set
                    .SetProperty(lane => lane.Fence, lane => lane.Fence + 1).SetProperty(lane => lane.Version, lane => lane.Version + 1))).GetAwaiter().GetResult();
            }
        };
        await stage.PassAsync(1);
        stage.Fake.Calls.ShouldBe(0);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Queued);
        await stage.PassAsync(5);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lane_is_let_go_when_something_unforeseen_goes_wrong_on_it()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, quiet: true);
        await stage.PostAsync("The disk was full for a moment", 1, await stage.AccountAsync());
        var wrong = 0;
        stage.Milestones.Reached = _ =>
        {
            if (wrong++ == 0)
            {
                throw new IOException("No space left on device");
            }
        };
        await stage.PassAsync(1);
        stage.Fake.Visible.ShouldBeEmpty();

        await stage.PassAsync(Duration.FromSeconds(11));
        stage.Fake.Visible.Count.ShouldBe(1, "it does not wait for the hold of three minutes to end");
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
    }

    [Fact]
    public async Task What_went_wrong_first_is_told_also_when_the_lane_cannot_be_let_go()
    {
        using var told = new ToldErrors();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, told: told);
        await stage.PostAsync("The disk was full, and then the table was gone", 1, await stage.AccountAsync());
        stage.Milestones.Reached = _ =>
        {
            stage.World.SeeAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE lanes RENAME TO gone")).GetAwaiter().GetResult();
            throw new IOException("No space left on device");
        };
        await stage.PassAsync(1);
        told.Failures.Select(failure => failure.Message.Contains("lanes", StringComparison.Ordinal) ? "lanes" : failure.Message).ShouldBe(["No space left on device", "lanes"]);
    }

    [Theory, BothDatabases]
    public async Task A_lane_that_is_let_go_rests_as_long_as_its_network_asked_for(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on, quiet: true);
        await stage.PostAsync("Not before five minutes have passed", 1, await stage.AccountAsync());
        var wrong = 0;
        stage.Milestones.Reached = _ =>
        {
            if (wrong++ == 0)
            {
                var until = stage.World.Now + Duration.FromMinutes(5);
                stage.World.SeeAsync(db => db.Set<Lane>().ExecuteUpdateAsync(set => set.SetProperty(lane => lane.RestUntil, until))).GetAwaiter().GetResult();
                throw new IOException("No space left on device");
            }
        };
        await stage.PassAsync(1);
        await stage.PassAsync(2);
        stage.Fake.Visible.ShouldBeEmpty();

        await stage.PassAsync(4);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_lane_is_held_for_as_long_as_a_network_works_on_a_film()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.PostAsync("A long film", 1, await stage.AccountAsync());
        var (begun, ready) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.Fake.Preparing = () =>
        {
            begun.TrySetResult();
            return ready.Task;
        };
        await using var first = ActivatorUtilities.CreateInstance<Publisher>(stage.World.Services);
        await using var second = ActivatorUtilities.CreateInstance<Publisher>(stage.World.Services);
        stage.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var publishing = first.RunAsync(TestContext.Current.CancellationToken);
        await begun.Task;
        for (var minute = 0; minute < 10; minute++)
        {
            await UntilAsync(() => Task.FromResult(stage.World.Clock.IsAwaited(TimeSpan.FromSeconds(30))));
            stage.World.Clock.Advance(TimeSpan.FromMinutes(1));
            await UntilAsync(async () => await HeldAsync(stage) > stage.World.Now + Duration.FromMinutes(2));

            await second.RunAsync(TestContext.Current.CancellationToken);
        }

        ready.SetResult();
        await publishing;
        await first.RunAsync(TestContext.Current.CancellationToken);
        (stage.Fake.Preparations, stage.Fake.Visible.Count).ShouldBe((1, 1));
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task<Instant> HeldAsync(Stage stage) => stage.World.SeeAsync(db => db.Set<Lane>().AsNoTracking().Select(lane => lane.HeldUntil).SingleAsync());

    /// <summary>Keeps the failures that are logged, in their order.</summary>
    private sealed class ToldErrors : ILoggerProvider, ILogger
    {
        public List<Exception> Failures { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
            {
                Failures.Add(exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
