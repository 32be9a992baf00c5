using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Connectors.Bluesky;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Against a real personal data server.</summary>
public sealed class BlueskyTests
{
    // One transparent pixel.
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_links_and_hashtags_are_marked_and_other_words_under_the_same_key_are_never_a_new_post()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        using var http = new GuardedHttp(new OutgoingRules(["localhost"]));
        var bluesky = new BlueskyConnector(new BlueskySession(http), TimeProvider.System);
        var access = Access(pds, person, person.AppPassword);
        var (call, post) = await PlanAsync(bluesky, access, $"Grüße an @{person.Handle} https://example.org #Tacos");

        (await bluesky.SendAsync(access, call, [], Cancel)).ShouldBeOfType<SendOutcome.Confirmed>();
        var stored = (await pds.Posts(person.Did)).ShouldHaveSingleItem();
        stored["value"]!["facets"]!.AsArray().Count.ShouldBe(3);

        // Other words under the same key are never taken for a new post.
        var other = bluesky.Plan(access, post with { Text = "Something else" }, new PreparedPost("{\"blobs\":[],\"mentions\":{}}"), call.ClientKey, call.PlannedAt);
        (await bluesky.SendAsync(access, other, [], Cancel)).ShouldBeOfType<SendOutcome.Unknown>();
        (await pds.CountPosts(person.Did)).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_and_worn_out_credentials_are_told_apart()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        using var http = new GuardedHttp(new OutgoingRules(["localhost"]));
        var bluesky = new BlueskyConnector(new BlueskySession(http), TimeProvider.System);
        var wrong = await bluesky.CheckAsync(Access(pds, person, "not-the-password"), Cancel);
        wrong.Works.ShouldBeFalse();
        wrong.Kind.ShouldBe(ErrorKind.AuthRevoked);

        var access = Access(pds, person, person.AppPassword);
        (await bluesky.CheckAsync(access, Cancel)).Handle.ShouldBe(person.Handle);
        // A token nobody issued is refreshed behind the scenes, and the call repeated once.
        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["accessToken"] = "worn.out.token" }, Cancel);
        (await bluesky.CheckAsync(access, Cancel)).Works.ShouldBeTrue();
        access.Secret("accessToken").ShouldNotBe("worn.out.token");
        // With both tokens gone it signs in anew.
        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["accessToken"] = "worn.out.token", ["refreshToken"] = "worn.out.too" }, Cancel);
        (await bluesky.CheckAsync(access, Cancel)).Works.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thread_hangs_together_with_its_picture_and_can_be_taken_back()
    {
        var pds = await PdsServer.Shared();
        var person = await pds.CreateAccount();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await ConnectAsync(stage, pds, person);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("One\n---\nTwo\n---\nThree", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        await stage.PassAsync(1);

        var posts = (await pds.Posts(person.Did)).ToDictionary(post => (string)post["value"]!["text"]!);
        posts.Count.ShouldBe(3);
        ((string)posts["Three"]["value"]!["reply"]!["root"]!["uri"]!).ShouldBe((string)posts["One"]["uri"]!);
        ((string)posts["Three"]["value"]!["reply"]!["parent"]!["uri"]!).ShouldBe((string)posts["Two"]["uri"]!);
        var image = posts["One"]["value"]!["embed"]!["images"]![0]!;
        ((string)image["alt"]!).ShouldBe("A single dot");
        ((string)image["image"]!["mimeType"]!).ShouldBe("image/png");
        ((int)image["aspectRatio"]!["width"]!).ShouldBe(1);
        var row = await stage.OneAsync();
        row.Url.ShouldStartWith("https://bsky.app/profile/did:plc:");
        await stage.World.RunAsync(new DeletePublication(row.Id));
        (await pds.CountPosts(person.Did)).ShouldBe(0);
    }

    private static async Task<(PlannedCall Call, OutgoingPost Post)> PlanAsync(BlueskyConnector bluesky, AccountAccess access, string text)
    {
        var post = new OutgoingPost("publication_1", text, []);
        var ready = (await bluesky.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Ready>();
        return (bluesky.Plan(access, post, ready.Post, null, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())), post);
    }

    private static Task<Id<SocialAccount>> ConnectAsync(Stage stage, PdsServer pds, PdsAccount person) =>
        stage.AccountAsync("bluesky", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["identifier"] = "@" + person.Handle, ["password"] = person.AppPassword, ["address"] = pds.Address.ToString(),
        });

    private static AccountAccess Access(PdsServer pds, PdsAccount person, string password) => new(
        person.Did,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = pds.Address.ToString(), ["identifier"] = person.Handle },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = password });
}
