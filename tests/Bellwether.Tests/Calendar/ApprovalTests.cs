using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class ApprovalTests
{
    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task Approving_ones_own_post_with_four_eyes_is_forbidden(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new SetCalendarRules(world.Brand, false, true, SameTextPolicy.Warn));
        var post = await world.PostAsync(at: Given.Monday, accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SubmitPost(post.Id));

        (await world.RefusedAsync(new ApprovePost(post.Id))).Kind.ShouldBe(ProblemKind.Forbidden);
        var ben = await world.MemberAsync("Ben", Role.Manager);
        var approved = await world.RunAsync(new ApprovePost(post.Id), Role.Manager, ben);
        approved.Status.ShouldBe(PostStatus.Scheduled);
        approved.ApprovedBy.ShouldBe(ben.Value);
    }

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task Where_approvals_count_nothing_is_scheduled_without_one_and_an_editor_cannot_give_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var post = await world.PostAsync(at: Given.Monday, accounts: await world.AccountAsync("x"));

        (await world.RefusedAsync(new SchedulePost(post.Id))).Code.ShouldBe("approval-missing");
        await world.RunAsync(new SubmitPost(post.Id));
        var cleo = await world.MemberAsync("Cleo");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new ApprovePost(post.Id), Role.Editor, cleo))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new ApprovePost(post.Id))).Status.ShouldBe(PostStatus.Scheduled);
    }

    [Theory, BothDatabases]
    public async Task A_post_changed_after_its_approval_needs_a_new_one_and_no_longer_goes_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var post = await world.PostAsync(at: Given.Monday, accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SubmitPost(post.Id));
        await world.RunAsync(new ApprovePost(post.Id));

        var changed = await world.RunAsync(new WritePost(post.Id, Text: "Something else"));

        changed.Status.ShouldBe(PostStatus.Draft);
        changed.ApprovedAt.ShouldBeNull();
        (await world.EventsAsync()).OfType<PostUnscheduled>().ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task A_post_sent_back_tells_why_and_needs_a_reason(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SubmitPost(post.Id));
        (await world.RefusedAsync(new SendPostBack(post.Id, " "))).Kind.ShouldBe(ProblemKind.Rule);
        var back = await world.RunAsync(new SendPostBack(post.Id, "Name the price"));
        back.Status.ShouldBe(PostStatus.Draft);
        back.Note.ShouldBe("Name the price");
    }

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task A_post_expires_when_its_slot_passes_without_an_approval(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        var waiting = await world.PostAsync("One", Given.Monday, account);
        var scheduled = await world.PostAsync("Two", null, account);
        await world.RunAsync(new SubmitPost(waiting.Id));
        await world.RunAsync(new SchedulePost(scheduled.Id, Given.Monday));

        world.Clock.Advance(TimeSpan.FromDays(5));
        (await world.Services.GetRequiredService<PostExpiry>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        var expired = await world.RunAsync(new PostDetail(waiting.Id));
        expired.Status.ShouldBe(PostStatus.Expired);
        expired.Moves.ShouldBe([PostMove.Resume]);
        (await world.RunAsync(new PostDetail(scheduled.Id))).Status.ShouldBe(PostStatus.Scheduled);
        (await world.RunAsync(new MovePost(waiting.Id, Given.Monday.PlusDays(7)))).Status.ShouldBe(PostStatus.Draft);
    }

    [Theory, BothDatabases]
    public async Task A_held_post_is_unscheduled_and_comes_back_as_a_draft(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SchedulePost(post.Id, Given.Monday));
        (await world.RunAsync(new HoldPost(post.Id, "Waiting for the price"))).Status.ShouldBe(PostStatus.OnHold);
        (await world.EventsAsync()).OfType<PostUnscheduled>().ShouldHaveSingleItem();
        (await world.RunAsync(new ResumePost(post.Id))).Status.ShouldBe(PostStatus.Draft);
    }
}
