using Bellwether.Calendar;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Publishing;

/// <summary>The first comment is a step of its own: whatever becomes of it, the post is out and is told so.</summary>
public sealed class FirstCommentTests
{
    [Fact]
    public async Task A_refused_comment_leaves_the_post_published_and_is_sent_again_alone()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var post = await stage.PostAsync("Tacos", 1, [new Told(await stage.AccountAsync(), "Tacos at noon", FirstComment: "The menu")]);
        stage.Fake.Next.Enqueue(Weather.Fine);
        stage.Fake.Next.Enqueue(Weather.Refused);

        await stage.PassAsync(1);

        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
        var one = (await stage.World.RunAsync(new PublicationList(stage.World.Brand))).Items.ShouldHaveSingleItem();
        (one.Status, one.CommentOnly, one.Standing).ShouldBe((PublicationStatus.Rejected, true, "published without its first comment so far"));
        one.Problem.ShouldBe("The post is out. Only its first comment is not: The text is refused.");
        one.Actions.ShouldBe([PublicationAction.Retry, PublicationAction.SayItIsOut, PublicationAction.Skip, PublicationAction.Delete]);
        var (at, url) = (one.ConfirmedAt, one.Url);
        at.ShouldNotBeNull();

        await stage.World.RunAsync(new RetryPublication(one.Id));
        await stage.PassAsync(1);

        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Tacos at noon", "The menu"]);
        (await stage.OneAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.Confirmed), row => (row.ConfirmedAt, row.Url).ShouldBe((at, url)));
    }

    [Fact]
    public async Task A_comment_nobody_can_look_up_is_asked_about_and_the_answer_changes_nothing_of_the_post()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        stage.Fake.CanBeRead = false;
        await stage.PostAsync("Tacos", 1, [new Told(await stage.AccountAsync(), "Tacos at noon", FirstComment: "The menu")]);
        stage.Fake.Next.Enqueue(Weather.Fine);
        stage.Fake.Next.Enqueue(Weather.AnswerLost);

        await stage.PassAsync(1);
        await stage.PassAsync(1);

        var asked = await stage.OneAsync();
        (asked.Status, asked.MayBeOut, asked.Problem).ShouldBe((PublicationStatus.NeedsPerson, true, "This network cannot be read. Look at the post and say whether the comment is below it."));
        await stage.World.RunAsync(new DecideUnknown(asked.Id, true, "https://fakebook.example/comment"));
        (await stage.OneAsync()).ShouldSatisfyAllConditions(row => row.Status.ShouldBe(PublicationStatus.Confirmed), row => row.Url.ShouldBe(asked.Url));
        stage.Fake.Visible.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_post_goes_without_its_comment_where_a_person_says_so_and_is_taken_back_as_any_other()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.PostAsync("Tacos", 1, [new Told(await stage.AccountAsync(), "Tacos at noon", FirstComment: "The menu")]);
        stage.Fake.Next.Enqueue(Weather.Fine);
        stage.Fake.Next.Enqueue(Weather.Refused);
        await stage.PassAsync(1);
        var one = await stage.OneAsync();

        await stage.World.RunAsync(new SkipPublication(one.Id));
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        await stage.World.RunAsync(new DeletePublication(one.Id));

        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Deleted);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_right_to_comment_stops_comments_and_no_posts()
    {
        await using var fake = await FakeMeta.StartAsync();
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite, real: true, network: fake);
        var account = await stage.SignedInAsync("facebook", fake);
        fake.MayComment = false;
        var first = await stage.PostAsync("Tacos", 1, [new Told(account, "Tacos at noon", FirstComment: "The menu")]);
        await stage.PassAsync(1);

        var one = (await stage.World.RunAsync(new PublicationList(stage.World.Brand))).Items.ShouldHaveSingleItem();
        one.Problem.ShouldBe("The post is out. Only its first comment is not: The network does not let this account comment; usually the right pages_manage_engagement is missing.");
        one.WayOut.ShouldBe("Connect the account again and allow comments, then retry: only the comment goes out.");
        await stage.PostAsync("Salsa", 1, account);
        await stage.PassAsync(1);
        fake.Seen.Count.ShouldBe(2, "the account is still connected");

        fake.MayComment = true;
        await stage.World.RunAsync(new RetryPublication(one.Id));
        await stage.PassAsync(1);
        (await stage.PublicationsAsync(first)).ShouldHaveSingleItem().Status.ShouldBe(PublicationStatus.Confirmed);
        ((string?)fake.Comments.ShouldHaveSingleItem()["message"]).ShouldBe("The menu");
        fake.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_network_counts_a_comment_by_its_own_length()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("linkedin", connect: false);
        async Task<bool> FitsAsync(int length) => (await stage.World.RunAsync(new CheckPost(stage.World.Brand, Text: "Tacos", Variants: [new Told(account, FirstComment: new string('x', length))], Unguided: true)))
            .Findings.All(finding => finding.Field != "firstComment");
        (await FitsAsync(1250)).ShouldBeTrue();
        (await FitsAsync(1251)).ShouldBeFalse();
    }
}
