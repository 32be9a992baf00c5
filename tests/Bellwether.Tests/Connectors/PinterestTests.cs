using Bellwether.Calendar;
using Bellwether.Connectors.Pinterest;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>Pinning to a fake that loses answers as asked.</summary>
public sealed class PinterestTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_pin_whose_answer_is_lost_is_looked_up_on_its_board_then_changed_counted_and_taken_back(bool arrives, int calls)
    {
        await using var fake = await FakePinterest.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("pinterest", fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Salsa in ten minutes", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")], Link: "https://taco.example/salsa")]);
        if (arrives)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }
        else
        {
            fake.NextIsLost(WebhookFault.Status(502));
        }

        for (var i = 0; i < 6; i++)
        {
            await stage.PassAsync(1);
        }

        var row = await stage.OneAsync();
        (row.Status, row.Problem, fake.Received.Count).ShouldBe((PublicationStatus.Confirmed, null, calls));
        var seen = fake.Seen.ShouldHaveSingleItem();
        ((string?)seen["board_id"], (string?)seen["alt_text"], (string?)seen["media_source"]!["content_type"]).ShouldBe(("11", "A single dot", "image/png"));
        row.Call?.Payload.ShouldNotContain(Dot[..40]);

        var pin = row.Parts.ShouldHaveSingleItem();
        await stage.World.InScopeAsync<IServiceProvider>(async (_, services) =>
        {
            var access = (await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), Cancel)).ShouldNotBeNull();
            var pinterest = services.GetRequiredService<PinterestConnector>();
            (await pinterest.EditAsync(access, pin.Id, new OutgoingPost("p", "Salsa in five", []), Cancel)).ShouldBeOfType<EditOutcome.Changed>();
            ((string?)seen["description"]).ShouldBe("Salsa in five");
            var figures = (await pinterest.ReadAsync(access, [pin, new RemotePost("1", null)], Cancel)).ShouldBeOfType<FiguresOutcome.Found>();
            figures.Posts.ShouldHaveSingleItem().Value.ShouldBe(new PostFigures(70, Likes: 4, Comments: 1, LinkClicks: 6, Saves: 5, Raw: figures.Posts[pin.Id].Raw));
            figures.Account.ShouldBe(new AccountFigures(64, 2, 1));
            (await pinterest.DeleteAsync(access, pin.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
            (await pinterest.DeleteAsync(access, pin.Id, Cancel)).ShouldBeOfType<DeleteOutcome.Gone>();
        });
    }
}
