using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Plans;

[Requirement("R002-02")]
public sealed class PlanGuideTests
{
    private static readonly string[] InOrder = ["goal", "picture", "number", "audience", "channel", "mission", "action", "review"];

    [Theory, BothDatabases]
    public async Task Each_answer_closes_its_question_and_the_next_open_one_is_named(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Lunch"))).Id;
        var begun = await world.RunAsync(new PlanGuide(plan));
        begun.Questions.Select(question => question.Code).ShouldBe(InOrder);
        (begun.Next, begun.InForce).ShouldBe(("goal", false));
        begun.Questions.ShouldAllBe(question => question.Answer == null && question.About == null);

        var goal = await world.RunAsync(new AddGoal(plan, "200 lunch guests a week"));
        (await NextAsync(world, plan)).ShouldBe(new GuideQuestion("picture", null));
        await world.RunAsync(new ChangePlan(plan, Picture: "A queue at noon"));
        (await NextAsync(world, plan)).ShouldBe(new GuideQuestion("number", null, goal.Id.ToString(), "200 lunch guests a week"));
        await world.RunAsync(new AddKpiTarget(goal.Id, new KpiSheet("followers", TargetType.IncreaseTo, Target: 1600, Baseline: 1000)));
        (await NextAsync(world, plan)).Code.ShouldBe("audience");
        await world.RunAsync(new AddAudience(plan, new AudienceSheet("Office people")));
        (await NextAsync(world, plan)).Code.ShouldBe("channel");

        // An outline may name a network; a place to speak from is an account.
        var channel = await world.RunAsync(new AddChannel(plan, "instagram"));
        (await NextAsync(world, plan)).Code.ShouldBe("channel");
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco", Purpose: "News"));
        await world.RunAsync(new RunChannelOn(channel.Id, account.Id));
        (await NextAsync(world, plan)).ShouldBe(new GuideQuestion("mission", null, channel.Id.ToString(), "Instagram"));
        await world.RunAsync(new WriteMission(channel.Id, "Tells office people where we stand, so that they come.", goal.Id));
        (await NextAsync(world, plan)).Code.ShouldBe("action");

        var action = await world.RunAsync(new AddActionItem(plan, "Put the hours on the map"));
        (await NextAsync(world, plan)).Code.ShouldBe("action", "work without a person and a day is a wish");
        await world.RunAsync(new AssignWork(action.Id, world.Owner));
        await world.RunAsync(new ChangeWork(action.Id, Due: world.Now.InUtc().Date.PlusDays(5)));
        (await NextAsync(world, plan)).Code.ShouldBe("review");
        await world.RunAsync(new ChangePlan(plan, ReviewRule: "FREQ=MONTHLY;BYDAY=-1TH"));
        var ended = await world.RunAsync(new PlanGuide(plan));
        ended.Next.ShouldBeNull();
        ended.Questions.Select(question => question.Answer).ShouldBe(
            ["200 lunch guests a week", "A queue at noon", "Followers", "Office people", "Instagram, tacoloco", "Tells office people where we stand, so that they come.", "Put the hours on the map", "last Thursday of each month, 10:00"]);
    }

    [Theory, BothDatabases]
    public async Task A_second_goal_asks_for_its_own_number_and_a_stranger_sees_no_plan(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Lunch"))).Id;
        var first = await world.RunAsync(new AddGoal(plan, "One"));
        await world.RunAsync(new AddKpiTarget(first.Id, new KpiSheet("followers", TargetType.IncreaseTo, Target: 10, Baseline: 1)));
        var second = await world.RunAsync(new AddGoal(plan, "Two"));
        (await world.RunAsync(new PlanGuide(plan))).Questions.Single(question => question.Code == "number").ShouldBe(new GuideQuestion("number", null, second.Id.ToString(), "Two"));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new PlanGuide(plan)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact, Requirement("R000-01")]
    public async Task What_comes_next_is_the_open_question_and_then_what_keeps_the_plan_from_coming_into_force()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = (await world.RunAsync(new OutlinePlan(world.Brand, "Lunch"))).Id;
        (await world.RunAsync(new PlanNext(plan))).ShouldBe(new PlanNextView(NextKind.Question, "goal"));
        var goal = await world.RunAsync(new AddGoal(plan, "200 lunch guests a week"));
        await world.RunAsync(new ChangePlan(plan, Picture: "A queue at noon"));
        (await world.RunAsync(new PlanNext(plan))).ShouldBe(new PlanNextView(NextKind.Question, "number", Title: "200 lunch guests a week"));
        await world.RunAsync(new AddKpiTarget(goal.Id, new KpiSheet("followers", TargetType.IncreaseTo, Target: 1600, Baseline: 1000, Source: "The profile", Collector: world.Owner, Deadline: world.Now.InUtc().Date.PlusDays(90))));
        await world.RunAsync(new AddAudience(plan, new AudienceSheet("Office people")));
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco", Purpose: "News"));
        var channel = await world.RunAsync(new AddChannel(plan, Account: account.Id));
        await world.RunAsync(new WriteMission(channel.Id, "Tells office people where we stand, so that they come.", goal.Id));
        var action = await world.RunAsync(new AddActionItem(plan, "Put the hours on the map"));
        await world.RunAsync(new AssignWork(action.Id, world.Owner));
        await world.RunAsync(new ChangeWork(action.Id, Due: world.Now.InUtc().Date.PlusDays(5)));
        await world.RunAsync(new ChangePlan(plan, Start: world.Now.InUtc().Date, ReviewRule: "FREQ=MONTHLY;BYDAY=-1TH"));

        var gates = (await world.RunAsync(new PlanGates(plan))).Findings.Where(finding => finding.Blocks).ToList();
        gates.Single(finding => finding.Code == "channel-sheet-incomplete").Path.ShouldBe($"/channels/{channel.Id}", "the sheet that is missing is one click away");
        var next = await world.RunAsync(new PlanNext(plan));
        (next.Kind, next.Words, next.Path, next.More).ShouldBe((NextKind.Gate, gates[0].Message, gates[0].Path, gates.Count - 1));
        await world.RunAsync(new ClosePlan(plan, "Another time"));
        (await world.RunAsync(new PlanNext(plan))).Kind.ShouldBe(NextKind.Reimplement);
    }

    private static async Task<GuideQuestion> NextAsync(World world, Id<Plan> plan)
    {
        var guide = await world.RunAsync(new PlanGuide(plan));
        return guide.Questions.Single(question => question.Code == guide.Next);
    }
}
