using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Calendar;

[Requirement("R001-06")]
public sealed class TemplateTableTests
{
    private static readonly LocalDate Since = new(2026, 3, 26);

    [Theory]
    [InlineData("Mon", "Mon")]
    [InlineData("monday and wednesdays", "Mon, Wed")]
    [InlineData("Mon–Fri", "Mon, Tue, Wed, Thu, Fri")]
    [InlineData("sat - mon", "Mon, Sat, Sun")]
    [InlineData("every day", "daily")]
    [InlineData("mon-sun", "daily")]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("FREQ=MONTHLY;BYDAY=1SU", "FREQ=MONTHLY;BYDAY=1SU")]
    public void Days_are_read_as_people_type_them(string typed, string written)
    {
        RowDay.Parse(typed).ToString().ShouldBe(written);
        RowDay.Parse(written).ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("noonday")]
    [InlineData("t")]
    [InlineData("Mon-Wed-Fri")]
    [InlineData("FREQ=SOMETIMES")]
    [InlineData(" ")]
    public void What_is_no_day_is_refused_beside_its_field(string typed) =>
        Should.Throw<ProblemException>(() => RowDay.Parse(typed, "rows[0].day")).Fields.ShouldHaveSingleItem().Field.ShouldBe("rows[0].day");

    [Fact]
    public void A_row_for_every_other_week_counts_from_the_day_it_was_written() =>
        RowDay.Parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO").Within(new LocalDate(2026, 4, 1), new LocalDate(2026, 5, 1), Since).ShouldBe([new LocalDate(2026, 4, 6), new LocalDate(2026, 4, 20)]);

    [Theory]
    [InlineData("{{place}} today", "place")]
    [InlineData("{{ Dish of  the day }} and {{place}}", "dish of the day|place")]
    [InlineData("Nothing {here} {{}} {{\n}}", "")]
    public void Variables_are_found_by_their_names(string text, string names) => string.Join('|', PostVariables.Find(text)).ShouldBe(names);

    [Fact]
    public void An_unknown_variable_stays_as_it_is_written() =>
        PostVariables.Fill("{{ PLACE }}, {{dish}}", new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = "Harbour ", ["dish"] = " " }).ShouldBe("Harbour, {{dish}}");

    [Theory, BothDatabases]
    public async Task Further_columns_fill_further_variables_and_own_names_are_kept_for_the_row(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var template = await world.RunAsync(new AddPostTemplate(
            world.Brand, "Dish", "{{Dish}} at {{place}} on {{date}}", [new TemplateTelling(await world.AccountAsync("bluesky"))], Unguided: true,
            Rows: [new RowText("Mon", "Harbour", Values: new Dictionary<string, string>(StringComparer.Ordinal) { ["Dish"] = "Birria" })]));
        (await world.RunAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Monday))).Slots.ShouldHaveSingleItem().Text.ShouldBe("Birria at Harbour on 30 Mar");
        var refused = await world.RefusedAsync(new TabulatePostTemplate(template.Id, [new RowText("Mon", Values: new Dictionary<string, string>(StringComparer.Ordinal) { ["Place"] = "x" })]));
        (refused.Code, refused.Fields.Single().Field).ShouldBe(("variable-own", "rows[0].values"));
        (await world.RunAsync(new PostTemplateDetail(template.Id))).Rows.Single().Values["dish"].ShouldBe("Birria");
    }

    [Theory, BothDatabases]
    public async Task An_end_that_is_no_time_blocks_and_one_after_midnight_is_the_next_day(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var template = await world.RunAsync(new AddPostTemplate(
            world.Brand, "Night", "{{place}}", [new TemplateTelling(account)], Unguided: true, Time: new PostingTime(new LocalTime(20, 0)), Expiry: new TemplateExpiry("until"),
            Rows: [GivenTemplates.Row("Mon", "Club", 22, 2)]));
        (await world.RunAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Monday))).Slots.ShouldHaveSingleItem().Until.ShouldBe(new LocalDateTime(2026, 3, 31, 2, 0));
        await world.RunAsync(new WritePostTemplate(template.Id, "Night", new PostingTime(new LocalTime(20, 0)), "{{place}}", [new TemplateTelling(account)], Unguided: true, Expiry: new TemplateExpiry("end")));
        await world.RunAsync(new TabulatePostTemplate(template.Id, [new RowText("Mon", "Club", Values: new Dictionary<string, string>(StringComparer.Ordinal) { ["end"] = "late" })]));
        (await world.RunAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Monday))).Slots.ShouldHaveSingleItem().Why.ShouldBe("{{end}} is “late”, which is no time of day. Write it like 15:00.");
    }

    [Theory, BothDatabases]
    public async Task What_a_template_needs_is_said_and_strangers_find_none(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        (await world.RefusedAsync(new AddPostTemplate(world.Brand, " "))).Code.ShouldBe("name-empty");
        (await world.RefusedAsync(new AddPostTemplate(world.Brand, "x", Time: new PostingTime()))).Code.ShouldBe("time-invalid");
        (await world.RefusedAsync(new AddPostTemplate(world.Brand, "x", Expiry: new TemplateExpiry("until", 3)))).Code.ShouldBe("expiry-invalid");
        (await world.RefusedAsync(new AddPostTemplate(world.Brand, "x", Tellings: [new TemplateTelling(account), new TemplateTelling(account)]))).Code.ShouldBe("account-twice");
        var template = await world.RunAsync(new AddPostTemplate(world.Brand, "No account", "Hello", Rows: [new RowText("Mon")]));
        (await world.RunAsync(new PlanFilling(template.Id, GivenTemplates.Monday, GivenTemplates.Monday))).Slots.ShouldHaveSingleItem().Why.ShouldBe("The template has no account to go out on. Choose at least one.");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new PostTemplateDetail(template.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        await world.RunAsync(new ArchivePostTemplate(template.Id));
        (await world.RefusedAsync(new FillCalendar(template.Id, GivenTemplates.Monday, GivenTemplates.Monday))).Code.ShouldBe("template-archived");
        await world.RunAsync(new RestorePostTemplate(template.Id));
        (await world.RunAsync(new FillingList(template.Id))).ShouldBeEmpty();
    }
}
