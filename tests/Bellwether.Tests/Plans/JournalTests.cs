using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class JournalTests
{
    [Theory, BothDatabases]
    [Requirement("R004-25")]
    public async Task Changes_write_themselves_into_the_journal_and_are_found_by_words(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        await world.RunAsync(new ClosePlan(plan, "Übergabe an das nächste Jahr"));
        var lines = (await world.RunAsync(new PlanJournal(plan))).Items;
        lines.Select(line => line.What).ShouldBe(["closed the plan “More guests”", "changed the plan “More guests”", "outlined the plan “More guests”"]);
        lines.ShouldAllBe(line => line.By == "Ana" && line.Step == "Plans" && !line.IsWritten);
        (await world.RunAsync(new PlanJournal(plan, Text: "übergabe CLOSED"))).Items.ShouldHaveSingleItem().Why.ShouldBe("Übergabe an das nächste Jahr");
        (await world.RunAsync(new PlanJournal(plan, Text: "100%"))).Items.ShouldBeEmpty();
        var first = await world.RunAsync(new PlanJournal(plan, Take: 2));
        (await world.RunAsync(new PlanJournal(plan, After: first.After, Take: 2))).Items.ShouldHaveSingleItem().What.ShouldStartWith("outlined");
    }

    [Theory, BothDatabases]
    [Requirement("R004-25")]
    public async Task What_works_is_noted_and_a_correction_is_a_new_line(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        var line = await world.RunAsync(new WriteJournal(plan, "Photos at noon fill the room", "Calendar", Evidence: "https://example.org/till", Verdict: JournalVerdict.Works));
        var correction = await world.RunAsync(new WriteJournal(plan, "Only on weekdays", "Calendar", About: line.Id));
        correction.About.ShouldBe(line.Id);
        (await world.RunAsync(new PlanJournal(plan, Verdict: JournalVerdict.Works))).Items.ShouldHaveSingleItem().Id.ShouldBe(line.Id);
        (await world.RunAsync(new PlanJournal(plan, Step: "Calendar"))).Items.Count.ShouldBe(2);
        (await world.RefusedAsync(new WriteJournal(plan, "x", "Nowhere"))).Code.ShouldBe("step-unknown");
    }

    [Fact]
    [Requirement("R004-25")]
    public void No_use_case_changes_or_deletes_a_line()
    {
        typeof(JournalEntry).GetMethods().Where(method => method.DeclaringType == typeof(JournalEntry) && !method.IsSpecialName).ShouldBeEmpty();
        RequestShape.All.Where(shape => shape.Name.Contains("Journal", StringComparison.Ordinal) && shape.IsCommand).Select(shape => shape.Name).ShouldBe(["WriteJournal"]);
    }

    [Theory, BothDatabases]
    [Requirement("R000-19")]
    public async Task A_change_stands_on_the_time_line_with_what_it_affects(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        await world.RunAsync(new RecordChange(plan, ChangeKind.Own, new LocalDate(2026, 2, 1), "New menu"));
        var entry = await world.RunAsync(new RecordChange(plan, ChangeKind.Algorithm, new LocalDate(2026, 3, 1), "Feed shows friends first", Source: "https://example.org/news", Affects: [plan.ToString()]));
        entry.Affects.ShouldHaveSingleItem().Title.ShouldBe("More guests");
        (await world.RunAsync(new ChangeEntryList(plan))).Select(change => change.Title).ShouldBe(["Feed shows friends first", "New menu"]);
        (await world.RunAsync(new ChangeEntryList(plan, From: new LocalDate(2026, 2, 15)))).ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Algorithm);
        (await world.RefusedAsync(new RecordChange(plan, ChangeKind.Own, new LocalDate(2026, 2, 1), "x", Affects: ["goal_00000000000000000000000001"]))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RefusedAsync(new RecordChange(plan, ChangeKind.Own, new LocalDate(2026, 2, 1), "x", Source: "javascript:alert(1)"))).Code.ShouldBe("source-invalid");
        await world.RunAsync(new RemoveChangeEntry(plan, entry.Id));
        (await world.RunAsync(new ChangeEntryList(plan))).ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    [Requirement("R002-03")]
    [Requirement("R004-23")]
    public async Task The_summary_is_made_from_the_plan_as_it_is(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        await world.RunAsync(new ChangePlan(plan, Problem: "Few guests", GoalStatement: "A full room"));
        var before = await world.RunAsync(new PlanSummary(plan));
        before.Parts[0].Lines.Select(line => line.Title).ShouldBe(["Problem", "Goal", "Reviews"]);
        before.Brand.ShouldBe("Taco Loco");
        await world.RunAsync(new ChangePlan(plan, Problem: "No guests at all"));
        (await world.RunAsync(new PlanSummary(plan))).Parts[0].Lines[0].Details.ShouldBe(["No guests at all"]);
    }
}
