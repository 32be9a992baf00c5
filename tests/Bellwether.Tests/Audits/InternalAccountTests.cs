using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Audits;

[Requirement("R004-07")]
public sealed class InternalAccountTests
{
    [Theory, BothDatabases]
    public async Task An_account_for_employees_is_seen_by_them_and_by_nobody_else(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = (await world.RunAsync(new AddSocialAccount(world.Brand, "slack", "taco-team", "https://tacoloco.slack.example", "Tells the crew who drives where."))).Id;
        await world.RunAsync(new DecideDisposition(account, Disposition.Keep));
        (await world.RunAsync(new DirectoryDetail(world.Brand))).Entries.ShouldHaveSingleItem();

        (await world.RunAsync(new ChangeSocialAccount(account, Internal: true))).Internal.ShouldBeTrue();
        var directory = await world.RunAsync(new DirectoryDetail(world.Brand));
        directory.Entries.ShouldBeEmpty();
        directory.LeftOut.ShouldHaveSingleItem().Why.ShouldBe("It is for employees only.");
        var guest = await world.MemberAsync("Gus", Role.Guest);
        var seen = await world.Services.GetRequiredService<Runner>().RunAsync(
            new AccountInventory(world.Brand), current => current.Become(world.Workspace.Value, guest.Value, "Gus", permission => Role.Guest.May(permission), new Sight(null, null, Internal: false)), TestContext.Current.CancellationToken);
        seen.Accounts.ShouldBeEmpty();
        (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task No_channel_rhythm_version_journal_or_playbook_names_it_to_a_guest_or_on_a_public_page(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var crew = (await world.RunAsync(new AddSocialAccount(world.Brand, "slack", "taco-team", "https://tacoloco.slack.example", "Tells the crew who drives where."))).Id;
        var open = (await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News"))).Id;
        await world.RunAsync(new ChangeSocialAccount(crew, Internal: true));
        var plan = await world.PlanAsync();
        await world.RunAsync(new AddChannel(plan, Account: crew));
        await world.RunAsync(new AddChannel(plan, Account: open));
        await world.RunAsync(new SetCadence(crew, new HowOften(), new HowOften(1, 3)));
        var (crewKey, openKey) = (await KeyAsync(crew), await KeyAsync(open));
        var parts = new JsonObject
        {
            ["accounts"] = new JsonArray(new JsonObject { ["network"] = "slack", ["handle"] = "taco-team", ["key"] = crewKey }, new JsonObject { ["network"] = "bluesky", ["handle"] = "taco.example", ["key"] = openKey }),
            ["channels"] = new JsonObject { ["channels"] = new JsonArray(new JsonObject { ["network"] = "slack", ["account"] = crewKey }) },
        };
        await world.AddAsync(await world.SeeAsync(async db =>
            new PlanVersion(await db.Set<Plan>().SingleAsync(row => row.Id == plan), parts, ["Account “taco-team”: added.", "Goal “Lunch”: added."], null, "Ana")));
        await world.RunAsync(new WriteJournal(plan, "The crew reads taco-team each morning"));
        await world.RunAsync(new WriteJournal(plan, "Nobody reads the notice board"));

        (await world.RunAsync(new ChannelList(plan))).Count.ShouldBe(2);
        (await AsGuestAsync(new ChannelList(plan))).ShouldHaveSingleItem().Account.ShouldBe(open);
        (await AsGuestAsync(new CadenceList(world.Brand))).ShouldHaveSingleItem().Account.ShouldBe(open);
        (await AsGuestAsync(new PlanJournal(plan, Text: "reads"))).Items.ShouldHaveSingleItem().What.ShouldBe("Nobody reads the notice board");
        (await AsGuestAsync(new PlanVersions(plan))).ShouldHaveSingleItem().Changes.ShouldBe(["Goal “Lunch”: added."]);
        var frozen = (await AsGuestAsync(new PlanVersionDetail(plan, (await world.RunAsync(new PlanDetail(plan))).Number))).Parts.ToJsonString();
        frozen.ShouldContain("taco.example");
        frozen.ShouldNotContain("taco-team");
        frozen.ShouldNotContain("slack");
        Text(await AsGuestAsync(new Playbook(plan))).ShouldNotContain("taco-team");
        Text(await world.RunAsync(new Playbook(plan))).ShouldContain("taco-team");
        var shared = await world.RunAsync(new SharePlaybook(plan, "The firm"));
        var page = Text(await world.Services.GetRequiredService<Runner>().RunAsync(new SharedPlaybook(shared.Path.Split('/')[^1]), _ => { }, TestContext.Current.CancellationToken));
        page.ShouldNotContain("taco-team");
        page.ShouldContain("taco.example");

        Task<TResult> AsGuestAsync<TResult>(IRequest<TResult> request) => AsGuest(world, request);
        static string Text(PlaybookDocument document) => JsonSerializer.Serialize(document, HouseJson.Options);
        Task<string> KeyAsync(Id<SocialAccount> id) => world.SeeAsync(db => db.Set<SocialAccount>().Where(row => row.Id == id).Select(row => row.Key).SingleAsync());
    }

    [Theory, BothDatabases]
    public async Task A_post_that_goes_there_alone_is_not_told_to_a_guest(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var crew = (await world.RunAsync(new AddSocialAccount(world.Brand, "slack", "crew", "https://tacoloco.slack.example", "Tells the crew who drives where."))).Id;
        var open = (await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News"))).Id;
        var inside = (await world.RunAsync(new AddPost(world.Brand, "Who drives on Monday", Plan: plan, Variants: [new Told(crew)]))).Id;
        var both = (await world.RunAsync(new AddPost(world.Brand, "A new dish", Plan: plan, Variants: [new Told(crew), new Told(open)]))).Id;
        var nowhere = (await world.RunAsync(new AddPost(world.Brand, "Only an idea", Plan: plan))).Id;
        var written = await world.RunAsync(new WriteJournal(plan, "The crew wants a longer lunch"));
        await world.RunAsync(new WriteJournal(plan, "Asked @crew for pictures"));
        (await TitlesAsync()).ShouldBe(["A new dish", "Only an idea", "Who drives on Monday"]);

        await world.RunAsync(new ChangeSocialAccount(crew, Internal: true));

        (await TitlesAsync()).ShouldBe(["A new dish", "Only an idea"]);
        (await AsGuest(world, new PostDetail(both))).Variants.ShouldHaveSingleItem().Account.ShouldBe(open);
        await Should.ThrowAsync<ProblemException>(() => AsGuest(world, new PostDetail(inside)));
        var lines = (await AsGuest(world, new PlanJournal(plan))).Items;
        lines.ShouldNotContain(line => line.Subject == inside.ToString());
        lines.ShouldContain(line => line.Subject == nowhere.ToString());
        lines.Where(line => line.IsWritten).ShouldHaveSingleItem().Id.ShouldBe(written.Id);
        (await world.RunAsync(new PlanJournal(plan))).Items.ShouldContain(line => line.Subject == inside.ToString());

        async Task<IEnumerable<string>> TitlesAsync() => (await AsGuest(world, new PostList(world.Brand))).Items.Select(post => post.Title).Order(StringComparer.Ordinal);
    }

    private static Task<TResult> AsGuest<TResult>(World world, IRequest<TResult> request) => world.Services.GetRequiredService<Runner>().RunAsync(
            request, current => current.Become(world.Workspace.Value, Id<Member>.New().Value, "Gus", permission => Role.Guest.May(permission), new Sight(null, null, Internal: false)), TestContext.Current.CancellationToken);
}
