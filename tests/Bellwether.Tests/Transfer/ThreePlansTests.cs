using System.Text.RegularExpressions;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Transfer;
using NodaTime;

namespace Bellwether.Tests.Transfer;

/// <summary>A foundation, the posting rules of an open project and a town, each from research to a plan in force.</summary>
public sealed partial class ThreePlansTests
{
    private static readonly LocalDate Found = new(2026, 11, 2);

    [Theory, BothDatabases]
    [Requirement("R004-04")]
    [Requirement("R004-12")]
    public async Task A_foundation_goes_from_research_to_a_plan_in_force(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await ImportAsync(world, "public-code.yaml");
        await ResearchAsync(world, plan, "Leaders of public organisations", "mastodon", "They trust a colleague's word more than a leaflet.");
        var mastodon = (await world.RunAsync(new ChannelList(plan))).Single(channel => channel.Network == "mastodon");
        (await BlockingAsync(world, plan)).ShouldHaveSingleItem().Message.ShouldStartWith("The sheet of Mastodon lacks ");
        await world.RunAsync(new DecideChannel(mastodon.Id, ChannelStatus.Waiting, "The blog comes first."));
        await ActivateAsync(world, plan);
    }

    [Theory, BothDatabases]
    public async Task The_posting_rules_of_an_open_project_go_from_research_to_a_plan_in_force(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await ImportAsync(world, "contributor-comms.yaml");
        await ResearchAsync(world, plan, "Contributors", "x", "A third of new contributors hear of a meeting after it was held.");
        (await BlockingAsync(world, plan)).Select(gate => gate.Code).ShouldBe(["goal-without-objective", "goal-without-objective", "channel-sheet-incomplete"]);
        var why = await world.RunAsync(new AddObjective(plan, "Contributors act in time"));
        foreach (var goal in await world.RunAsync(new GoalList(plan)))
        {
            await world.RunAsync(new ChangeGoal(goal.Id, Objective: why.Id));
        }

        await world.RunAsync(new AddActivation((await world.RunAsync(new ChannelList(plan))).Single().Id, "Election of the steering committee", new LocalDate(2027, 9, 1), new LocalDate(2027, 9, 30)));
        await ActivateAsync(world, plan);
    }

    [Theory, BothDatabases]
    public async Task A_towns_office_goes_from_research_to_a_plan_in_force(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await ImportAsync(world, "citizens-office.yaml");
        (await BlockingAsync(world, plan)).ShouldHaveSingleItem().Code.ShouldBe("channels-without-audience", "what a town wrote down itself is enough for all but its people");
        await ResearchAsync(world, plan, "People who moved here within a year", "mastodon", "Two of three callers ask what the website answers.");
        await ActivateAsync(world, plan);
        var playbook = System.Text.Encoding.UTF8.GetString((await world.RunAsync(new PlaybookFile(plan))).Content);
        foreach (var said in new[] { "Never ask for a name", "Bring these papers", "last Thursday of each month", "Which form made you give up?" })
        {
            playbook.ShouldContain(said);
        }
    }

    private static async Task<Id<Plan>> ImportAsync(World world, string file)
    {
        world.Clock.AdvanceTo(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var plan = (await world.RunAsync(new ImportPlan(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Bellwether.Tests", "Transfer", "PlanFiles", file), TestContext.Current.CancellationToken)))).Id;
        (await world.RefusedAsync(new ActivatePlan(plan))).Code.ShouldBe("gates-open");
        return plan;
    }

    /// <summary>An audience, where it is, a finding that leads to the first goal, and the research closed as a version.</summary>
    private static async Task ResearchAsync(World world, Id<Plan> plan, string who, string network, string found)
    {
        var source = new Evidence(SourceKind.Survey, "Asked at the door", Found, Sample: 120);
        var goal = (await world.RunAsync(new GoalList(plan)))[0];
        var audience = await world.RunAsync(new AddAudience(plan, new AudienceSheet(who, Goals: [goal.Id.ToString()])));
        await world.RunAsync(new RecordNetworkUse(audience.Id, network, new NetworkUseSheet(35, source)));
        var finding = await world.RunAsync(new AddFinding(plan, new FindingSheet(found, SituationArea.Customers, source)));
        await world.RunAsync(new LinkFinding(finding.Id, goal.Id.ToString(), "It is what the goal answers."));
        (await world.RunAsync(new CloseResearch(plan, "Before the first version"))).Dossier.Number.ShouldBe(1);
        (await world.RunAsync(new ResearchTrace(plan))).Decisions.Single(decision => decision.Node == goal.Id.ToString()).Cited.ShouldBeTrue();
    }

    private static async Task<List<GateFinding>> BlockingAsync(World world, Id<Plan> plan)
    {
        var findings = (await world.RunAsync(new PlanGates(plan))).Findings;
        foreach (var finding in findings)
        {
            finding.Message.ShouldMatch(@"^[A-Z“\d].*[.?”]$", "it is a sentence");
            Raw().IsMatch(finding.Message).ShouldBeFalse($"it is read aloud without keys and ids: {finding.Message}");
            finding.Path.ShouldNotBeNull($"it leads to where it is mended: {finding.Message}").ShouldMatch("^[/#]");
        }

        return [.. findings.Where(finding => finding.Blocks)];
    }

    private static async Task ActivateAsync(World world, Id<Plan> plan)
    {
        (await BlockingAsync(world, plan)).ShouldBeEmpty();
        (await world.RunAsync(new ActivatePlan(plan))).Status.ShouldBe(PlanStatus.Active);
    }

    [GeneratedRegex(@"\w_\w|\b\w+[a-z][A-Z]\w*\b(?<!GitHub|LinkedIn|TikTok|YouTube|WordPress)|\{|\}|\bnull\b", RegexOptions.None, 2000)]
    private static partial Regex Raw();
}
