using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Several posts at once, with what is refused and the way back.</summary>
[Requirement("R002-39")]
public sealed class BulkChangeTests
{
    [Theory, BothDatabases]
    public async Task Several_posts_move_by_days_the_rest_says_why_not_and_all_of_it_goes_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var one = await world.PostAsync("One", Given.Monday, account);
        var two = await world.PostAsync("Two", Given.Monday.PlusDays(1), account);
        var idea = await world.PostAsync("An idea");
        await world.RunAsync(new SchedulePost(two.Id));

        var done = await world.RunAsync(new ChangePosts(world.Brand, [one.Id, two.Id, idea.Id], BulkVerb.Shift, Days: 7));
        done.Changed.ShouldBe(2);
        done.Refused.ShouldHaveSingleItem().ShouldBe(new RefusedPost(idea.Id, "An idea", "no-slot", "It has no day yet. Give it one first."));
        (await world.RunAsync(new PostDetail(two.Id))).At.ShouldBe(Given.Monday.PlusDays(8));

        await world.RunAsync(new WritePost(one.Id, Text: "One, changed since"));
        var back = await world.RunAsync(new UndoPostChange(done.Change!.Value));
        (back.Back, back.Kept.ShouldHaveSingleItem().Code).ShouldBe((1, "changed-meanwhile"));
        var again = await world.RunAsync(new PostDetail(two.Id));
        (again.At, again.Status).ShouldBe((Given.Monday.PlusDays(1), PostStatus.Scheduled));
        (await world.EventsAsync()).OfType<PostMoved>().Select(moved => moved.DueAt).ShouldBe([again.DueAt!.Value + Duration.FromDays(7), again.DueAt!.Value]);
        (await world.RefusedAsync(new UndoPostChange(done.Change!.Value))).Code.ShouldBe("change-undone");
    }

    [Fact]
    public async Task What_was_taken_from_the_calendar_is_scheduled_again_by_its_undo()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var post = await world.PostAsync("One", Given.Monday, await world.AccountAsync("bluesky"));
        await world.RunAsync(new SchedulePost(post.Id));
        var done = await world.RunAsync(new ChangePosts(world.Brand, [post.Id], BulkVerb.TakeOut));
        var out_ = await world.RunAsync(new PostDetail(post.Id));
        (out_.At, out_.Status).ShouldBe((null, PostStatus.Approved));
        await world.RunAsync(new UndoPostChange(done.Change!.Value));
        (await world.RunAsync(new PostDetail(post.Id))).Status.ShouldBe(PostStatus.Scheduled);
        (await world.EventsAsync()).Select(happened => happened.GetType()).Where(type => type == typeof(PostScheduled) || type == typeof(PostUnscheduled))
            .ShouldBe([typeof(PostScheduled), typeof(PostUnscheduled), typeof(PostScheduled)]);
    }

    [Fact]
    public async Task Rights_count_for_each_post_and_for_the_way_back()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var post = await world.PostAsync("One", Given.Monday, await world.AccountAsync("bluesky"));
        await world.RunAsync(new SubmitPost(post.Id));
        var ben = await world.MemberAsync("Ben", Role.Editor);
        var tried = await world.RunAsync(new ChangePosts(world.Brand, [post.Id], BulkVerb.Approve), Role.Editor, ben);
        (tried.Changed, tried.Refused.ShouldHaveSingleItem().Code, tried.Change).ShouldBe((0, "forbidden", null));
        var yes = await world.RunAsync(new ChangePosts(world.Brand, [post.Id], BulkVerb.Approve));
        await world.RunAsync(new UndoPostChange(yes.Change!.Value));
        (await world.RunAsync(new PostDetail(post.Id))).Status.ShouldBe(PostStatus.InReview);
        (await world.RunAsync(new PostReview(post.Id))).Steps.ShouldAllBe(step => !step.Done);
        var mine = await world.RunAsync(new ChangePosts(world.Brand, [post.Id], BulkVerb.Shift, Days: 1));
        var refused = await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new UndoPostChange(mine.Change!.Value), Role.Editor, ben));
        refused.Kind.ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public async Task Every_view_narrows_by_the_same_filters_and_ideas_have_stages()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var bluesky = await world.AccountAsync("bluesky");
        await world.PostAsync("Tacos", Given.Monday, bluesky);
        var idea = await world.RunAsync(new AddPost(world.Brand, "Salsa one day", Unguided: true));
        var (first, last) = (Given.Monday.Date, Given.Monday.Date.PlusDays(1));
        (await world.RunAsync(new CalendarMonth(world.Brand, first, last, Text: "TACO", Author: world.Owner))).Posts.ShouldHaveSingleItem().Author.ShouldBe(world.Owner);
        (await world.RunAsync(new CalendarMonth(world.Brand, first, last, Text: "burrito"))).Posts.ShouldBeEmpty();
        (await world.RunAsync(new PostCounts(world.Brand, Network: "bluesky"))).ShouldHaveSingleItem().ShouldBe(new PostCount(PostStatus.Draft, 1));
        (await world.RunAsync(new PostList(world.Brand, Slotless: true))).Items.ShouldHaveSingleItem().Stage.ShouldBe(IdeaStage.Idea);
        (await world.RefusedAsync(new StagePost(idea.Id, IdeaStage.Ready))).Code.ShouldBe("nothing-to-say");
        await world.RunAsync(new StagePost(idea.Id, IdeaStage.Drafting));
        (await world.RunAsync(new PostList(world.Brand, Slotless: true))).Items.ShouldHaveSingleItem().Stage.ShouldBe(IdeaStage.Drafting);
    }
}
