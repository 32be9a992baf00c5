using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Calendar;

[Requirement("R001-06")]
public sealed class FillCalendarTests
{
    [Theory, BothDatabases]
    public async Task A_table_of_places_becomes_a_post_a_day_and_a_gap_is_named(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var template = await world.TemplateAsync(account);
        template.Variables.ShouldBe(["place", "from", "to"]);

        var dry = await world.RunAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Sunday));
        (dry.Make, dry.Blocked, dry.Filling).ShouldBe((2, 1, null));
        (await world.RunAsync(new PostList(world.Brand))).Items.ShouldBeEmpty("a dry run stores nothing");

        var done = await world.FillAsync(template);
        done.Slots.Select(slot => (slot.Step, slot.Text)).ShouldBe([
            (FillStep.Make, "Market square today 11:00–15:00"), (FillStep.Make, "Station today 11:00–15:00"), (FillStep.Blocked, "{{place}} today 11:00–15:00")]);
        var blocked = done.Slots[2];
        blocked.Missing.ShouldBe(["place"]);
        blocked.Why.ShouldBe("{{place}} has no value in the table.");
        var post = await world.RunAsync(new PostDetail(done.Slots[0].Post!.Value));
        (post.Text, post.At, post.Until, post.Status).ShouldBe(("Market square today 11:00–15:00", new LocalDateTime(2026, 3, 30, 10, 0), new LocalDateTime(2026, 3, 30, 15, 0), PostStatus.Draft));
        (post.Unguided, post.Variants.Single().Account).ShouldBe((true, account));
    }

    [Theory, BothDatabases]
    public async Task Filling_again_makes_no_post_twice(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.TemplateAsync(await world.AccountAsync("bluesky"));
        await world.FillAsync(template);
        var again = await world.FillAsync(template);
        again.Slots.Select(slot => slot.Step).ShouldBe([FillStep.Same, FillStep.Same, FillStep.Blocked]);
        again.Filling.ShouldBeNull("there was nothing to do");
        (await world.RunAsync(new PostList(world.Brand))).Items.Count.ShouldBe(2);
        (await world.RunAsync(new PostTemplateList(world.Brand))).ShouldHaveSingleItem().Ahead.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_changed_row_changes_its_post_but_not_one_changed_by_hand_or_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.TemplateAsync(await world.AccountAsync("bluesky"));
        var made = await world.FillAsync(template);
        var (monday, wednesday) = (made.Slots[0].Post!.Value, made.Slots[1].Post!.Value);
        await world.RunAsync(new WritePost(wednesday, Text: "At the station, with salsa"));
        template = await world.SayAsync(template, 0, row => row with { Place = "Harbour" });
        template = await world.SayAsync(template, 1, row => row with { Place = "Town hall" });

        var again = await world.FillAsync(template);
        again.Slots.Select(slot => slot.Step).ShouldBe([FillStep.Change, FillStep.Keep, FillStep.Blocked]);
        (await world.RunAsync(new PostDetail(monday))).Text.ShouldBe("Harbour today 11:00–15:00");
        (await world.RunAsync(new PostDetail(wednesday))).Text.ShouldBe("At the station, with salsa");

        await world.SeeAsync(async db =>
        {
            (await db.FindAsync(monday, "post", default)).Follow([PublicationOutcome.Confirmed]);
            await db.SaveAsync(default);
            return true;
        });
        template = await world.SayAsync(template, 0, row => row with { Place = "Park" });
        (await world.FillAsync(template)).Slots[0].Step.ShouldBe(FillStep.Out);
        (await world.RunAsync(new PostDetail(monday))).Text.ShouldBe("Harbour today 11:00–15:00");
    }

    [Theory, BothDatabases]
    public async Task A_row_that_loses_its_value_or_leaves_the_table_takes_its_post_out_until_it_is_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.TemplateAsync(await world.AccountAsync("bluesky"));
        var made = await world.FillAsync(template, sendOn: true);
        made.Scheduled.ShouldBe(2);
        var monday = made.Slots[0].Post!.Value;
        (await world.RunAsync(new PostDetail(monday))).Status.ShouldBe(PostStatus.Scheduled);

        template = await world.SayAsync(template, 0, row => row with { Place = null });
        var gone = await world.FillAsync(template);
        (gone.Slots[0].Step, gone.TakeOut).ShouldBe((FillStep.Blocked, 1));
        var post = await world.RunAsync(new PostDetail(monday));
        (post.ArchivedAt is not null, post.Status).ShouldBe((true, PostStatus.Draft));
        (await world.EventsAsync()).OfType<PostUnscheduled>().ShouldHaveSingleItem().Post.ShouldBe(monday);

        template = await world.SayAsync(template, 0, row => row with { Place = "Market square" });
        (await world.FillAsync(template)).Slots[0].Step.ShouldBe(FillStep.Change);
        (await world.RunAsync(new PostDetail(monday))).ArchivedAt.ShouldBeNull("the same post is back");

        template = await world.RunAsync(new TabulatePostTemplate(template.Id, [GivenTemplates.Row("2026-03-30", "–"), .. template.Rows.Select(row => new RowText(row.Day, row.Place, row.From, row.To, row.Values, row.Id))]));
        (await world.FillAsync(template)).Slots.Select(slot => slot.Step).ShouldBe([FillStep.TakeOut, FillStep.Same, FillStep.Blocked], "a date with a dash says that nothing is on");
    }

    [Theory, BothDatabases]
    public async Task A_filling_is_taken_back_with_all_it_did(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.TemplateAsync(await world.AccountAsync("bluesky"));
        var first = await world.FillAsync(template, sendOn: true);
        template = await world.SayAsync(template, 0, row => row with { Place = "Harbour" });
        template = await world.SayAsync(template, 1, row => row with { Day = "Tue" });
        var second = await world.FillAsync(template);
        (second.Make, second.Change, second.TakeOut).ShouldBe((1, 1, 1));
        var monday = first.Slots[0].Post!.Value;
        (await world.RunAsync(new PostDetail(monday))).Status.ShouldBe(PostStatus.Scheduled, "what was on its way goes on with its new words");

        (await world.RunAsync(new UndoFilling(second.Filling!.Value))).ShouldBe(new UndoneFilling(3, 0));
        (await world.RunAsync(new PostDetail(monday))).Text.ShouldBe("Market square today 11:00–15:00");
        (await world.RunAsync(new PostDetail(first.Slots[1].Post!.Value))).ArchivedAt.ShouldBeNull();
        (await world.RunAsync(new PostList(world.Brand))).Items.Count.ShouldBe(2);
        (await world.RefusedAsync(new UndoFilling(second.Filling.Value))).Code.ShouldBe("filling-undone");

        await world.RunAsync(new WritePost(monday, Text: "By hand"));
        (await world.RunAsync(new UndoFilling(first.Filling!.Value))).ShouldBe(new UndoneFilling(1, 1));
        (await world.RunAsync(new PostList(world.Brand))).Items.ShouldHaveSingleItem().Post.ShouldBe(monday);
    }

    [Theory, BothDatabases]
    public async Task What_needs_an_approval_waits_for_it_and_only_who_publishes_may_schedule(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.TemplateAsync(await world.AccountAsync("bluesky"));
        var runner = world.Services.GetRequiredService<Runner>();
        Task<FillPlan> AsWriterAsync(bool sendOn) => runner.RunAsync(
            new FillCalendar(template.Id, GivenTemplates.Monday, GivenTemplates.Sunday, sendOn),
            current => current.Become(world.Workspace.Value, world.Owner.Value, "Ana", permission => permission is Permission.WritePosts), TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<ProblemException>(() => AsWriterAsync(true))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await AsWriterAsync(false)).Make.ShouldBe(2);
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var filled = await world.FillAsync(template, sendOn: true);
        (await world.RunAsync(new PostDetail(filled.Slots[0].Post!.Value))).Status.ShouldBe(PostStatus.InReview);
    }

    [Theory, BothDatabases]
    public async Task What_is_past_is_left_alone_and_days_are_the_brands(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.RunAsync(new AddPostTemplate(
            world.Brand, "Daily", "Open {{day}}", [new TemplateTelling(await world.AccountAsync("bluesky"))], Unguided: true, Time: new PostingTime(new LocalTime(8, 59)), Rows: [new RowText("daily")]));
        var plan = await world.RunAsync(new PlanFilling(template.Id, new LocalDate(2026, 3, 26), new LocalDate(2026, 3, 29)));
        plan.Slots.Select(slot => slot.Step).ShouldBe([FillStep.Past, FillStep.Make, FillStep.Make, FillStep.Make]);
        var filled = await world.RunAsync(new FillCalendar(template.Id, new LocalDate(2026, 3, 29), new LocalDate(2026, 3, 29)));
        var post = await world.RunAsync(new PostDetail(filled.Slots.Single().Post!.Value));
        // The clocks moved that night: 08:59 is 06:59 in UTC, no longer 07:59.
        (post.Text, post.DueAt).ShouldBe(("Open Sunday", Instant.FromUtc(2026, 3, 29, 6, 59)));
        (await world.RefusedAsync(new PlanFilling(template.Id, GivenTemplates.Sunday, GivenTemplates.Monday))).Code.ShouldBe("span-reversed");
        (await world.RefusedAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Monday.PlusDays(92)))).Code.ShouldBe("span-too-long");
    }
}
