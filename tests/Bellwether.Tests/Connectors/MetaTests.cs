using Bellwether.Calendar;
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

    [Fact]
    public async Task Tokens_are_renewed_by_themselves_while_they_live()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync("threads", fake);
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
    public async Task A_link_of_its_own_goes_with_a_page_s_post()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await StageAsync(fake);
        var account = await stage.SignedInAsync("facebook", fake);
        await stage.PostAsync("Read", 1, [new Told(account, Link: "https://taco.example/menu")]);
        await stage.PassAsync(1);
        ((string?)fake.Seen.ShouldHaveSingleItem()["link"]).ShouldNotBeNullOrEmpty();
    }

    private static async Task<Stage> StageAsync(FakeMeta fake)
    {
        var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        stage.World.Services.GetRequiredService<PublicAddress>().Configure("https://bellwether.example");
        return stage;
    }
}
