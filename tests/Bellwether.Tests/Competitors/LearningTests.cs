using Bellwether.Actions;
using Bellwether.Competitors;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Audits;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Competitors;

public sealed class LearningTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R003-05")]
    public async Task A_borrowed_tactic_starts_only_with_a_goal_a_reason_and_a_test(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var practice = await world.RunAsync(new NotePractice(world.Brand, "Answer every comment within the hour", Today, "https://x.com/burritobros"));
        var row = await world.RunAsync(new BorrowTactic(plan, "Answer within the hour", practice.Id.ToString()));
        row.Missing.ShouldBe(["goal", "fit", "test"]);
        row.FromName.ShouldBe("Answer every comment within the hour");
        var no = await world.RefusedAsync(new ActivateBorrowed(row.Id));
        (no.Kind, no.Code).ShouldBe((ProblemKind.Rule, "borrowed-incomplete"));
        no.Fields.Select(field => field.Field).ShouldBe(["goal", "fit", "test"]);
        var gate = (await world.RunAsync(new PlanGates(plan))).Findings.Single(finding => finding.Code == "borrowed-incomplete");
        (gate.Blocks, gate.Subject).ShouldBe((true, row.Id.ToString()));
        gate.Message.ShouldContain("a reason why it fits us");
        await world.RunAsync(new ChangeBorrowed(row.Id, Goal: goal.ToString(), Fit: "Our guests ask where the van is and decide at once."));
        (await world.RefusedAsync(new ActivateBorrowed(row.Id))).Fields.Single().Field.ShouldBe("test");
        await world.RunAsync(new ChangeBorrowed(row.Id, Test: "Four weeks; comments per post must rise by a fifth."));
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldNotContain(finding => finding.Code == "borrowed-incomplete");
        var active = await world.RunAsync(new ActivateBorrowed(row.Id, world.Owner));
        active.Status.ShouldBe(BorrowedStatus.Active);
        var work = await world.RunAsync(new ActionDetail(active.Action!));
        (work.Work.Title, work.Work.Goal, work.Work.Origin, work.Parts.Count).ShouldBe(("Answer within the hour", (Id<Goal>?)goal, row.Id.ToString(), 3));
        (await world.RefusedAsync(new ActivateBorrowed(row.Id))).Code.ShouldBe("borrowed-active");
        (await world.RefusedAsync(new ChangeBorrowed(row.Id, Fit: ""))).Code.ShouldBe("borrowed-incomplete", "what runs keeps its reasons");
    }

    [Theory, BothDatabases, Requirement("R003-05")]
    public async Task A_dropped_one_keeps_no_gate_shut_and_close_words_are_pointed_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var example = await world.RunAsync(new CollectInspiration(world.Brand, "Burrito of the week", Author: "Burrito Bros", AuthorType: AuthorType.Competitor, Quoted: "Name our burrito of the week and eat free on Friday"));
        var row = await world.RunAsync(new BorrowTactic(plan, "Name the taco", example.Id.ToString(), OurWords: "Name our taco of the week and eat free on Friday!"));
        row.TheirWords.ShouldBe("Name our burrito of the week and eat free on Friday");
        row.Likeness!.Value.ShouldBeGreaterThan(0.8);
        row.Warning!.ShouldContain("words of our own");
        var findings = (await world.RunAsync(new PlanGates(plan))).Findings;
        findings.Single(finding => finding.Code == "borrowed-words").Blocks.ShouldBeFalse("a warning never blocks");
        (await world.RunAsync(new ChangeBorrowed(row.Id, OurWords: "What should this taco be called? The best idea is on us."))).Warning.ShouldBeNull();
        await world.RunAsync(new DropBorrowed(row.Id));
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldNotContain(finding => finding.Step == "Competitors");
        (await world.RefusedAsync(new BorrowTactic(plan, "Nothing", plan.ToString()))).Code.ShouldBe("from-unknown");
        (await world.RefusedAsync(new BorrowTactic(plan, "Lost", Id<Inspiration>.New().ToString()))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases, Requirement("R002-36")]
    public async Task Somebody_elses_picture_needs_permission_before_it_is_posted(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var example = await world.RunAsync(new CollectInspiration(world.Brand, "A guest’s picture", "https://instagram.com/p/1", "instagram", "Mia", AuthorType.Customer, "Light from the side", "Short, with one emoji", Tags: ["#light", "Light", "food"]));
        example.Tags.ShouldBe(["light", "food"]);
        (await world.RefusedAsync(new ReuseInspiration(example.Id))).Kind.ShouldBe(ProblemKind.NotFound, "there is no picture yet");
        await world.RunAsync(new ShowInspiration(example.Id, ImpersonationTests.Screenshot));
        (await world.RunAsync(new InspirationPictureFile(example.Id))).Content.ShouldBe(ImpersonationTests.Screenshot);
        var no = await world.RefusedAsync(new ReuseInspiration(example.Id));
        (no.Kind, no.Code, no.Fields[0].Field).ShouldBe((ProblemKind.Rule, "permission-missing", "permission"));
        var permitted = await world.RunAsync(new ChangeInspiration(example.Id, AllowedBy: "Mia, by message on 20 March, for one post"));
        (permitted.MayReuse, permitted.PermittedOn).ShouldBe((true, Today));
        var asset = await world.RunAsync(new ReuseInspiration(example.Id, "Tacos on a wooden board"));
        (asset.Width, asset.Alt).ShouldBe((512, "Tacos on a wooden board"));
        await world.RunAsync(new ChangeInspiration(example.Id, AllowedBy: ""));
        (await world.RefusedAsync(new ReuseInspiration(example.Id))).Code.ShouldBe("permission-missing", "a permission can be taken back");
        (await world.RunAsync(new InspirationLibrary(world.Brand, Tag: "FOOD", AuthorType: AuthorType.Customer))).Count.ShouldBe(1);
        (await world.RunAsync(new InspirationLibrary(world.Brand, AuthorType: AuthorType.Leader))).ShouldBeEmpty();
    }

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task Practices_need_a_day_and_a_place_and_a_swot_has_four_fields(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RefusedAsync(new NotePractice(world.Brand, "Answer fast", Today, ""))).Fields[0].Field.ShouldBe("source");
        (await world.RefusedAsync(new NotePractice(world.Brand, "Answer fast", Today.PlusDays(1), "talk"))).Code.ShouldBe("seen-in-future");
        var rival = (await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Id;
        var noted = await world.RunAsync(new NotePractice(world.Brand, "Answer fast", Today, "talk", rival, "twitter", Why: "People decide at lunch"));
        (noted.Network, noted.CompetitorName).ShouldBe(("x", "Burrito Bros"));
        (await world.RunAsync(new CompetitorDetail(rival))).Practices.ShouldBe(1);
        await world.RunAsync(new ArchivePractice(noted.Id));
        (await world.RunAsync(new BestPracticeList(world.Brand))).ShouldBeEmpty();
        await world.RunAsync(new AddSwotPoint(world.Brand, SwotKind.Threat, "A new food hall opens", "Building permit"));
        var point = await world.RunAsync(new AddSwotPoint(world.Brand, SwotKind.Strength, "Guests know the cook"));
        await world.RunAsync(new AddSwotPoint(world.Brand, SwotKind.Weakness, "Slow to answer", Competitor: rival));
        (await world.RunAsync(new SwotBoard(world.Brand))).Select(each => each.Kind).ShouldBe([SwotKind.Strength, SwotKind.Threat]);
        (await world.RunAsync(new SwotBoard(world.Brand, rival))).Single().Text.ShouldBe("Slow to answer");
        (await world.RunAsync(new ChangeSwotPoint(point.Id, Evidence: "Reviews"))).Evidence.ShouldBe("Reviews");
        await world.RunAsync(new RemoveSwotPoint(point.Id));
        (await world.RunAsync(new SwotBoard(world.Brand))).Count.ShouldBe(1);
    }

    [Theory, BothDatabases, Requirement("R003-11")]
    public async Task Rivals_the_swot_and_what_is_borrowed_travel_with_the_plan(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var rival = await BenchmarkTests.RivalAsync(world, "Burrito Bros");
        await world.RunAsync(new AddSwotPoint(world.Brand, SwotKind.Weakness, "Slow to answer", Competitor: rival));
        await world.RunAsync(new BorrowTactic(plan, "Answer fast", rival.ToString(), goal.ToString(), "It fits", "We look"));
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "goals", "competitors");
        same.ShouldBeTrue();
        (await world.RunAsync(new CompetitorList(world.Brand))).Count.ShouldBe(1, "what the brand knows already is not doubled");
        (await world.RunAsync(new SwotBoard(world.Brand, rival))).Count.ShouldBe(1);
        var borrowed = (await world.RunAsync(new BorrowedList(copy))).Single();
        (borrowed.Title, borrowed.FromName, borrowed.Missing.Count).ShouldBe(("Answer fast", "Burrito Bros", 0));
        borrowed.Goal.ShouldNotBe(goal.ToString(), "it serves the copy's own goal");
        borrowed.GoalTitle.ShouldBe("200 lunch guests a week");
    }
}
