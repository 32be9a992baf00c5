using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A bench of a network where a person signs an account in (OAuth 2.0): a fake with tokens, and a front before it that goes wrong as asked.</summary>
public abstract class SocialBench<TFake>(string network, Func<Task<TFake>> startAsync, params string[] hosts) : NetworkBench
    where TFake : FakeSocial
{
    protected TFake Fake { get; private set; } = null!;

    public override string Network => network;

    public override IReadOnlyDictionary<string, string> Fields => Typed([.. More, ("clientId", Fake.Tokens.Client), ("clientSecret", Fake.Tokens.Secret)]);

    public override bool TellsEveryFigure => true;

    public override Task EndCredentialsAsync()
    {
        Fake.Tokens.Revoke();
        return Task.CompletedTask;
    }

    /// <summary>Goes to the network's page, allows it there, comes back, chooses the first place and tries it, as a person would.</summary>
    public override async Task<AccountAccess> AccessAsync(IConnector connector)
    {
        var signIn = (ISignIn)connector;
        var access = await base.AccessAsync(connector);
        var ask = new SignInAsk("https://bellwether.example" + ISignIn.BackPath, "state-1", "a-verifier-of-at-least-forty-three-characters-0");
        (await signIn.RedeemAsync(access, ask, Allow(signIn.Address(access, ask)), default)).ShouldBeOfType<SignInOutcome.Worked>();
        if (signIn.ChoosesPlace)
        {
            access = await access.AtAsync((await signIn.PlacesAsync(access, default)).ShouldBeOfType<PlacesOutcome.Found>().Places[0], default);
        }

        (await connector.CheckAsync(access, default)).ShouldSatisfyAllConditions(check => check.Works.ShouldBeTrue(check.Message));
        return access;
    }

    internal override async Task<Id<SocialAccount>> ConnectAsync(Stage stage)
    {
        var account = await stage.AccountAsync(Network, connect: false);
        var signed = await stage.SignInAsync(account, Fields, Allow);
        signed.Works.ShouldBeTrue(signed.Message);
        if (signed.Places is [var first, _, ..])
        {
            await stage.World.RunAsync(new ChoosePlace(account, first.Id));
        }

        return account;
    }

    /// <summary>A person allows it on the network's page.</summary>
    public string Allow(string address) => Fake.Tokens.Allow(address);

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult<IReadOnlyList<SeenPost>>([.. Seen.AsEnumerable().Reverse().Select(Look)]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Fake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The front in the place of the network's own hosts; of those only that belong to this bench.</summary>
    internal override IReadOnlyDictionary<string, string> Hosts => Fake.HostsAt(Front.Address).Where(pair => hosts.Length == 0 || hosts.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>What else is typed to connect.</summary>
    protected virtual (string Key, string Value)[] More => [];

    /// <summary>What the fake shows, the newest first.</summary>
    protected abstract List<JsonObject> Seen { get; }

    /// <summary>A post of the fake as people see it.</summary>
    protected abstract SeenPost Look(JsonObject post);

    /// <summary>Whether people would see what comes of a call.</summary>
    protected abstract bool IsVisible(HttpRequest call);

    protected override async Task<FaultyFront> OpenAsync()
    {
        Fake = await startAsync();
        return await FaultyFront.BeforeAsync(Fake.Address, IsVisible);
    }

    protected static OutgoingMedia File(string type, byte[] bytes, string alt = "A dot") =>
        new(type, alt, null, null, bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes, writable: false)), "https://bellwether.example/p/file");

    protected static IReadOnlyList<string> Texts(JsonNode? list, Func<JsonNode, JsonNode?> of) => [.. (list as JsonArray ?? []).Select(one => of(one!)?.ToString() ?? "").Where(text => text.Length > 0)];
}
