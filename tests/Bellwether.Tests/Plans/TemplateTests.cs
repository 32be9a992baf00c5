using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class TemplateTests
{
    private const string Own = """
        key: own-thing
        title: My own beginning
        intent: sell
        business: market-stall
        size: solo
        says: One line.
        parts:
          plan: {problem: Few guests}
        """;

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task Templates_of_different_kinds_differ_in_goals_numbers_channels_and_rhythm(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var templates = await world.RunAsync(new TemplateList());
        templates.Select(template => template.Business).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        foreach (var (one, other) in templates.SelectMany((one, i) => templates.Skip(i + 1).Select(other => (one, other))))
        {
            one.Goals.Intersect(other.Goals).ShouldBeEmpty($"{one.Key} and {other.Key}");
            one.Metrics.Order().ShouldNotBe(other.Metrics.Order());
        }

        var restaurant = (await world.RunAsync(new TemplateList("publish-information", "restaurant", "solo"))).ShouldHaveSingleItem();
        restaurant.Metrics.ShouldContain("footfall");
        restaurant.Metrics.ShouldContain("sessions_social");
        var b2b = (await world.RunAsync(new TemplateList("sales-collateral", "b2b", "team"))).ShouldHaveSingleItem();
        b2b.Metrics.ShouldContain("leads");
        b2b.Metrics.ShouldContain("assisted_conversions");
        templates.ShouldAllBe(template => template.Metrics.All(key => ShippedMetrics.Find(key) != null) && template.Holds["channels"] >= 2 && template.Holds["actions"] >= 1);
        var rules = new HashSet<string>();
        foreach (var template in templates)
        {
            var detail = await world.RunAsync(new TemplateDetail(template.Key));
            rules.Add(TemplateContent.Read(detail.Yaml).Parts["plan"]!["reviews"]!["rule"]!.GetValue<string>());
        }

        rules.Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    [Requirement("R001-06")]
    [Requirement("R001-08")]
    public async Task A_template_sets_up_what_it_says_it_does(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        string[] visits = ["sessions_social", "link_clicks", "conversions", "leads", "orders", "signups", "deal_orders", "applications"];
        string[] answers = ["first_response", "response_rate", "resolution_time", "csat"];
        foreach (var template in await world.RunAsync(new TemplateList()))
        {
            var parts = TemplateContent.Read((await world.RunAsync(new TemplateDetail(template.Key))).Yaml).Parts;
            template.Archetypes.Contains(Archetype.Information).ShouldBe(parts["calendar"]?["templates"] is not null, template.Key);
            template.Archetypes.Contains(Archetype.Collateral).ShouldBe(parts["tracking"]?["collateral"] is not null, template.Key);
            template.Archetypes.Contains(Archetype.ContentToSale).ShouldBe(template.Metrics.Intersect(visits).Any(), template.Key);
            template.Archetypes.Contains(Archetype.Care).ShouldBe(template.Metrics.Intersect(answers).Any(), template.Key);
            template.Archetypes.Contains(Archetype.Care).ShouldBe(parts["inbox"]?["answers"] is not null && parts["inbox"]?["sla"] is not null, template.Key);
            template.Archetypes.ShouldNotBeEmpty(template.Key);
            // Every template is a plan that can be begun.
            await world.RunAsync(new OutlinePlan(world.Brand, template.Title, Template: template.Key));
        }

        var van = (await world.RunAsync(new PostTemplateList(world.Brand))).Single(line => line.Name == "Where we are today");
        van.Rows.ShouldBe(5);
        van.Networks.ShouldBe(["google_business", "instagram"]);
        var week = await world.RunAsync(new PlanFilling(van.Id, new LocalDate(2026, 3, 30), new LocalDate(2026, 4, 5)));
        week.Slots.Count.ShouldBe(5);
        week.Slots.ShouldAllBe(slot => slot.Step == FillStep.Blocked && slot.Missing.SequenceEqual(new[] { "place", "dish" }), "nothing goes out before somebody wrote the places down");
        (await world.RunAsync(new CollateralList(world.Brand))).Count.ShouldBe(3);
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task What_the_template_wrote_is_known_as_its_words_until_they_are_changed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Lunch", GoalStatement: "200 lunch guests a week", Template: "restaurant-information-solo"))).Id;
        (await world.RunAsync(new PlanDetail(plan))).FromTemplate.ShouldBe(["problem", "picture", "customers", "capability", "constraints"]);
        await world.RunAsync(new ChangePlan(plan, Picture: "At noon there is a queue."));
        (await world.RunAsync(new PlanDetail(plan))).FromTemplate.ShouldBe(["problem", "customers", "capability", "constraints"]);
        var blank = await world.RunAsync(new OutlinePlan(world.Brand, "Blank", "No guests"));
        (await world.RunAsync(new PlanDetail(blank.Id))).FromTemplate.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task An_unknown_template_is_not_found(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RefusedAsync(new OutlinePlan(world.Brand, "x", Template: "nonsense"))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RefusedAsync(new TemplateDetail("nonsense"))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task A_template_with_unknown_metrics_is_refused_with_their_keys(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var yaml = Own.Replace("plan: {problem: Few guests}", "goals: {goals: [{id: 'goal:a', title: A, targets: [{metric: nonsense}, {metric: reach}, {metric: gibberish}]}]}", StringComparison.Ordinal);
        var refused = await world.RefusedAsync(new ImportTemplate(yaml));
        refused.Kind.ShouldBe(ProblemKind.Rule);
        refused.Message.ShouldContain("“nonsense”, “gibberish”");
        refused.Details.ShouldBeAssignableTo<IReadOnlyList<string>>().ShouldBe(["nonsense", "gibberish"]);
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task An_own_template_is_used_changed_and_removed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RunAsync(new ImportTemplate(Own))).Own.ShouldBeTrue();
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "Stall", Template: "own-thing"));
        plan.Problem.ShouldBe("Few guests");
        plan.Template.ShouldBe("own-thing");
        await world.RunAsync(new ImportTemplate(Own.Replace("Few guests", "No guests", StringComparison.Ordinal)));
        (await world.RunAsync(new OutlinePlan(world.Brand, "Stall", Template: "own-thing"))).Problem.ShouldBe("No guests");
        await world.RunAsync(new RemoveTemplate("own-thing"));
        (await world.RefusedAsync(new TemplateDetail("own-thing"))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    [Requirement("R004-03")]
    public async Task A_plan_becomes_a_template_that_another_brand_begins_with_and_nobody_in_it_is_named()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Secret client", "Few guests", Template: "restaurant-information-solo"))).Id;
        var account = await world.AccountAsync("instagram");
        var goal = (await world.RunAsync(new GoalList(plan)))[0];
        await world.RunAsync(new ChangeGoal(goal.Id, Owner: world.Owner));
        var channel = (await world.RunAsync(new ChannelList(plan))).First(row => row.Network == "instagram");
        await world.RunAsync(new RunChannelOn(channel.Id, account));
        var action = await world.RunAsync(new AddActionItem(plan, "Photograph the dish", Goal: goal.Id, Due: new LocalDate(2026, 5, 1)));
        await world.RunAsync(new AssignWork(action.Id, world.Owner));

        var saved = await world.RunAsync(new SaveTemplate(plan, "Van with a menu!", "What our van learned.", "sell", "restaurant", "solo"));
        (saved.Key, saved.Own, saved.Goals.Count).ShouldBe(("van-with-a-menu", true, (await world.RunAsync(new GoalList(plan))).Count));
        (await world.RunAsync(new SaveTemplate(plan, "Van with a menu", "Again."))).Key.ShouldBe("van-with-a-menu-2");
        var yaml = (await world.RunAsync(new TemplateDetail(saved.Key))).Yaml;
        foreach (var gone in new[] { "@", "Secret client", "2026-05-01", "accountable", "owner", "tacoloco" })
        {
            yaml.ShouldNotContain(gone);
        }

        yaml.ShouldContain("goal:1");
        TemplateContent.Read(yaml).ToYaml().ShouldBe(yaml, "the same data gives the same text");
        var brand = (await world.RunAsync(new AddBrand("Another", "Europe/Berlin", "EUR"))).Id;
        var next = (await world.RunAsync(new OutlinePlan(brand, "Next", Template: saved.Key))).Id;
        (await world.RunAsync(new PlanDetail(next))).Problem.ShouldBe("Few guests");
        (await world.RunAsync(new GoalList(next))).Select(row => row.Title).ShouldBe((await world.RunAsync(new GoalList(plan))).Select(row => row.Title));
        (await world.RunAsync(new ChannelList(next))).ShouldAllBe(row => row.Account == null);
        (await world.RunAsync(new ActionOutline(next))).Rows.ShouldContain(row => row.Title == "Photograph the dish" && row.Accountable == null && row.Goal != goal.Id && row.Goal != null);

        (await world.RunAsync(new ChangeTemplate(saved.Key, "A van", Size: "team"))).Title.ShouldBe("A van");
        var kept = await world.RunAsync(new TemplateDetail(saved.Key));
        (kept.Template.Size, kept.Template.Says, kept.Template.Holds["goals"]).ShouldBe(("team", "What our van learned.", saved.Holds["goals"]));
        await world.RunAsync(new RemoveTemplate(saved.Key));
        await world.RunAsync(new ImportTemplate(kept.Yaml));
        (await world.RunAsync(new TemplateDetail(saved.Key))).ShouldBeEquivalentTo(kept, "taking it in again takes the removal back");
        (await world.RefusedAsync(new ChangeTemplate("restaurant-information-solo", "Mine"))).Kind.ShouldBe(ProblemKind.NotFound, "a shipped one stays as it is");
    }

    [Theory]
    [InlineData("key: [")]
    [InlineData("a: 1")]
    [InlineData("")]
    [InlineData("a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]")]
    public void What_is_no_template_is_refused_beside_its_field(string yaml)
    {
        var refused = Should.Throw<ProblemException>(() => TemplateContent.Read(yaml));
        refused.Kind.ShouldBe(ProblemKind.Rule);
        refused.Fields.ShouldHaveSingleItem().Field.ShouldBe("yaml");
    }
}
