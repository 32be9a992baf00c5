using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Connectors.Bluesky;
using Bellwether.Connectors.Webhook;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>A world with a counting network, connected accounts, and posts on their way.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly WorldClock clock = new();
    private int accounts;

    private Stage() => Fake = new FakeNetwork(clock);

    public World World { get; private set; } = null!;

    public FakeNetwork Fake { get; }

    public Milestones Milestones => World.Services.GetRequiredService<Milestones>();

    /// <summary>A fresh stage; a quiet one does not print that workers broke off, a real one has the program's own connectors and no other.</summary>
    public static async Task<Stage> OnAsync(DatabaseKind on, bool quiet = false, bool real = false, FakeSocial? network = null, IReadOnlyDictionary<string, string>? hosts = null, ILoggerProvider? told = null)
    {
        var stage = new Stage();
        stage.World = await World.OnAsync(on, services =>
        {
            services.AddSingleton(new OutgoingRules(["localhost", "127.0.0.1"]));
            // Looks at what a network works on follow each other at once.
            services.AddSingleton(provider => new GuardedHttp(provider.GetRequiredService<OutgoingRules>(), EagerClock.Instance));
            if (network is not null || hosts is not null)
            {
                services.AddSingleton(network?.Hosts ?? new NetworkHosts(hosts!));
            }

            // The fake stands in for a network; the real one speaks for it when a test asks for that.
            if (!real)
            {
                services.RemoveAll<IConnector>().RemoveAll<IReadFigures>().RemoveAll<IEditPosts>();
                services.AddScoped<IConnector, BlueskyConnector>().AddScoped<IConnector, WebhookConnector>().AddSingleton<IConnector>(stage.Fake).AddSingleton<IReadFigures>(stage.Fake);
            }

            services.AddLogging(logging => logging.AddFilter(typeof(Publisher).FullName, quiet ? LogLevel.None : LogLevel.Error));
            if (told is not null)
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(told));
            }
        });
        stage.clock.Of = stage.World.Clock;
        if (network is not null)
        {
            network.Now = () => stage.World.Now;
        }

        return stage;
    }

    /// <summary>An account, connected with these fields; null leaves it unconnected.</summary>
    public async Task<Id<SocialAccount>> AccountAsync(string network = FakeNetwork.Key, IReadOnlyDictionary<string, string>? fields = null, bool connect = true)
    {
        var account = (await World.RunAsync(new AddSocialAccount(World.Brand, network, $"taco{++accounts}", Purpose: "News"))).Id;
        if (connect)
        {
            await World.RunAsync(new ConnectAccount(account, fields ?? new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "good" }));
        }

        return account;
    }

    /// <summary>An account that somebody signed in at its network, over the network's own page and back.</summary>
    public async Task<Id<SocialAccount>> SignedInAsync(string network, FakeSocial fake, params (string Key, string Value)[] fields)
    {
        var account = await AccountAsync(network, connect: false);
        var signed = await SignInAsync(account, Form(fake, fields), fake.Tokens.Allow);
        signed.Works.ShouldBeTrue(signed.Message);
        return account;
    }

    /// <summary>Goes to the network's page, allows it there, and comes back.</summary>
    public Task<SignedIn> SignInAsync(Id<SocialAccount> account, FakeSocial fake, params (string Key, string Value)[] fields) => SignInAsync(account, Form(fake, fields), fake.Tokens.Allow);

    /// <summary>The same where a person allows it elsewhere; gives the code that comes back.</summary>
    public async Task<SignedIn> SignInAsync(Id<SocialAccount> account, IReadOnlyDictionary<string, string> form, Func<string, string> allow)
    {
        var begun = await World.RunAsync(new BeginSignIn(account, form, "http://localhost:5080/settings/networks/back"));
        return await World.RunAsync(new FinishSignIn(System.Web.HttpUtility.ParseQueryString(new Uri(begun.Address).Query)["state"]!, allow(begun.Address)));
    }

    /// <summary>The form of a network with the fake's own application.</summary>
    public static Dictionary<string, string> Form(FakeSocial fake, params (string Key, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        (form["clientId"], form["clientSecret"]) = (fake.Tokens.Client, fake.Tokens.Secret);
        return form;
    }

    /// <summary>A post scheduled on some accounts, some minutes from now.</summary>
    public Task<Id<Post>> PostAsync(string text, int minutes, params Id<SocialAccount>[] on) =>
        PostAsync(text, minutes, [.. on.Select(account => new Told(account))]);

    public async Task<Id<Post>> PostAsync(string text, int minutes, IReadOnlyList<Told> told)
    {
        var local = (World.Now + Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;
        var post = (await World.RunAsync(new AddPost(World.Brand, Text: text, Variants: told, Unguided: true))).Id;
        await World.RunAsync(new SchedulePost(post, local));
        return post;
    }

    /// <summary>Lets time pass, then publishes what is due.</summary>
    public async Task PassAsync(Duration time)
    {
        World.Clock.Advance(time.ToTimeSpan());
        await World.RunAsProgramAsync(new PublishDue());
    }

    public Task PassAsync(int minutes) => PassAsync(Duration.FromMinutes(minutes));

    public Task<List<Publication>> PublicationsAsync(Id<Post>? post = null) =>
        World.SeeAsync(db => db.Set<Publication>().AsNoTracking().Where(row => post == null || row.Post == post).OrderBy(row => row.Id).ToListAsync());

    public async Task<Publication> OneAsync() => (await PublicationsAsync()).ShouldHaveSingleItem();

    public async Task<PostStatus> StatusAsync(Id<Post> post) => (await World.RunAsync(new PostDetail(post))).Status;

    public async Task<IReadOnlyList<AttemptView>> LogAsync(Id<Publication> publication) =>
        (await World.RunAsync(new PublicationDetail(publication))).Log;

    public ValueTask DisposeAsync() => World.DisposeAsync();

    // The network is made before the world, and with it the clock.
    private sealed class WorldClock : TimeProvider
    {
        public TestClock Of { get; set; } = null!;

        public override DateTimeOffset GetUtcNow() => Of.GetUtcNow();
    }
}
