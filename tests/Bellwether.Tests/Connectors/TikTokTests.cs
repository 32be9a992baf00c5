using System.Security.Cryptography;
using Bellwether.Calendar;
using Bellwether.Connectors.TikTok;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Connectors.Benches;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of TikTok: what is its own; the contract of connectors holds the rest.</summary>
public sealed class TikTokTests
{
    private static readonly byte[] Film = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. new byte[4000]];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_TikTok_works_on_a_video_the_account_goes_on_and_the_video_is_looked_after_until_it_is_there()
    {
        await using var fake = await FakeTikTok.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("tiktok", fake, ("mode", "direct"), ("privacy", "PUBLIC_TO_EVERYONE"), ("allow", "comments"));
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        fake.Works = 4;
        var first = await stage.PostAsync("First", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        await stage.PassAsync(1);
        (await stage.OneAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.Unknown), row => row.Problem.ShouldBe("TikTok has it and works on it."));

        fake.Works = 0;
        var second = await stage.PostAsync("Second", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        fake.Works = 4;
        for (var i = 0; i < 12; i++)
        {
            await stage.PassAsync(1);
        }

        // More looks than an unknown outcome gets: it is certain that TikTok has it.
        foreach (var post in new[] { first, second })
        {
            (await stage.PublicationsAsync(post)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.Confirmed), row => row.Url.ShouldNotBeNull().ShouldStartWith("https://www.tiktok.com/@tacoloco/video/"));
        }

        fake.Seen.Count.ShouldBe(2);
        fake.Asked.ShouldBe(3, "once when it was connected, and before each post");
        var about = fake.Seen[0]["about"]!;
        ((bool)about["disable_comment"]!, (bool)about["disable_duet"]!, (bool)about["disable_stitch"]!, (bool)about["brand_organic_toggle"]!).ShouldBe((false, true, true, true));
    }

    [Fact]
    public async Task A_video_of_more_than_one_piece_arrives_whole_also_when_a_piece_is_lost()
    {
        await using var bench = (TikTokBench)await new TikTokBench().StartAsync();
        using var http = new GuardedHttp(NetworkBench.Rules, EagerClock.Instance);
        var tiktok = new TikTokConnector(http, new NetworkHosts(bench.Hosts), TimeProvider.System);
        var access = await bench.AccessAsync(tiktok);
        var film = new byte[70_000_001];
        new Random(7).NextBytes(film);
        var media = new OutgoingMedia("video/mp4", "", null, null, film.Length, _ => Task.FromResult<Stream>(new MemoryStream(film, writable: false)));
        var post = new OutgoingPost("publication_1", "A long one", [media]);
        async Task<PlannedCall> PlanAsync() => tiktok.Plan(access, post, (await tiktok.PrepareAsync(access, post, Cancel)).ShouldBeOfType<PrepareOutcome.Ready>().Post, null, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));

        var broken = await PlanAsync();
        bench.Front.NextIsLost(WebhookFault.Close);
        (await tiktok.SendAsync(access, broken, post.Media, Cancel)).ShouldBeOfType<SendOutcome.Unknown>();
        (await tiktok.ReconcileAsync(access, broken, Cancel)).ShouldBeOfType<ReconcileOutcome.NotThere>("an upload that broke off never becomes a post");
        (await tiktok.SendAsync(access, await PlanAsync(), post.Media, Cancel)).ShouldBeOfType<SendOutcome.Confirmed>();

        (await bench.SeenAsync()).ShouldHaveSingleItem().Text.ShouldBe("A long one");
        var (pieces, hash) = bench.Videos.ShouldHaveSingleItem();
        pieces.ShouldBe([32_000_000, 38_000_001]);
        hash.ShouldBe(Convert.ToHexString(SHA256.HashData(film)));
    }

    [Fact]
    public async Task A_draft_is_finished_by_a_person_and_an_application_without_an_audit_says_for_whom_it_may_post()
    {
        await using var fake = await FakeTikTok.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        fake.Audiences = ["SELF_ONLY"];
        var account = await stage.AccountAsync("tiktok", connect: false);
        var refused = await stage.SignInAsync(account, fake, ("mode", "direct"), ("privacy", "PUBLIC_TO_EVERYONE"));
        (refused.Works, refused.Message).ShouldBe((false, "TikTok does not let this application post for everybody; it offers: you alone. Choose one of these in the post, or connect the account again with one; or have the application audited."));

        (await stage.SignInAsync(account, fake, ("mode", "draft"))).Message.ShouldBe("Signed in as @tacoloco. Posts come as drafts into the inbox of the TikTok app.");
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        await stage.PostAsync("Look", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        await stage.PassAsync(1);
        await stage.PassAsync(1);
        (await stage.OneAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.NeedsPerson), row => row.Problem.ShouldNotBeNull().ShouldContain("inbox of the TikTok app"));
        fake.Seen.ShouldBeEmpty();
    }
}
