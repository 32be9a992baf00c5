using Bellwether.Calendar;
using Bellwether.Connectors.YouTube;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>Uploading to a fake that breaks off and loses answers as asked.</summary>
public sealed class YouTubeTests
{
    // The head of an MP4 file, and something behind it.
    private static readonly byte[] Film = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. Enumerable.Range(0, 4000).Select(at => (byte)(at % 256))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, true)]
    [InlineData(1000, false)]
    [InlineData(null, false)]
    public async Task An_upload_that_breaks_off_goes_on_where_it_stands_and_makes_one_video(int? breaksAfter, bool answerIsLost)
    {
        await using var fake = await FakeYouTube.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("youtube", fake, ("privacy", "unlisted"));
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        await stage.PostAsync("How <we> fold tacos\nIn one minute.", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        fake.BreaksAfter = breaksAfter;
        if (answerIsLost)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }

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

    [Fact]
    public async Task What_is_out_is_changed_counted_and_taken_back()
    {
        await using var fake = await FakeYouTube.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("youtube", fake);
        var film = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "film.mp4", Film));
        await stage.PostAsync("Before", 1, [new Told(account, Media: [new VariantMedia(film.Id, "Hands that fold")])]);
        await stage.PassAsync(1);
        var video = (await stage.OneAsync()).Parts.ShouldHaveSingleItem();
        await stage.World.InScopeAsync<IServiceProvider>(async (_, services) =>
        {
            var access = (await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), Cancel)).ShouldNotBeNull();
            var youTube = services.GetRequiredService<YouTubeConnector>();
            (await youTube.EditAsync(access, video.Id, new OutgoingPost("p", "After", []), Cancel)).ShouldBeOfType<EditOutcome.Changed>();
            var snippet = fake.Seen.ShouldHaveSingleItem()["snippet"]!;
            ((string?)snippet["description"], (string?)snippet["categoryId"]).ShouldBe(("After", "22"));
            var figures = (await youTube.ReadAsync(access, [video, new RemotePost("gone", null)], Cancel)).ShouldBeOfType<FiguresOutcome.Found>();
            figures.Posts.ShouldHaveSingleItem().Value.ShouldBe(new PostFigures(33, Likes: 2, Comments: 1, VideoViews: 33, Raw: figures.Posts[video.Id].Raw));
            figures.Account.ShouldBe(new AccountFigures(55, null, 3));
            (await youTube.DeleteAsync(access, video.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
            (await youTube.DeleteAsync(access, video.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
        });
    }
}
