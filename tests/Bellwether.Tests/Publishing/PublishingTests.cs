using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>What becomes of a post whose time has come, in every weather.</summary>
public sealed class PublishingTests
{
    [Theory, BothDatabases]
    public async Task A_scheduled_post_goes_out_once_at_its_time_on_each_account(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var (first, second) = (await stage.AccountAsync(), await stage.AccountAsync());
        var post = await stage.PostAsync("Tacos at noon", 10, first, second);

        await stage.PassAsync(5);
        stage.Fake.Visible.ShouldBeEmpty();
        await stage.PassAsync(5);
        await stage.PassAsync(1);

        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Tacos at noon", "Tacos at noon"]);
        stage.Fake.Visible.Select(seen => seen.Account).ShouldBe([first.ToString(), second.ToString()], ignoreOrder: true);
        (await stage.PublicationsAsync()).ShouldAllBe(row => row.Status == PublicationStatus.Confirmed && row.Url!.StartsWith("https://fakebook.example/"));
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
        var line = (await stage.LogAsync((await stage.PublicationsAsync())[0].Id)).ShouldHaveSingleItem();
        line.Result.ShouldBe(AttemptResult.Confirmed);
        line.Raw.ShouldBe("{\"ok\":true}");
        line.Fingerprint.ShouldNotBeNull().Length.ShouldBe(64);
    }

    [Theory, BothDatabases]
    public async Task A_lost_answer_is_looked_up_and_never_sent_again(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Once only", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.AnswerLost);

        await stage.PassAsync(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Unknown);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Unknown);
        await stage.PassAsync(1);

        stage.Fake.Calls.ShouldBe(1);
        stage.Fake.Visible.Count.ShouldBe(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
    }

    [Fact]
    public async Task A_call_that_was_lost_on_the_way_is_sent_again_once_the_network_says_it_is_not_there()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await stage.PostAsync("Second try", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.LostOnTheWay);

        await stage.PassAsync(1);
        await stage.PassAsync(1);

        stage.Fake.Calls.ShouldBe(2);
        stage.Fake.Visible.Count.ShouldBe(1);
        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
    }

    [Theory, BothDatabases]
    public async Task Where_nobody_can_look_a_person_is_asked_and_nothing_is_sent_again(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        stage.Fake.CanBeRead = false;
        var post = await stage.PostAsync("Perhaps", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.AnswerLost);
        await stage.PassAsync(1);
        await stage.PassAsync(5);
        await stage.PassAsync(60);

        var asked = await stage.OneAsync();
        asked.Status.ShouldBe(PublicationStatus.NeedsPerson);
        stage.Fake.Calls.ShouldBe(1);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Unknown);
        (await stage.World.RefusedAsync(new RetryPublication(asked.Id))).Code.ShouldBe("may-be-out");
        var view = await stage.World.RunAsync(new DecideUnknown(asked.Id, IsOut: true, "https://fakebook.example/7"));
        view.Url.ShouldBe("https://fakebook.example/7");
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
        await stage.PassAsync(60);
        stage.Fake.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_says_it_is_not_out_sends_it_again()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        stage.Fake.CanBeRead = false;
        await stage.PostAsync("Not there", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.LostOnTheWay);
        await stage.PassAsync(1);
        await stage.PassAsync(1);
        await stage.World.RunAsync(new DecideUnknown((await stage.OneAsync()).Id, IsOut: false));
        await stage.PassAsync(1);

        (await stage.OneAsync()).Status.ShouldBe(PublicationStatus.Confirmed);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_throttled_account_waits_as_long_as_the_network_says()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        await stage.PostAsync("First", 1, account);
        await stage.PostAsync("Second", 1, account);
        stage.Fake.Next.Enqueue(Weather.Throttled);

        await stage.PassAsync(1);
        await stage.PassAsync(2);
        stage.Fake.Calls.ShouldBe(1);
        await stage.PassAsync(2);

        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["First", "Second"]);
    }

    [Fact]
    public async Task What_did_not_leave_is_tried_again_with_growing_waits_and_given_up_in_the_end()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var post = await stage.PostAsync("Nobody home", 1, await stage.AccountAsync());
        for (var i = 0; i < 40; i++)
        {
            stage.Fake.Next.Enqueue(Weather.NotSent);
        }

        for (var i = 0; i < 100; i++)
        {
            await stage.PassAsync(1);
        }

        stage.Fake.Calls.ShouldBe(Backoff.MostTries);
        var given = await stage.OneAsync();
        given.Status.ShouldBe(PublicationStatus.Rejected);
        given.Problem.ShouldNotBeNull().ShouldContain("8 tries");
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Failed);
    }

    [Theory, BothDatabases]
    public async Task A_refused_post_stops_and_can_be_retried_by_a_person(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Bad words", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.Refused);
        await stage.PassAsync(1);
        await stage.PassAsync(60);

        var refused = await stage.OneAsync();
        refused.Status.ShouldBe(PublicationStatus.Rejected);
        stage.Fake.Calls.ShouldBe(1);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Failed);
        var listed = (await stage.World.RunAsync(new PublicationList(stage.World.Brand))).Items.ShouldHaveSingleItem();
        listed.Problem.ShouldBe("The text is refused.");
        listed.Actions.ShouldContain(PublicationAction.Retry);

        await stage.World.RunAsync(new RetryPublication(refused.Id));
        await stage.PassAsync(1);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
    }

    [Fact]
    public async Task An_account_whose_permission_was_taken_back_stops_until_it_is_connected_again()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        await stage.PostAsync("First", 1, account);
        await stage.PostAsync("Second", 1, account);
        stage.Fake.Next.Enqueue(Weather.Revoked);
        await stage.PassAsync(1);
        await stage.PassAsync(1);

        stage.Fake.Calls.ShouldBe(1);
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem().State.ShouldBe(ConnectionState.Broken);
        (await stage.PublicationsAsync()).Select(row => row.Status).ShouldBe([PublicationStatus.Rejected, PublicationStatus.NeedsPerson]);

        await stage.World.RunAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "new" }));
        await stage.PassAsync(1);
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Second"]);
    }

    [Theory, BothDatabases]
    public async Task After_an_outage_a_late_post_is_asked_about_and_not_sent(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Lunch offer", 10, await stage.AccountAsync());
        await stage.PassAsync(10 + 121);

        stage.Fake.Calls.ShouldBe(0);
        var missed = await stage.OneAsync();
        missed.Status.ShouldBe(PublicationStatus.Missed);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Missed);
        await stage.World.RunAsync(new RetryPublication(missed.Id));
        await stage.PassAsync(1);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_backlog_is_let_out_slowly()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        for (var i = 0; i < 5; i++)
        {
            await stage.PostAsync($"Post {i}", 1, account);
        }

        await stage.PassAsync(30);
        stage.Fake.Visible.Count.ShouldBe(1);
        await stage.PassAsync(Duration.FromSeconds(20));
        stage.Fake.Visible.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_thread_goes_on_after_its_last_part_that_is_out()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var post = await stage.PostAsync("One\n---\nTwo\n---\nThree", 1, await stage.AccountAsync());
        stage.Fake.Next.Enqueue(Weather.Fine);
        stage.Fake.Next.Enqueue(Weather.NotSent);
        for (var i = 0; i < 5; i++)
        {
            await stage.PassAsync(1);
        }

        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["One", "Two", "Three"]);
        (await stage.OneAsync()).Parts.Count.ShouldBe(3);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
    }

    [Fact]
    public async Task An_account_that_nobody_connected_is_published_by_hand_and_reported()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var post = await stage.PostAsync("By hand", 1, await stage.AccountAsync("linkedin", connect: false));
        await stage.PassAsync(1);
        var waiting = await stage.OneAsync();
        waiting.Status.ShouldBe(PublicationStatus.NeedsPerson);
        (await stage.World.RefusedAsync(new DecideUnknown(waiting.Id, true, "over there"))).Fields[0].Field.ShouldBe("url");
        await stage.World.RunAsync(new DecideUnknown(waiting.Id, true, "https://www.linkedin.com/feed/update/1"));
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
    }
}
