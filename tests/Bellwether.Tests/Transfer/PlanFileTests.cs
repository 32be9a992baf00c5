using System.Text;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Demo;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Research;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Transfer;
using NodaTime;

namespace Bellwether.Tests.Transfer;

public sealed class PlanFileTests
{
    private static byte[] PublicCode => Read("public-code.yaml");

    private static byte[] ContributorComms => Read("contributor-comms.yaml");

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Bellwether.Tests", "Transfer", "PlanFiles", name));

    [Theory, BothDatabases]
    public async Task A_real_communications_plan_says_which_gates_it_misses_and_prints_a_playbook(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        world.Clock.AdvanceTo(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var plan = await world.RunAsync(new ImportPlan(PublicCode));
        plan.Title.ShouldBe("Being found trustworthy by public organisations");

        var gates = await world.RunAsync(new PlanGates(plan.Id));
        gates.Findings.Where(gate => gate.Blocks).Select(gate => gate.Code).ShouldBe(["channels-without-audience", "channel-sheet-incomplete"]);
        gates.Findings.Single(gate => gate.Code == "channel-sheet-incomplete").Message.ShouldContain("Mastodon");

        var playbook = Encoding.UTF8.GetString((await world.RunAsync(new PlaybookFile(plan.Id))).Content);
        foreach (var said in new[] { "Public organisations ask us for a conversation", "Communications coordinator", "Tell in full what we did and learned", "Who may post", "last Thursday of each month", "Write the template for announcing a talk" })
        {
            playbook.ShouldContain(said);
        }

        // Keys that the file's own hand gave to accounts lead to them.
        (await world.RunAsync(new ChannelList(plan.Id))).ShouldAllBe(channel => channel.Account != null);
        var problem = await world.RefusedAsync(new ActivatePlan(plan.Id));
        problem.Code.ShouldBe("gates-open");
        problem.Message.ShouldContain("highlights");
    }

    [Theory, BothDatabases]
    public async Task Real_posting_rules_say_exactly_which_gates_they_miss_and_activate_once_these_are_passed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        world.Clock.AdvanceTo(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        var plan = (await world.RunAsync(new ImportPlan(ContributorComms))).Id;
        var findings = (await world.RunAsync(new PlanGates(plan))).Findings;
        // The rules name no audience, no highlight and no objective; a response time needs nobody's baseline, but a team needs to know what for.
        findings.Where(gate => gate.Blocks).Select(gate => gate.Code).ShouldBe(["channels-without-audience", "goal-without-objective", "goal-without-objective", "channel-sheet-incomplete"]);
        findings.Single(gate => gate.Code == "channel-sheet-incomplete").Message.ShouldBe("The sheet of X lacks highlights (5 of 6).");
        findings.Where(gate => gate is { Blocks: false, Step: "Actions" }).Select(gate => gate.Code).ShouldBe(["no-tools", "work-without-date", "work-without-date", "work-without-owner"]);
        (await world.RefusedAsync(new ActivatePlan(plan))).Code.ShouldBe("gates-open");

        var rules = (await world.RunAsync(new CadenceList((await world.RunAsync(new PlanDetail(plan))).Brand))).ShouldHaveSingleItem();
        rules.SpacingMinutes.ShouldBe(20);
        rules.Week.Min.ShouldBe(2);
        var playbook = Encoding.UTF8.GetString((await world.RunAsync(new PlaybookFile(plan))).Content);
        foreach (var said in new[]
        {
            "Never more than three an hour", "3 a week", "Hostile messages", "Mute first", "Which of these first issues will you take?", "answered by Account operator one",
            "last Wednesday of each month", "Getting started as a user", "Enhancement proposals", "First response time: at most 2,880", "Posts published: 2 each week", "X k8scontributors",
        })
        {
            playbook.ShouldContain(said);
        }

        await world.RunAsync(new AddAudience(plan, new AudienceSheet("Contributors")));
        var why = await world.RunAsync(new AddObjective(plan, "Contributors act in time"));
        foreach (var goal in await world.RunAsync(new GoalList(plan)))
        {
            await world.RunAsync(new ChangeGoal(goal.Id, Objective: why.Id));
        }

        var channel = (await world.RunAsync(new ChannelList(plan))).Single();
        await world.RunAsync(new AddActivation(channel.Id, "Election of the steering committee", new LocalDate(2027, 9, 1), new LocalDate(2027, 9, 30)));
        (await world.RunAsync(new ActivatePlan(plan))).Status.ShouldBe(PlanStatus.Active);
    }

    [Theory, BothDatabases]
    public async Task Export_import_into_an_empty_instance_and_export_again_give_the_same_bytes(DatabaseKind on)
    {
        await using var first = await World.OnAsync(on);
        var plan = await first.RunAsync(new ImportPlan(PublicCode));
        var exported = (await first.RunAsync(new ExportPlan(plan.Id))).Content;

        await using var second = await World.OnAsync(on == DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        var again = await second.RunAsync(new ImportPlan(exported));
        var twice = (await second.RunAsync(new ExportPlan(again.Id))).Content;
        Encoding.UTF8.GetString(twice).ShouldBe(Encoding.UTF8.GetString(exported));
    }

    [Theory, BothDatabases]
    public async Task An_idea_of_a_few_words_and_a_rhythm_with_nothing_else_survive_the_file(DatabaseKind on)
    {
        await using var first = await World.OnAsync(on);
        var plan = await first.PlanAsync();
        await first.RunAsync(new AddPost(first.Brand, "Salsa night", Plan: plan));
        var account = (await first.RunAsync(new AddSocialAccount(first.Brand, "bluesky", "tacoloco", Purpose: "News"))).Id;
        await first.RunAsync(new AddPost(first.Brand, "Bare", "Only words", [new Told(account)], Plan: plan));
        await first.RunAsync(new SetCadence(account, new HowOften(), new HowOften(Max: 10)));
        var exported = (await first.RunAsync(new ExportPlan(plan))).Content;

        await using var second = await World.OnAsync(DatabaseKind.Sqlite);
        var again = await second.RunAsync(new ImportPlan(exported));
        Encoding.UTF8.GetString((await second.RunAsync(new ExportPlan(again.Id))).Content).ShouldBe(Encoding.UTF8.GetString(exported));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_twice_is_refused_unless_it_is_to_be_a_copy(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.RunAsync(new ImportPlan(PublicCode));
        var exported = (await world.RunAsync(new ExportPlan(plan.Id))).Content;
        (await world.RefusedAsync(new ImportPlan(exported))).Code.ShouldBe("plan-there");
        (await world.RunAsync(new ImportPlan(exported, AsCopy: true))).Id.ShouldNotBe(plan.Id);
    }

    [Theory, BothDatabases]
    public async Task A_file_with_a_mistake_names_the_place_and_stores_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var broken = Encoding.UTF8.GetString(PublicCode).Replace("metric: leads, type: cumulativeInPeriod", "metric: happiness, type: cumulativeInPeriod", StringComparison.Ordinal);
        var problem = await world.RefusedAsync(new ImportPlan(Encoding.UTF8.GetBytes(broken)));
        problem.Message.ShouldContain("happiness");
        await NothingStoredAsync(world);
        (await world.RefusedAsync(new ImportPlan("bellwether: plan/1\nnonsense: 1\n"u8.ToArray(), world.Brand))).Message.ShouldContain("nonsense");
        (await world.RefusedAsync(new ImportPlan("hello: world\n"u8.ToArray()))).Code.ShouldBe("no-plan-file");
    }

    [Theory]
    [InlineData("day: tuesday, at: \"10:00\"", "day: someday, at: \"10:00\"", "channels.channels[0].conversations[0].day")]
    [InlineData("type: cumulativeInPeriod", "type: someday", "goals.goals[0].targets[0].type")]
    [InlineData("target: 900, baseline: 400", "target: 300, baseline: 400", "goals.goals[1].targets[0]")]
    [InlineData("objective: objective:trust", "objective: objective:nobody", "goals.goals[0].objective: ")]
    [InlineData("due: \"2026-12-11\"", "due: \"11 December\"", "actions.tactics[0].actions[0].due")]
    [InlineData("url: \"https://blog.publiccode.net/\"", "url: \"no address\"", "accounts[0]: This is no web address")]
    [InlineData("rule: FREQ=MONTHLY;BYDAY=-1TH", "rule: FREQ=SOMETIMES", "SOMETIMES")]
    [InlineData("share: 70", "share: 170", "channels.channels[0]: ")]
    [InlineData("doneWhen: Two colleagues used it without asking", "estimate: -1", "actions.tactics[0]: ")]
    [InlineData("email: steward@example.org, role: editor", "email: nobody, role: editor", "people[1]: “nobody”")]
    [InlineData("title: Who may post, text:", "title: Who may post, txt:", "playbook[0].txt")]
    [InlineData("zone: Europe/Amsterdam", "zone: Europe/Atlantis", "brand: “Europe/Atlantis”")]
    [InlineData("function: publicRelations\n  situation", "function: publicRelations\n\tsituation", "line ")]
    public async Task Every_kind_of_mistake_names_its_place_and_nothing_is_stored(string right, string wrong, string place)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var text = Encoding.UTF8.GetString(PublicCode);
        text.ShouldContain(right);
        var problem = await world.RefusedAsync(new ImportPlan(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))));
        problem.Message.ShouldContain(place);
        await NothingStoredAsync(world);
    }

    [Theory, BothDatabases]
    public async Task A_year_with_every_part_comes_back_from_an_empty_instance_as_the_same_bytes(DatabaseKind on)
    {
        await using var first = await World.OnAsync(on);
        var brand = (await first.RunAsync(new LoadDemo(DemoSize.Small))).Brand;
        var plan = (await first.RunAsync(new PlanList(brand))).Single().Id;
        var exported = (await first.RunAsync(new ExportPlan(plan))).Content;
        var text = Encoding.UTF8.GetString(exported);
        foreach (var part in new[] { "plan", "accounts", "goals", "channels", "actions", "calendar", "tracking", "reviews", "playbook" })
        {
            text.ShouldContain($"\n{part}:\n", customMessage: $"the file lacks {part}");
        }

        await using var second = await World.OnAsync(on == DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        var again = await second.RunAsync(new ImportPlan(exported));
        Encoding.UTF8.GetString((await second.RunAsync(new ExportPlan(again.Id))).Content).ShouldBe(text);
        (await second.RunAsync(new ReviewList(again.Id))).Held.ShouldBe((await first.RunAsync(new ReviewList(plan))).Held);
        (await second.RunAsync(new DealList(again.Brand))).ShouldHaveSingleItem().Code.ShouldBe("TACO2");
        var links = (await first.RunAsync(new LinkList(brand))).Items.Where(link => text.Contains(link.Code, StringComparison.Ordinal)).Select(link => link.Code).ToList();
        links.ShouldContain("taco-menu");
        (await second.RunAsync(new LinkList(again.Brand))).Items.Select(link => link.Code).ShouldBe(links, ignoreOrder: true);
        // The followers are counted on the account of this instance.
        var accounts = (await second.RunAsync(new AccountInventory(again.Brand))).Accounts;
        var followers = (await second.RunAsync(new GoalDetail((await second.RunAsync(new GoalList(again.Id))).First(goal => goal.Metric?.Key == "followers").Id))).Targets[0];
        followers.Sheet.Subject.ShouldBe(accounts.First(account => account.Network == "bluesky").Id.ToString());

        // Beside its original, everything of a copy has ids, codes and links of its own.
        var copy = await second.RunAsync(new ImportPlan(exported, AsCopy: true));
        (await second.RunAsync(new LinkList(again.Brand))).Items.Select(link => link.Code).Distinct().Count().ShouldBe(2 * links.Count);
        (await second.RunAsync(new ReviewList(copy.Id))).Held.ShouldBe((await first.RunAsync(new ReviewList(plan))).Held);
    }

    private static async Task NothingStoredAsync(World world)
    {
        (await world.RunAsync(new Bellwether.Brands.BrandList())).ShouldHaveSingleItem();
        (await world.RunAsync(new Bellwether.People.MemberList())).ShouldHaveSingleItem();
        (await world.RunAsync(new PlanList())).ShouldBeEmpty();
    }
}
