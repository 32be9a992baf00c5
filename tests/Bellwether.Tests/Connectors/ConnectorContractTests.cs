using Bellwether.Networks;
using Bellwether.Tests.Connectors.Benches;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>What every connector promises, whatever its network: never twice, never lost, and plain words for what goes wrong.</summary>
public sealed partial class ConnectorContractTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static TheoryData<string> Networks => BenchList.Names;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Networks))]
    public async Task The_same_call_leaves_one_post_which_is_found_and_taken_back(string network)
    {
        await using var table = await Table.OpenAsync(network);
        const string text = "Grüße & Küsse <3 an alle\n\nHeute: https://taco.example/?a=1&b=2";
        var call = await table.PlanAsync(table.Post(text));
        if (table.Bench.MendsItself && !table.Connector.RepeatIsSafe && !table.Bench.LooksByRepeating)
        {
            (await table.Connector.ReconcileAsync(table.Access, call, Cancel)).ShouldBeOfType<ReconcileOutcome.NotThere>();
        }

        var first = (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Confirmed>().Post;
        if (table.Bench.RepeatIsHarmless)
        {
            var again = await table.SendAsync(call);
            (again is SendOutcome.Unknown || (again as SendOutcome.Confirmed)?.Post == first).ShouldBeTrue($"{again}");
        }
        else
        {
            table.Connector.RepeatIsSafe.ShouldBeFalse();
        }

        string.Concat((await table.Bench.SeenAsync()).ShouldHaveSingleItem().Text.Where(sign => !char.IsWhiteSpace(sign))).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
            .ShouldBe(string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))));
        var found = await table.Connector.ReconcileAsync(table.Access, call, Cancel);
        if (found is ReconcileOutcome.Found there)
        {
            there.Post.ShouldBe(first);
        }
        else
        {
            found.ShouldBeOfType<ReconcileOutcome.CannotTell>().Never.ShouldBeTrue();
        }

        var deleted = await table.Connector.DeleteAsync(table.Access, first.Id, Cancel);
        if (table.Bench.TakesBack)
        {
            deleted.ShouldBeOfType<DeleteOutcome.Gone>();
            (await table.Connector.DeleteAsync(table.Access, first.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
            (await table.Bench.SeenAsync()).ShouldBeEmpty();
        }
        else
        {
            deleted.ShouldBeOfType<DeleteOutcome.Failed>().Message.ShouldNotBeNullOrEmpty();
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task What_is_lost_on_the_way_or_on_the_way_back_goes_out_once_or_to_a_person(string network)
    {
        await using var table = await Table.OpenAsync(network);
        if (!table.Bench.HasWeather)
        {
            return;
        }

        table.Bench.Front.NextAnswerIsLost(WebhookFault.Close);
        (await table.UntilKnownAsync(await table.PlanAsync(table.Post("Arrived, the answer did not", "key-of-the-first")))).ShouldBe(table.Bench.MendsItself);
        (await table.Bench.SeenAsync()).Count.ShouldBe(1);
        table.Bench.Front.NextIsLost(WebhookFault.Close);
        (await table.UntilKnownAsync(await table.PlanAsync(table.Post("Lost before it arrived", "key-of-the-second")))).ShouldBe(table.Bench.MendsItself);
        (await table.Bench.SeenAsync()).Count.ShouldBe(table.Bench.MendsItself ? 2 : 1);
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task A_fault_leaves_it_open_a_limit_is_waited_for_and_a_refusal_is_final(string network)
    {
        await using var table = await Table.OpenAsync(network);
        if (table.Bench.HasWeather)
        {
            var call = await table.PlanAsync(table.Post("Weather"));
            table.Bench.Front.NextIsLost(WebhookFault.Status(500));
            (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Unknown>();
            table.Bench.Front.NextIsLost(table.Bench.TooMany(TimeSpan.FromMinutes(10)));
            var until = (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Throttled>().Until.ShouldNotBeNull() - table.Now;
            until.ShouldBeInRange(Duration.FromMinutes(9), Duration.FromMinutes(11));
            table.Bench.Front.NextIsLost(WebhookFault.Status(408));
            (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Unknown>();
        }

        var refused = table.Post(table.Bench.Refused);
        var (kind, words) = await table.Connector.PrepareAsync(table.Access, refused, Cancel) is PrepareOutcome.Failed failed
            ? (failed.Kind, failed.Message)
            : (await table.SendAsync(await table.PlanAsync(refused))).ShouldBeOfType<SendOutcome.Rejected>() is var rejected ? (rejected.Kind, rejected.Message) : default;
        kind.ShouldBe(ErrorKind.ContentInvalid);
        words.Length.ShouldBeGreaterThan(20);
        (await table.Bench.SeenAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task The_check_says_that_all_is_well_which_right_is_missing_and_that_the_credentials_ended(string network)
    {
        await using var table = await Table.OpenAsync(network);
        (await table.Connector.CheckAsync(table.Access, Cancel)).ShouldSatisfyAllConditions(fine => fine.Works.ShouldBeTrue(fine.Message), fine => fine.Message.ShouldEndWith("."));
        var call = await table.PlanAsync(table.Post("Too late"));
        if (await table.Bench.TakeRightAsync() is { } right)
        {
            var lacks = await table.Connector.CheckAsync(table.Access, Cancel);
            (lacks.Works, lacks.Kind).ShouldBe((false, ErrorKind.PermissionMissing));
            lacks.Message.ShouldContain(right);
        }

        await table.Bench.EndCredentialsAsync();
        // An incoming webhook of Slack cannot be tried without posting.
        if (network != "slack by incoming webhook")
        {
            (await table.Connector.CheckAsync(table.Access, Cancel)).Kind.ShouldNotBeNull().StopsAccount().ShouldBeTrue();
        }

        (await table.SendAsync(call)).ShouldBeOfType<SendOutcome.Rejected>().Kind.StopsAccount().ShouldBeTrue();
        (await table.Bench.SeenAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task Pictures_travel_with_their_words_or_are_refused_with_the_way_out(string network)
    {
        await using var table = await Table.OpenAsync(network);
        OutgoingMedia Picture(string alt) => new(table.Bench.PictureType, alt, 1, 1, Dot.Length, _ => Task.FromResult<Stream>(new MemoryStream(Dot, writable: false)), "https://bellwether.example/p/dot");
        var post = table.Post("Look") with { Media = [Picture("A single dot"), Picture("Another dot")] };
        if (table.Bench.TakesPictures is not { } withWords)
        {
            (await table.Connector.PrepareAsync(table.Access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Failed>().Kind.ShouldBe(ErrorKind.MediaInvalid);
            return;
        }

        // Preparing may run again at any time.
        await table.PlanAsync(post);
        (await table.SendAsync(await table.PlanAsync(post))).ShouldBeOfType<SendOutcome.Confirmed>();
        var seen = await table.Bench.SeenAsync();
        seen[0].Text.ShouldContain("Look");
        seen[0].Alt.ShouldBe(withWords ? ["A single dot", "Another dot"] : []);
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task Parts_of_a_thread_come_in_their_order(string network)
    {
        await using var table = await Table.OpenAsync(network);
        if (!NetworkCatalogue.Of(table.Bench.Network).Text.Threads)
        {
            return;
        }

        var parts = new List<RemotePost>();
        foreach (var text in (string[])["One", "Two", "Three"])
        {
            var post = table.Post(text) with { Segment = parts.Count, Parts = [.. parts] };
            parts.Add((await table.SendAsync(await table.PlanAsync(post))).ShouldBeOfType<SendOutcome.Confirmed>().Post);
        }

        var seen = await table.Bench.SeenAsync();
        seen.Select(post => post.Text).ShouldBe(["One", "Two", "Three"]);
        seen.Select(post => post.AnswersTo is not null).ShouldBe([false, table.Bench.PartsHang, table.Bench.PartsHang]);
    }

    [Theory, MemberData(nameof(Networks))]
    public async Task What_is_out_is_counted_and_changed_where_the_network_lets_it(string network)
    {
        await using var table = await Table.OpenAsync(network);
        await table.Connector.CheckAsync(table.Access, Cancel);
        var post = (await table.SendAsync(await table.PlanAsync(table.Post("Before")))).ShouldBeOfType<SendOutcome.Confirmed>().Post;
        if (table.Of<IReadFigures>() is { } figures && await table.Bench.ReactAsync(post.Id) is { } expected)
        {
            var read = (await figures.ReadAsync(table.Access, [post, new RemotePost(table.Bench.NoSuchPost(post.Id), null)], Cancel)).ShouldBeOfType<FiguresOutcome.Found>();
            var told = read.Posts.ShouldHaveSingleItem().Value;
            (told.Likes ?? 0, told.Comments ?? 0, told.Impressions).ShouldBe((expected.Likes ?? 0, expected.Comments ?? 0, expected.Impressions));
            if (table.Bench.TellsEveryFigure)
            {
                (told with { Raw = null }).ShouldBe(expected);
                read.Account?.Followers.ShouldBe(table.Bench.Followers);
            }
        }

        if (table.Of<IEditPosts>() is { } edits && table.Bench.TakesBack)
        {
            for (var i = 0; i < 2; i++)
            {
                (await edits.EditAsync(table.Access, post.Id, table.Post("Afterwards"), Cancel)).ShouldBeOfType<EditOutcome.Changed>().Post.Id.ShouldBe(post.Id);
            }

            (await table.Bench.SeenAsync()).ShouldHaveSingleItem().Text.ShouldBe("Afterwards");
        }
    }

    /// <summary>A bench with the connector that speaks to it.</summary>
    private sealed class Table(NetworkBench bench, AsyncServiceScope services) : IAsyncDisposable
    {
        public NetworkBench Bench => bench;

        private readonly Dictionary<string, IReadOnlyList<OutgoingMedia>> media = new(StringComparer.Ordinal);

        public IConnector Connector { get; } = services.ServiceProvider.GetServices<IConnector>().Single(one => one.Network == bench.Network);

        public AccountAccess Access { get; private set; } = null!;

        public Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

        public static async Task<Table> OpenAsync(string name)
        {
            var bench = await BenchList.OpenAsync(name);
            var table = new Table(bench, (bench.Services ?? Services(bench)).CreateAsyncScope());
            table.Access = await bench.AccessAsync(table.Connector);
            return table;
        }

        public OutgoingPost Post(string text, string key = "publication_0123456789abcdefghijklmnop") => new(key, text, bench.Always, Title: bench.Title);

        public async Task<PlannedCall> PlanAsync(OutgoingPost post)
        {
            var prepared = await Connector.PrepareAsync(Access, post, Cancel);
            var ready = prepared.ShouldBeOfType<PrepareOutcome.Ready>($"{prepared}");
            var call = Connector.Plan(Access, post, ready.Post, null, Now);
            media[call.Payload] = post.Media;
            return call;
        }

        public Task<SendOutcome> SendAsync(PlannedCall call) => Connector.SendAsync(Access, call, media[call.Payload], Cancel);

        public T? Of<T>()
            where T : class => services.ServiceProvider.GetServices<T>().SingleOrDefault(one => (string)typeof(T).GetProperty("Network")!.GetValue(one)! == bench.Network);

        /// <summary>What publishing does after an unknown outcome; false where only a person can tell.</summary>
        public async Task<bool> UntilKnownAsync(PlannedCall call)
        {
            (await SendAsync(call)).ShouldBeOfType<SendOutcome.Unknown>();
            var found = await Connector.ReconcileAsync(Access, call, Cancel);
            if (found is ReconcileOutcome.NotThere || (found is ReconcileOutcome.CannotTell { Never: true } && Connector.RepeatsSafely(call)))
            {
                (await SendAsync(call)).ShouldBeOfType<SendOutcome.Confirmed>();
                return true;
            }

            return found is ReconcileOutcome.Found || (found.ShouldBeOfType<ReconcileOutcome.CannotTell>().Never ? false : throw new InvalidOperationException($"{found}"));
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await bench.DisposeAsync();
        }

        /// <summary>The connectors as the program makes them, without the rest of it.</summary>
        private static ServiceProvider Services(NetworkBench bench)
        {
            var collection = new ServiceCollection();
            collection.AddSingleton(TimeProvider.System).AddSingleton(NetworkBench.Rules).AddSingleton(new NetworkHosts(bench.Hosts));
            collection.AddSingleton<Bellwether.Links.PublicAddress>();
            foreach (var type in typeof(IConnector).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("Bellwether.Connectors.", StringComparison.Ordinal) == true))
            {
                if (type.IsDefined(typeof(Bellwether.Kernel.SingleAttribute), false))
                {
                    collection.AddSingleton(type);
                }

                foreach (var port in type.GetInterfaces().Where(port => port == typeof(IConnector) || port == typeof(IReadFigures) || port == typeof(IEditPosts)))
                {
                    collection.AddScoped(port, type);
                }
            }

            return collection.AddSingleton(new GuardedHttp(NetworkBench.Rules, EagerClock.Instance)).BuildServiceProvider();
        }
    }
}
