using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>The queue follows the calendar, and people decide what goes out.</summary>
public sealed class FollowCalendarTests
{
    [Theory, BothDatabases]
    public async Task An_unscheduled_post_does_not_go_out_and_a_moved_one_goes_out_at_its_new_time(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        var (gone, moved) = (await stage.PostAsync("Gone", 10, account), await stage.PostAsync("Moved", 10, account));
        await stage.World.RunAsync(new UnschedulePost(gone));
        var later = (stage.World.Now + Duration.FromHours(3)).InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime;
        await stage.World.RunAsync(new MovePost(moved, later));

        await stage.PassAsync(60);
        stage.Fake.Calls.ShouldBe(0);
        await stage.PassAsync(121);
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Moved"]);
        (await stage.StatusAsync(gone)).ShouldBe(PostStatus.Approved);
    }

    [Fact]
    public async Task A_post_scheduled_anew_after_being_taken_back_goes_out_once()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var post = await stage.PostAsync("Back again", 10, await stage.AccountAsync());
        await stage.World.RunAsync(new UnschedulePost(post));
        (await stage.World.RunAsync(new PublicationList(stage.World.Brand, PublicationFilter.Out))).Items.ShouldBeEmpty();
        await stage.World.RunAsync(new SchedulePost(post));
        await stage.PassAsync(10);
        await stage.PassAsync(10);
        stage.Fake.Visible.Count.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_post_published_at_once_goes_out_with_the_next_round_and_never_again_at_its_old_time(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var post = await stage.PostAsync("Now after all", 10, await stage.AccountAsync());
        await stage.World.RunAsync(new PublishPost(post));

        await stage.PassAsync(Duration.FromSeconds(1));
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Now after all"]);
        await stage.PassAsync(30);
        stage.Fake.Visible.Count.ShouldBe(1);
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
    }

    [Theory, BothDatabases]
    public async Task A_publication_that_was_left_out_stays_out_until_somebody_sends_it(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var (first, second) = (await stage.AccountAsync(), await stage.AccountAsync());
        var post = await stage.PostAsync("Half", 10, first, second);
        var left = (await stage.PublicationsAsync()).Single(row => row.Account == first);
        await stage.World.RunAsync(new SkipPublication(left.Id, "Not for this account"));
        await stage.PassAsync(10);

        stage.Fake.Visible.ShouldHaveSingleItem().Account.ShouldBe(second.ToString());
        (await stage.StatusAsync(post)).ShouldBe(PostStatus.Published);
        await stage.World.RunAsync(new RetryPublication(left.Id));
        await stage.PassAsync(1);
        stage.Fake.Visible.Count.ShouldBe(2);
    }

    [Theory, BothDatabases, Requirement("R003-22")]
    public async Task Going_dark_stops_everything_until_each_post_was_looked_at(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        await stage.PostAsync("Kept", 10, account);
        await stage.PostAsync("Skipped", 11, account);
        await stage.PostAsync("Not looked at", 12, account);
        var state = await stage.World.RunAsync(new PausePublishing(stage.World.Brand, "A fire in the kitchen"));
        state.NeedsYou.ShouldBe(3);
        await stage.PostAsync("Written meanwhile", 13, account);
        await stage.PassAsync(20);
        stage.Fake.Calls.ShouldBe(0);

        var held = (await stage.World.RunAsync(new PublicationList(stage.World.Brand))).Items;
        held.Count.ShouldBe(4);
        await stage.World.RunAsync(new KeepPublication(held.Single(row => row.Title == "Kept").Id));
        await stage.World.RunAsync(new SkipPublication(held.Single(row => row.Title == "Skipped").Id));
        await stage.PassAsync(1);
        stage.Fake.Calls.ShouldBe(0);

        (await stage.World.RunAsync(new ResumePublishing(stage.World.Brand))).NeedsYou.ShouldBe(2);
        await stage.PassAsync(1);
        stage.Fake.Visible.Select(seen => seen.Text).ShouldBe(["Kept"]);
        (await stage.World.RefusedAsync(new ResumePublishing(stage.World.Brand))).Kind.ShouldBe(ProblemKind.Conflict);
        (await stage.World.RefusedAsync(new PausePublishing(stage.World.Brand, "  "))).Kind.ShouldBe(ProblemKind.Rule);
    }

    [Fact]
    public async Task Another_workspace_sees_and_touches_nothing()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync();
        await stage.PostAsync("Ours", 10, account);
        var ours = (await stage.OneAsync()).Id;
        foreach (var attempt in new Func<Task>[]
        {
            () => stage.World.RunAsStrangerAsync(new PublicationDetail(ours)),
            () => stage.World.RunAsStrangerAsync(new SkipPublication(ours)),
            () => stage.World.RunAsStrangerAsync(new TestConnection(account)),
            () => stage.World.RunAsStrangerAsync(new PausePublishing(stage.World.Brand, "ha")),
        })
        {
            (await Should.ThrowAsync<ProblemException>(attempt)).Kind.ShouldBe(ProblemKind.NotFound);
        }
    }

    [Theory, BothDatabases]
    public async Task The_list_of_what_waits_pages_by_time_without_gaps(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync();
        for (var i = 0; i < 7; i++)
        {
            await stage.PostAsync($"Post {i}", 10 + (i / 3), account);
        }

        var seen = new List<string>();
        Id<Publication>? after = null;
        do
        {
            var page = await stage.World.RunAsync(new PublicationList(stage.World.Brand, PublicationFilter.Waiting, After: after, Take: 2));
            seen.AddRange(page.Items.Select(row => row.Title));
            after = page.After is null ? null : Id<Publication>.Parse(page.After);
        }
        while (after is not null);

        seen.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 7).Select(i => $"Post {i}"));
    }
}
