using System.Text;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Transfer;

namespace Bellwether.Tests.Transfer;

public sealed class PlanFileTests
{
    private static byte[] PublicCode => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Bellwether.Tests", "Transfer", "PlanFiles", "public-code.yaml"));

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
        var account = (await first.RunAsync(new AddSocialAccount(first.Brand, "bluesky", "tacoloco"))).Id;
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
        (await world.RunAsync(new Bellwether.Brands.BrandList())).ShouldHaveSingleItem();
        (await world.RunAsync(new Bellwether.People.MemberList())).ShouldHaveSingleItem();
        (await world.RefusedAsync(new ImportPlan("bellwether: plan/1\nnonsense: 1\n"u8.ToArray(), world.Brand))).Message.ShouldContain("nonsense");
        (await world.RefusedAsync(new ImportPlan("hello: world\n"u8.ToArray()))).Code.ShouldBe("no-plan-file");
    }
}
