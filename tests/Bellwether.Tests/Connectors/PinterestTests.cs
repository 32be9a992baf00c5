using Bellwether.Calendar;
using Bellwether.Media;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>Pinning to a fake: what is Pinterest’s own; the contract of connectors holds the rest.</summary>
public sealed class PinterestTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_pin_goes_to_its_board_with_its_picture_which_is_not_stored_a_second_time()
    {
        await using var fake = await FakePinterest.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("pinterest", fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Salsa in ten minutes", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")], Link: "https://taco.example/salsa")]);
        await stage.PassAsync(1);

        var row = await stage.OneAsync();
        (row.Status, row.Problem).ShouldBe((PublicationStatus.Confirmed, null));
        var seen = fake.Seen.ShouldHaveSingleItem();
        ((string?)seen["board_id"], (string?)seen["alt_text"], (string?)seen["media_source"]!["content_type"]).ShouldBe(("11", "A single dot", "image/png"));
        ((string?)seen["link"]).ShouldNotBeNullOrEmpty();
        row.Call?.Payload.ShouldNotContain(Dot[..40]);
    }
}
