using Bellwether.Calendar;
using Bellwether.Connectors.LinkedIn;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Publishing;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Connectors;

/// <summary>Posting to a fake of LinkedIn that refuses repetitions and loses answers as asked.</summary>
public sealed class LinkedInTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("page", true)]
    [InlineData("page", false)]
    [InlineData("member", true)]
    [InlineData("member", false)]
    public async Task A_post_whose_answer_is_lost_goes_out_exactly_once(string kind, bool arrives)
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("linkedin", fake, ("as", kind));
        await stage.PostAsync("Tacos (hot) & cold_ones #LunchTime", 1, account);
        if (arrives)
        {
            fake.NextAnswerIsLost(WebhookFault.Close);
        }
        else
        {
            fake.NextIsLost(WebhookFault.Close);
        }

        for (var i = 0; i < 6; i++)
        {
            await stage.PassAsync(1);
        }

        var row = await stage.OneAsync();
        row.Status.ShouldBe(PublicationStatus.Confirmed);
        var seen = fake.Seen.ShouldHaveSingleItem();
        row.Url.ShouldBe($"https://www.linkedin.com/feed/update/{seen["id"]}/");
        ((string?)seen["author"]).ShouldBe(kind == "page" ? "urn:li:organization:7" : "urn:li:person:ana1");
    }

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

    [Fact]
    public async Task What_is_out_is_changed_counted_and_taken_back()
    {
        await using var fake = await FakeLinkedIn.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("linkedin", fake);
        await stage.PostAsync("Before", 1, account);
        await stage.PassAsync(1);
        var post = (await stage.OneAsync()).Parts.ShouldHaveSingleItem();
        await stage.World.InScopeAsync<IServiceProvider>(async (_, services) =>
        {
            var access = (await services.GetRequiredService<IOpenAccounts>().OpenAsync(account.ToString(), TestContext.Current.CancellationToken)).ShouldNotBeNull();
            var linkedIn = services.GetRequiredService<LinkedInConnector>();
            (await linkedIn.EditAsync(access, post.Id, new OutgoingPost("p", "After [now]", []), TestContext.Current.CancellationToken)).ShouldBeOfType<EditOutcome.Changed>();
            ((string?)fake.Seen.ShouldHaveSingleItem()["commentary"]).ShouldBe("After \\[now\\]");
            var figures = (await linkedIn.ReadAsync(access, [post, new RemotePost("urn:li:share:1", null)], TestContext.Current.CancellationToken)).ShouldBeOfType<FiguresOutcome.Found>();
            figures.Posts.ShouldHaveSingleItem().Value.ShouldBe(new PostFigures(120, 90, 4, 1, 2, 7, Raw: figures.Posts[post.Id].Raw));
            figures.Account.ShouldBe(new AccountFigures(310));
            (await linkedIn.DeleteAsync(access, post.Id, TestContext.Current.CancellationToken)).ShouldBeOfType<DeleteOutcome.Gone>();
            fake.Seen.ShouldBeEmpty();
        });
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
