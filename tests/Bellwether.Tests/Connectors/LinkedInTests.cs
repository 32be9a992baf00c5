using Bellwether.Calendar;
using Bellwether.Connectors.LinkedIn;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of LinkedIn: what is its own; the contract of connectors holds the rest.</summary>
public sealed class LinkedInTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_picture_travels_with_its_words_and_a_link_without_one_becomes_an_article()
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        fake.SlowMedia = 1;
        var account = await stage.SignedInAsync("linkedin", fake);
        var picture = await stage.World.RunAsync(new AddAsset(stage.World.Brand, "dot.png", Convert.FromBase64String(Dot)));
        await stage.PostAsync("Look", 1, [new Told(account, Media: [new VariantMedia(picture.Id, "A single dot")])]);
        await stage.PostAsync("Read", 1, [new Told(account, Link: "https://taco.example/menu")]);
        await stage.PassAsync(1);
        await stage.PassAsync(1);

        fake.Seen.Count.ShouldBe(2);
        var look = fake.Seen.Single(post => (string?)post["commentary"] == "Look")["content"]!["media"]!;
        ((string?)look["altText"], ((string?)look["id"])!.StartsWith("urn:li:image:", StringComparison.Ordinal)).ShouldBe(("A single dot", true));
        ((string?)fake.Seen.Single(post => (string?)post["commentary"] == "Read")["content"]!["article"]!["source"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_words_as_an_older_post_are_refused_and_the_older_one_is_named()
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("linkedin", fake);
        var first = await stage.PostAsync("Open today", 1, account);
        await stage.PassAsync(1);
        await stage.PassAsync(30);
        var second = await stage.PostAsync("Open today", 1, account);
        await stage.PassAsync(1);
        (await stage.PublicationsAsync(first)).ShouldHaveSingleItem().Status.ShouldBe(PublicationStatus.Confirmed);
        var refused = (await stage.PublicationsAsync(second)).ShouldHaveSingleItem();
        (refused.Status, refused.ProblemKind).ShouldBe((PublicationStatus.Rejected, ErrorKind.Duplicate));
        refused.Problem.ShouldNotBeNull().ShouldContain("https://www.linkedin.com/feed/update/urn:li:share:");
    }

    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("a_b (c) *d* ~e~ <f> [g] {h} i|j \\k @l", @"a\_b \(c\) \*d\* \~e\~ \<f\> \[g\] \{h\} i\|j \\k \@l")]
    [InlineData("So #LunchTime, #taco_day and #1", @"So {hashtag|\#|LunchTime}, {hashtag|\#|taco\_day} and \#1")]
    [InlineData("https://taco.example/#menu", @"https://taco.example/\#menu")]
    public void Signs_with_a_meaning_are_escaped_and_read_back_as_they_were(string text, string written)
    {
        LinkedInText.Write(text).ShouldBe(written);
        LinkedInText.Read(written).ShouldBe(text);
    }
}
