using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Connectors.Facebook;
using Bellwether.Connectors.Threads;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of Meta's graph as a page, on Instagram and on Threads; answers get lost as asked.</summary>
public sealed class MetaTests
{
    // The smallest JPEG there is: one grey pixel.
    private const string Grey = "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("facebook", true)]
    [InlineData("facebook", false)]
    [InlineData("instagram", true)]
    [InlineData("instagram", false)]
    [InlineData("threads", true)]
    [InlineData("threads", false)]
    public async Task A_post_whose_answer_is_lost_goes_out_exactly_once_with_its_picture(string network, bool arrives)
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync(network, fake);
        fake.SlowMedia = 1;
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "grey.jpg", Convert.FromBase64String(Grey)));
        await stage.PostAsync("Tacos & more", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A grey dot")])]);
        if (arrives)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }
        else
        {
            fake.NextIsLost(WebhookFault.Status(500));
        }

        for (var i = 0; i < 6; i++)
        {
            await stage.PassAsync(1);
        }

        var row = await stage.OneAsync();
        (row.Status, row.Problem).ShouldBe((PublicationStatus.Confirmed, null));
        var seen = fake.Seen.ShouldHaveSingleItem();
        row.Url.ShouldBe($"https://seen.example/{seen["id"]}");
        fake.Alt.Values.ShouldContain("A grey dot");
    }

    [Fact]
    public async Task Threads_answer_themselves_and_their_tokens_are_renewed_by_themselves()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync("threads", fake);
        await stage.PostAsync("One\n---\nTwo", 1, account);
        await stage.PassAsync(1);
        ((string?)fake.Seen[0]["reply_to_id"]).ShouldBe((string?)fake.Seen[1]["id"]);

        var end = (await stage.World.RunAsync(new ConnectionList(stage.World.Brand)))[0].ExpiresAt;
        end.ShouldNotBeNull();
        var renewed = fake.Tokens.Renewed;
        stage.World.Clock.Advance(TimeSpan.FromDays(49));
        (await stage.World.RunAsync(new KeepSignIns())).ShouldBe(new KeptSignIns(1, 0));
        fake.Tokens.Renewed.ShouldBe(renewed + 1);
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand)))[0].ExpiresAt.ShouldBe(stage.World.Now + Duration.FromDays(60));

        fake.Tokens.Revoke();
        (await stage.World.RunAsync(new TestConnection(account))).Kind.ShouldBe(ErrorKind.AuthRevoked);
    }

    [Fact]
    public async Task Without_an_address_from_outside_no_picture_goes_to_networks_that_fetch_it()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("instagram", fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "grey.jpg", Convert.FromBase64String(Grey)));
        await stage.PostAsync("Look", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A grey dot")])]);
        await stage.PassAsync(1);
        var row = await stage.OneAsync();
        (row.Status, row.ProblemKind).ShouldBe((PublicationStatus.Rejected, ErrorKind.MediaInvalid));
        row.Problem.ShouldNotBeNull().ShouldContain("--public-url");
    }

    [Fact]
    public async Task What_is_out_on_a_page_is_changed_counted_and_taken_back()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync("facebook", fake);
        await stage.PostAsync("Before", 1, [new Told(account, Link: "https://taco.example/menu")]);
        await stage.PassAsync(1);
        var post = (await stage.OneAsync()).Parts.ShouldHaveSingleItem();
        ((string?)fake.Seen.ShouldHaveSingleItem()["link"]).ShouldNotBeNullOrEmpty();
        await AsAsync(stage, account, async (access, services) =>
        {
            var facebook = services.GetRequiredService<FacebookConnector>();
            (await facebook.EditAsync(access, post.Id, new OutgoingPost("p", "After", []), Cancel)).ShouldBeOfType<EditOutcome.Changed>();
            ((string?)fake.Seen[0]["message"]).ShouldBe("After");
            var figures = (await facebook.ReadAsync(access, [post, new RemotePost("777_1", null)], Cancel)).ShouldBeOfType<FiguresOutcome.Found>();
            figures.Posts.ShouldHaveSingleItem().Value.ShouldBe(new PostFigures(10, 10, 9, 2, 4, 10, Raw: figures.Posts[post.Id].Raw));
            figures.Account.ShouldBe(new AccountFigures(812));
            (await facebook.DeleteAsync(access, post.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
            (await facebook.DeleteAsync(access, post.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
            fake.Seen.ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Numbers_of_a_thread_count_reposts_and_quotes_as_shares()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync("threads", fake);
        await stage.PostAsync("One", 1, account);
        await stage.PassAsync(1);
        var post = (await stage.OneAsync()).Parts.ShouldHaveSingleItem();
        await AsAsync(stage, account, async (access, services) =>
        {
            var figures = (await services.GetRequiredService<ThreadsConnector>().ReadAsync(access, [post], Cancel)).ShouldBeOfType<FiguresOutcome.Found>().Posts[post.Id];
            figures.ShouldBe(new PostFigures(10, Likes: 20, Comments: 30, Shares: 90, Raw: figures.Raw));
        });
    }

    private static async Task<Stage> StageAsync(FakeMeta fake)
    {
        var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        stage.World.Services.GetRequiredService<PublicAddress>().Configure("https://bellwether.example");
        return stage;
    }

    private static Task AsAsync(Stage stage, Id<SocialAccount> account, Func<AccountAccess, IServiceProvider, Task> work) =>
        stage.World.InScopeAsync<IServiceProvider>(async (_, services) => await work((await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), Cancel)).ShouldNotBeNull(), services));
}
