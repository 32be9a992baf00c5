using System.Text.Json.Nodes;
using Bellwether.Connectors.Mastodon;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>What is Mastodon's own, beside the contract of all connectors: against a fake, for no Mastodon server can be had here.</summary>
public sealed class MastodonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_found_however_the_server_shows_it()
    {
        await using var fake = await FakeMastodon.StartAsync();
        using var http = Http();
        var (mastodon, access) = On(fake, http);
        var call = await PlanAsync(mastodon, access, new OutgoingPost("publication_1", "Grüße & Küsse <3 an @ana@example.org\n\nHeute: https://taco.example/?a=1&b=2\n#Tacos 🌮", [], "de-DE"));
        var sent = (await mastodon.SendAsync(access, call, [], Cancel)).ShouldBeOfType<SendOutcome.Confirmed>();
        (await mastodon.ReconcileAsync(access, call, Cancel)).ShouldBeOfType<ReconcileOutcome.Found>().Post.ShouldBe(sent.Post);
        (await mastodon.ReconcileAsync(access, await PlanAsync(mastodon, access, new OutgoingPost("publication_2", "Grüße", [])), Cancel)).ShouldBeOfType<ReconcileOutcome.NotThere>();
    }

    [Fact]
    public async Task Only_the_first_part_of_a_thread_is_in_everybodys_way_and_a_link_of_its_own_stands_below_the_text()
    {
        await using var fake = await FakeMastodon.StartAsync();
        using var http = Http();
        var (mastodon, access) = On(fake, http);
        var first = JsonNode.Parse((await PlanAsync(mastodon, access, new OutgoingPost("publication_1", "One", [], Link: "https://taco.example/"))).Payload)!;
        ((string?)first["visibility"], (string?)first["status"]).ShouldBe(("public", "One\n\nhttps://taco.example/"));
        var second = JsonNode.Parse((await PlanAsync(mastodon, access, new OutgoingPost("publication_1", "Two", [], Parts: [new RemotePost("1", null)], Segment: 1))).Payload)!;
        ((string?)second["visibility"], (string?)second["in_reply_to_id"]).ShouldBe(("unlisted", "1"));
    }

    [Fact]
    public async Task A_picture_is_waited_for_and_one_that_cannot_be_read_is_named()
    {
        await using var fake = await FakeMastodon.StartAsync();
        using var http = Http();
        var (mastodon, access) = On(fake, http);
        var post = new OutgoingPost("publication_1", "Look", [new OutgoingMedia("image/png", "A dot", 1, 1, 1, _ => Task.FromResult<Stream>(new MemoryStream([1])))]);
        fake.SlowMedia = 2;
        (await mastodon.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Ready>();
        fake.SlowMedia = -1;
        (await mastodon.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Failed>().Message.ShouldContain("could not read a picture");
    }

    [Fact]
    public async Task A_server_that_does_not_tell_rights_is_believed_and_one_that_is_away_is_waited_for()
    {
        var fake = await FakeMastodon.StartAsync();
        using var http = Http();
        var (mastodon, access) = On(fake, http);
        fake.Scopes = null;
        (await mastodon.CheckAsync(access, Cancel)).ShouldSatisfyAllConditions(fine => fine.Works.ShouldBeTrue("older servers do not tell"), fine => fine.Handle.ShouldBe("taco@127.0.0.1"));
        var call = await PlanAsync(mastodon, access, new OutgoingPost("publication_1", "Anybody there?", []));
        await fake.DisposeAsync();
        (await mastodon.SendAsync(access, call, [], Cancel)).ShouldBeOfType<SendOutcome.NotSent>().Why.ShouldBe("The server could not be reached.");
    }

    private static GuardedHttp Http() => new(new OutgoingRules(["127.0.0.1"]), EagerClock.Instance);

    private static (MastodonConnector Mastodon, AccountAccess Access) On(FakeMastodon fake, GuardedHttp http) => (
        new MastodonConnector(new MastodonServer(http, TimeProvider.System)),
        new AccountAccess(
            "taco", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = fake.Address },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["accessToken"] = fake.AddAuthor("taco") }));

    private static async Task<PlannedCall> PlanAsync(MastodonConnector mastodon, AccountAccess access, OutgoingPost post)
    {
        var ready = (await mastodon.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Ready>();
        return mastodon.Plan(access, post, ready.Post, null, TimeProvider.System.Now());
    }
}
