using Bellwether.Calendar;
using Bellwether.Media;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>Uploading to a fake that breaks off: what is YouTube’s own; the contract of connectors holds the rest.</summary>
public sealed class YouTubeTests
{
    // The head of an MP4 file, and something behind it.
    private static readonly byte[] Film = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. Enumerable.Range(0, 4000).Select(at => (byte)(at % 256))];

    [Fact]
    public async Task An_upload_that_breaks_off_goes_on_where_it_stands_and_makes_one_video()
    {
        await using var fake = await FakeYouTube.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("youtube", fake, ("privacy", "unlisted"));
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        await stage.PostAsync("How <we> fold tacos\nIn one minute.", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        fake.BreaksAfter = 1000;
        for (var i = 0; i < 5; i++)
        {
            await stage.PassAsync(1);
        }

        var row = await stage.OneAsync();
        (row.Status, row.Problem).ShouldBe((PublicationStatus.Confirmed, null));
        var video = fake.Seen.ShouldHaveSingleItem();
        ((string?)video["snippet"]!["description"], (string?)video["status"]!["privacyStatus"]).ShouldBe(("How ‹we› fold tacos\nIn one minute.", "unlisted"));
        fake.Videos[(string)video["id"]!].ShouldBe(Film);
        row.Url.ShouldBe($"https://www.youtube.com/watch?v={video["id"]}");
    }
}
