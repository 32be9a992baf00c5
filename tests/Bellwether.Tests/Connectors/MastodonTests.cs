using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Connectors.Mastodon;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake that keeps what it receives and goes wrong as asked; no Mastodon server can be had here.</summary>
public sealed class MastodonTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_call_twice_makes_one_post_and_it_is_found_however_the_server_shows_it()
    {
        await using var fake = await FakeMastodon.StartAsync();
        var access = Access(fake, fake.AddAuthor("taco"));
        using var http = Http();
        var mastodon = new MastodonConnector(http, TimeProvider.System);
        var call = await PlanAsync(mastodon, access, "Grüße & Küsse <3 an @ana@example.org\n\nHeute: https://taco.example/?a=1&b=2\n#Tacos 🌮");

        (await mastodon.ReconcileAsync(access, call, Cancel)).ShouldBeOfType<ReconcileOutcome.NotThere>();
        var first = (await mastodon.SendAsync(access, call, [], Cancel)).ShouldBeOfType<SendOutcome.Confirmed>();
        (await mastodon.SendAsync(access, call, [], Cancel)).ShouldBeOfType<SendOutcome.Confirmed>().Post.ShouldBe(first.Post);
        fake.Seen("taco").ShouldHaveSingleItem();
        (await mastodon.ReconcileAsync(access, call, Cancel)).ShouldBeOfType<ReconcileOutcome.Found>().Post.ShouldBe(first.Post);
        (await mastodon.ReconcileAsync(access, await PlanAsync(mastodon, access, "Grüße"), Cancel)).ShouldBeOfType<ReconcileOutcome.NotThere>();

        (await mastodon.DeleteAsync(access, first.Post.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
        (await mastodon.DeleteAsync(access, first.Post.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
        fake.Seen("taco").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_post_whose_answer_is_lost_is_looked_up_and_goes_out_exactly_once(bool arrives, int calls)
    {
        await using var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        fake.Now = () => stage.World.Now;
        var account = await ConnectAsync(stage, fake);
        await stage.PostAsync("Tacos at noon", 1, account);
        if (arrives)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }
        else
        {
            fake.NextIsLost(WebhookFault.Close);
        }

        await stage.PassAsync(1);
        for (var i = 0; i < 5; i++)
        {
            await stage.PassAsync(1);
        }

        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        fake.Seen("taco").ShouldHaveSingleItem();
        fake.Received.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_thread_hangs_together_and_only_its_first_part_is_in_everybodys_way()
    {
        await using var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        fake.Now = () => stage.World.Now;
        await stage.PostAsync("One\n---\nTwo\n---\nThree", 1, await ConnectAsync(stage, fake));
        await stage.PassAsync(1);

        var seen = fake.Seen("taco").Reverse().ToList();
        seen.Select(status => (string?)status["content"]).ShouldBe(["<p>One</p>", "<p>Two</p>", "<p>Three</p>"]);
        seen.Select(status => (string?)status["in_reply_to_id"]).ShouldBe([null, (string?)seen[0]["id"], (string?)seen[1]["id"]]);
        seen.Select(status => (string?)status["visibility"]).ShouldBe(["public", "unlisted", "unlisted"]);
    }

    [Fact]
    public async Task A_picture_carries_its_words_and_is_waited_for()
    {
        await using var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        (fake.Now, fake.SlowMedia) = (() => stage.World.Now, 2);
        var account = await ConnectAsync(stage, fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Look", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        await stage.PassAsync(1);
        ((string?)fake.Seen("taco").ShouldHaveSingleItem()["media_attachments"]![0]!["description"]).ShouldBe("A single dot");

        fake.SlowMedia = -1;
        await stage.PostAsync("Broken", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        await stage.PassAsync(1);
        var row = (await stage.PublicationsAsync()).Single(one => one.Status != PublicationStatus.Confirmed);
        (row.Status, fake.Seen("taco").Count).ShouldBe((PublicationStatus.Rejected, 1));
        row.Problem.ShouldNotBeNull().ShouldContain("could not read a picture");
    }

    [Theory]
    [InlineData(401, PublicationStatus.Rejected)]
    [InlineData(403, PublicationStatus.Rejected)]
    [InlineData(422, PublicationStatus.Rejected)]
    [InlineData(429, PublicationStatus.Queued)]
    [InlineData(500, PublicationStatus.Unknown)]
    [InlineData(503, PublicationStatus.Unknown)]
    public async Task Each_status_leads_where_it_should(int status, PublicationStatus leadsTo)
    {
        await using var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        fake.Now = () => stage.World.Now;
        await stage.PostAsync("Status", 1, await ConnectAsync(stage, fake));
        fake.NextIsLost(status == 429 ? WebhookFault.TooMany(TimeSpan.FromMinutes(10)) : WebhookFault.Status(status));
        await stage.PassAsync(1);
        var row = await stage.OneAsync();
        row.Status.ShouldBe(leadsTo);
        if (status == 429)
        {
            row.NextTryAt.ShouldBeGreaterThanOrEqualTo(stage.World.Now + Duration.FromMinutes(10) - Duration.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_server_that_is_away_is_waited_for()
    {
        var fake = await FakeMastodon.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true);
        await stage.PostAsync("Anybody there?", 1, await ConnectAsync(stage, fake));
        await fake.DisposeAsync();
        await stage.PassAsync(1);
        var row = await stage.OneAsync();
        (row.Status, row.Problem).ShouldBe((PublicationStatus.Queued, "The server could not be reached."));
        row.NextTryAt.ShouldBeGreaterThan(row.DueAt);
    }

    [Fact]
    public async Task The_test_says_which_right_is_missing_and_which_token_is_wrong()
    {
        await using var fake = await FakeMastodon.StartAsync();
        using var http = Http();
        var mastodon = new MastodonConnector(http, TimeProvider.System);
        var access = Access(fake, fake.AddAuthor("taco"));
        (await mastodon.CheckAsync(access, Cancel)).ShouldSatisfyAllConditions(fine => fine.Works.ShouldBeTrue(), fine => fine.Handle.ShouldBe("taco@127.0.0.1"));
        fake.Scopes = ["read", "write:statuses"];
        (await mastodon.CheckAsync(access, Cancel)).ShouldSatisfyAllConditions(lacks => lacks.Kind.ShouldBe(ErrorKind.PermissionMissing), lacks => lacks.Message.ShouldContain("tick write:media"));
        fake.Scopes = null;
        (await mastodon.CheckAsync(access, Cancel)).Works.ShouldBeTrue("older servers do not tell");
        (await mastodon.CheckAsync(Access(fake, "wrong"), Cancel)).Kind.ShouldBe(ErrorKind.AuthRevoked);
    }

    private static GuardedHttp Http() => new(new OutgoingRules(["127.0.0.1"]));

    private static async Task<PlannedCall> PlanAsync(MastodonConnector mastodon, AccountAccess access, string text)
    {
        var post = new OutgoingPost("publication_1", text, [], "de-DE");
        var ready = (await mastodon.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Ready>();
        return mastodon.Plan(access, post, ready.Post, null, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
    }

    private static Task<Id<SocialAccount>> ConnectAsync(Stage stage, FakeMastodon fake) =>
        stage.AccountAsync("mastodon", new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = fake.Address, ["accessToken"] = fake.AddAuthor("taco") });

    private static AccountAccess Access(FakeMastodon fake, string token) => new(
        "taco",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = fake.Address },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["accessToken"] = token });
}
