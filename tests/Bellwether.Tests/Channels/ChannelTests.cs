using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class ChannelTests
{
    [Theory, BothDatabases, Requirement("R002-30"), Requirement("R002-31")]
    public async Task A_mission_is_one_sentence_for_exactly_one_goal(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var channel = await world.RunAsync(new AddChannel(plan, "Instagram"));
        var sheet = await world.RunAsync(new WriteMission(channel.Id, "To share company culture using employee photos.", goal));
        sheet.Mission.ShouldBe("To share company culture using employee photos.");
        sheet.PrimaryGoal.ShouldBe(goal);
        sheet.Goals.ShouldBe([goal]);
        (await world.RefusedAsync(new WriteMission(channel.Id, "One thing. Another thing.", goal))).Code.ShouldBe("mission-not-one-sentence");
        var other = await world.PlanAsync("Another plan");
        (await world.RefusedAsync(new WriteMission(channel.Id, "To share.", await world.GoalAsync(other)))).Code.ShouldBe("goal-of-another-plan");
        var second = await world.GoalAsync(plan, "30 bookings a week");
        (await world.RunAsync(new SetChannelGoals(channel.Id, [second]))).Goals.ShouldBe([goal, second]);
    }

    [Theory, BothDatabases, Requirement("R003-15")]
    public async Task The_sheet_has_six_parts_and_says_which_are_missing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        (await world.RunAsync(new ChannelSheet(channel))).Parts.Count(part => part.Missing is not null).ShouldBe(6);
        (await GatesAsync(world, plan)).ShouldContain(finding => finding.Code == "channel-sheet-incomplete" && finding.Blocks && finding.Message.Contains("conversational calendar"));

        (await world.RunAsync(new WriteMission(channel, "To fill the tables at noon.", goal))).Complete.ShouldBe(1);
        (await world.RunAsync(new SetChannelKpis(channel, [new ChannelKpi("followers", 500)]))).Complete.ShouldBe(2);
        (await world.RunAsync(new WriteEditorialStrategy(channel, "Short"))).Complete.ShouldBe(2, "a word is no strategy");
        (await world.RunAsync(new WriteEditorialStrategy(channel, "Food up close, people at work, no stock photos."))).Complete.ShouldBe(3);
        var theme = (await world.RunAsync(new AddContentPillar(plan, "Kitchen", Examples: ["Salsa at six"], Donts: ["Stock photos"]))).Id;
        (await world.RunAsync(new ShareThemes(channel, [new ThemeShare(theme, 60)]))).Complete.ShouldBe(4);
        await world.RunAsync(new AddActivation(channel, "Taco week", new LocalDate(2026, 5, 4), new LocalDate(2026, 5, 10), ActivationKind.Deal));
        await world.RunAsync(new AddConversationSlot(channel, IsoDayOfWeek.Tuesday, new LocalTime(17, 0), "Which salsa?", theme, world.Owner, 60));
        var full = (await world.RunAsync(new ChannelList(plan))).Single();
        full.Complete.ShouldBe(6);
        full.Parts.ShouldAllBe(part => part.Missing == null);
        (await GatesAsync(world, plan)).ShouldNotContain(finding => finding.Step == "Channels" && finding.Blocks);
    }

    [Theory, BothDatabases, Requirement("R003-16")]
    public async Task Themes_have_shares_and_leave_the_sheet_when_they_go(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        var kitchen = await world.RunAsync(new AddContentPillar(plan, "Kitchen", Personas: ["Office worker"], Dos: ["Show hands"]));
        var guests = await world.RunAsync(new AddContentPillar(plan, "Guests"));
        kitchen.Personas.ShouldBe(["Office worker"]);
        (await world.RefusedAsync(new AddContentPillar(plan, "kitchen"))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RefusedAsync(new ShareThemes(channel, [new ThemeShare(kitchen.Id, 70), new ThemeShare(guests.Id, 40)]))).Code.ShouldBe("shares-over-100");
        await world.RunAsync(new ShareThemes(channel, [new ThemeShare(kitchen.Id, 60.5m), new ThemeShare(guests.Id, 39.5m)]));
        await world.RunAsync(new RemoveContentPillar(kitchen.Id));
        (await world.RunAsync(new ChannelSheet(channel))).Themes.ShouldBe([new ThemeShare(guests.Id, 39.5m)]);
    }

    [Theory, BothDatabases, Requirement("R003-15")]
    public async Task Waiting_channels_keep_nobody_and_a_rejection_needs_its_reason(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "tiktok", Status: ChannelStatus.Candidate))).Id;
        (await GatesAsync(world, plan)).ShouldNotContain(finding => finding.Step == "Channels");
        (await world.RefusedAsync(new DecideChannel(channel, ChannelStatus.Rejected))).Code.ShouldBe("reason-missing");
        (await world.RunAsync(new DecideChannel(channel, ChannelStatus.Rejected, "Nobody has time for video"))).Status.ShouldBe(ChannelStatus.Rejected);
        (await world.RefusedAsync(new AddChannel(plan, "TikTok"))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases]
    public async Task A_channel_runs_on_an_account_of_its_network(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var x = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        var channel = await world.RunAsync(new AddChannel(plan, Account: x.Id));
        channel.Network.ShouldBe("x");
        channel.Handle.ShouldBe("taco");
        var other = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "taco", Purpose: "News"));
        (await world.RefusedAsync(new RunChannelOn(channel.Id, other.Id))).Code.ShouldBe("account-of-another-network");
    }

    [Theory, BothDatabases, Requirement("R003-15")]
    public async Task A_copy_of_the_plan_has_the_same_sheets(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: world.Owner));
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account.Id))).Id;
        var theme = (await world.RunAsync(new AddContentPillar(plan, "Kitchen"))).Id;
        await world.RunAsync(new ShareThemes(channel, [new ThemeShare(theme, 50)]));
        await world.RunAsync(new AddConversationSlot(channel, IsoDayOfWeek.Friday, new LocalTime(9, 30), "Weekend plans?", Responder: world.Owner));
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "accounts", "channels");
        same.ShouldBeTrue();
        var copied = (await world.RunAsync(new ChannelList(copy))).Single();
        copied.Account.ShouldBe(account.Id);
        copied.Id.ShouldNotBe(channel);
        copied.Conversations.Single().Responder.ShouldBe(world.Owner);
        copied.Themes.Single().Share.ShouldBe(50);
    }

    private static async Task<IReadOnlyList<GateFinding>> GatesAsync(World world, Id<Plan> plan) => (await world.RunAsync(new PlanGates(plan))).Findings;
}
