using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

public class ScheduleTests
{
    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task A_post_is_scheduled_for_the_brands_local_time_and_later_steps_are_told(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: [await world.AccountAsync("bluesky"), await world.AccountAsync("x")]);

        var scheduled = await world.RunAsync(new SchedulePost(post.Id, Given.Monday));

        scheduled.Status.ShouldBe(PostStatus.Scheduled);
        scheduled.At.ShouldBe(Given.Monday);
        scheduled.DueAt.ShouldBe(Instant.FromUtc(2026, 3, 30, 8, 0));
        var told = (await world.EventsAsync()).OfType<PostScheduled>().ShouldHaveSingleItem();
        told.DueAt.ShouldBe(scheduled.DueAt!.Value);
        told.Variants.Select(variant => variant.Network).ShouldBe(["bluesky", "x"], ignoreOrder: true);
    }

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task A_past_time_is_refused(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("x"));
        var problem = await world.RefusedAsync(new SchedulePost(post.Id, new LocalDateTime(2026, 3, 26, 8, 59)));
        problem.Code.ShouldBe("time-passed");
        problem.Kind.ShouldBe(ProblemKind.Rule);
        (await world.RefusedAsync(new MovePost(post.Id, new LocalDateTime(2026, 3, 25, 10, 0)))).Code.ShouldBe("time-passed");
    }

    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task A_night_with_a_jump_of_the_clocks_moves_the_post_with_a_note(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("x"));
        var scheduled = await world.RunAsync(new SchedulePost(post.Id, new LocalDateTime(2026, 3, 29, 2, 30)));
        scheduled.At.ShouldBe(new LocalDateTime(2026, 3, 29, 3, 30));
        scheduled.SlotNote.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_scheduled_post_moves_and_moves_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("x"));
        await world.RunAsync(new SchedulePost(post.Id, Given.Monday));

        (await world.RunAsync(new MovePost(post.Id, Given.Monday.PlusDays(1)))).Status.ShouldBe(PostStatus.Scheduled);
        (await world.RunAsync(new MovePost(post.Id, Given.Monday))).At.ShouldBe(Given.Monday);

        var moves = (await world.EventsAsync()).OfType<PostMoved>().ToList();
        moves.Count.ShouldBe(2);
        moves[1].From.ShouldBe(moves[0].DueAt);
        moves[1].DueAt.ShouldBe(Instant.FromUtc(2026, 3, 30, 8, 0));
    }

    [Theory, BothDatabases]
    public async Task Links_become_short_tracked_ones_of_each_variant_when_it_is_scheduled(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("Lunch: https://tacoloco.example/menu", null, await world.AccountAsync("bluesky"), await world.AccountAsync("mastodon"));

        var scheduled = await world.RunAsync(new SchedulePost(post.Id, Given.Monday));

        scheduled.Variants.ShouldAllBe(variant => variant.LinkedText!.Contains("/l/") && !variant.LinkedText.Contains("tacoloco.example"));
        scheduled.Variants[0].LinkedText.ShouldNotBe(scheduled.Variants[1].LinkedText);
        var links = await world.SeeAsync(db => db.Set<TrackedLink>().AsNoTracking().ToListAsync());
        links.Count.ShouldBe(2);
        links.ShouldAllBe(link => link.Post == post.Id.ToString());
        links.Select(link => link.Tags!.Source).ShouldBe(["bluesky", "mastodon"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task What_the_precheck_blocks_is_not_scheduled_and_every_finding_is_told(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(new string('x', 301), null, await world.AccountAsync("bluesky"));
        var problem = await world.RefusedAsync(new SchedulePost(post.Id, Given.Monday));
        problem.Code.ShouldBe("text-too-long");
        problem.Details.ShouldBeAssignableTo<IReadOnlyList<PostFinding>>().ShouldNotBeNull().ShouldNotBeEmpty();
        (await world.RunAsync(new PostDetail(post.Id))).Status.ShouldBe(PostStatus.Draft);
    }

    [Theory, BothDatabases, Requirement("R001-13")]
    public async Task Identical_texts_that_are_forbidden_go_out_only_with_the_reason_of_who_runs_the_plan(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new SetCalendarRules(world.Brand, false, false, SameTextPolicy.Forbid));
        var post = await world.PostAsync(accounts: [await world.AccountAsync("bluesky"), await world.AccountAsync("mastodon"), await world.AccountAsync("x")]);

        var refused = await world.RefusedAsync(new SchedulePost(post.Id, Given.Monday));
        refused.Code.ShouldBe("same-text");
        refused.Kind.ShouldBe(ProblemKind.Rule);
        refused.Message.ShouldContain("100 %");

        var ben = await world.MemberAsync("Ben");
        var forbidden = await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new SchedulePost(post.Id, Given.Monday, "Opening hours are the same"), Role.Editor, ben));
        forbidden.Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new SchedulePost(post.Id, Given.Monday, "Opening hours are the same"))).Note.ShouldBe("Opening hours are the same");
    }

    [Theory, BothDatabases]
    public async Task A_changed_scheduled_post_goes_out_as_it_is_now(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync(accounts: await world.AccountAsync("bluesky"));
        await world.RunAsync(new SchedulePost(post.Id, Given.Monday));

        var changed = await world.RunAsync(new WritePost(post.Id, Text: "Burritos instead: https://tacoloco.example/"));

        changed.Status.ShouldBe(PostStatus.Scheduled);
        changed.Variants[0].LinkedText.ShouldNotBeNull().ShouldContain("/l/");
        (await world.EventsAsync()).OfType<PostScheduled>().Count().ShouldBe(2);
        (await world.RefusedAsync(new WritePost(post.Id, Text: new string('x', 400)))).Code.ShouldBe("text-too-long");
    }

    [Theory, BothDatabases]
    public async Task An_old_version_is_refused(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync();
        await world.RunAsync(new WritePost(post.Id, Title: "Other", IfVersion: post.Version));
        (await world.RefusedAsync(new WritePost(post.Id, Title: "Again", IfVersion: post.Version))).Kind.ShouldBe(ProblemKind.Conflict);
    }
}
