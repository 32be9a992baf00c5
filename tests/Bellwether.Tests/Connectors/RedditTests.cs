using System.Text.Json.Nodes;
using Bellwether.Calendar;
using Bellwether.Connectors.Reddit;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of Reddit: what is its own; the contract of connectors holds the rest.</summary>
public sealed class RedditTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_community_gets_the_flair_it_wants_and_the_post_of_a_picture_is_found_although_nobody_names_it()
    {
        await using var fake = await FakeReddit.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        fake.Wants = new JsonObject { ["is_flair_required"] = true };
        var account = await stage.AccountAsync("reddit", connect: false);
        var signed = await stage.SignInAsync(account, fake, ("owner", "tacoloco"));
        signed.Places.Select(place => place.Name).ShouldBe(["r/tacos", "r/berlin", "u/tacoloco"]);
        (await stage.World.RefusedAsync(new ChoosePlace(account, "tacos"))).Fields.ShouldHaveSingleItem().Message.ShouldBe("r/tacos wants a flair on each post. Choose one in the post, or for the account when you connect it again: “News”, “Offer”.");
        await stage.SignInAsync(account, fake, ("owner", "tacoloco"), ("flair", "news"));
        (await stage.World.RunAsync(new ChoosePlace(account, "tacos"))).Message.ShouldBe("Signed in as u/tacoloco. Posts go to r/tacos with the flair “News”.");

        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Our new kitchen", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        await stage.PassAsync(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Unknown);
        await stage.PassAsync(2);
        var seen = fake.Seen.ShouldHaveSingleItem();
        (await stage.OneAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.Confirmed), row => row.Url.ShouldBe($"https://www.reddit.com/comments/{seen["id"]}/"));
        ((string?)seen["kind"], (string?)seen["title"], (string?)seen["link_flair_text"]).ShouldBe(("image", "Our new kitchen", "News"));
        ((string)seen["url"]!).ShouldContain("/bucket/rte/");
    }

    [Theory]
    [InlineData(null, "Open today", null, "Open today", "")]
    [InlineData("Open today", "Open today\n\nFrom ten on.", null, "Open today", "From ten on.")]
    [InlineData("News", "Open today", "https://taco.example", "News", "Open today\n\nhttps://taco.example")]
    [InlineData(null, "Open today", "https://taco.example", "Open today", "")]
    public void The_first_line_is_the_title_unless_there_is_another(string? title, string text, string? link, string above, string below) =>
        RedditConnector.Split(new OutgoingPost("p", text, [], Title: title, Link: link)).ShouldBe((above, below));
}
