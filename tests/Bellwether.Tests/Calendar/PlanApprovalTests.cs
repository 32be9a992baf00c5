using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Calendar;

/// <summary>A plan may have its posts approved in a way of its own.</summary>
public sealed class PlanApprovalTests
{
    [Theory, BothDatabases]
    public async Task A_plans_own_way_holds_for_its_posts_alone_until_it_follows_the_brand_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        var (launch, daily) = (await world.PlanAsync("Launch"), await world.PlanAsync("Daily"));
        var ben = await world.MemberAsync("Ben", Role.Manager);
        (await world.RunAsync(new SetPlanApproval(launch, ApprovalMode.Optional, FourEyes: true, [new ApprovalStep("Law", [ben])], LateApproval.NextDay))).Approval.ShouldBe(ApprovalMode.Required, "four eyes need an approval");
        await world.RunAsync(new SetPlanApproval(daily, ApprovalMode.None));

        // The brand leaves it open: the launch insists, the daily plan asks nobody.
        var big = await world.RunAsync(new AddPost(world.Brand, Text: "It is here", At: Given.Monday, Variants: [new Told(account)], Unguided: true, Plan: launch));
        var small = await world.RunAsync(new AddPost(world.Brand, Text: "Soup today", At: Given.Monday.PlusHours(3), Variants: [new Told(account)], Unguided: true, Plan: daily));
        (await world.RefusedAsync(new SchedulePost(big.Id))).Code.ShouldBe("approval-missing");
        (await world.RefusedAsync(new SubmitPost(small.Id))).Code.ShouldBe("approval-not-used");
        (await world.RunAsync(new SchedulePost(small.Id))).Status.ShouldBe(PostStatus.Scheduled);

        // The brand insists: the daily plan still asks nobody.
        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var soup = await world.RunAsync(new AddPost(world.Brand, Text: "More soup", At: Given.Monday.PlusHours(6), Variants: [new Told(account)], Unguided: true, Plan: daily));
        (await world.RunAsync(new SchedulePost(soup.Id))).Status.ShouldBe(PostStatus.Scheduled);

        await world.RunAsync(new SubmitPost(big.Id));
        (await world.RefusedAsync(new ApprovePost(big.Id))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new PostReview(big.Id))).Steps.ShouldHaveSingleItem().WaitsFor.ShouldBe([ben]);
        (await world.RunAsync(new ApprovePost(big.Id), Role.Manager, ben)).Status.ShouldBe(PostStatus.Scheduled);

        (await world.RunAsync(new FollowBrandApproval(daily))).ShouldSatisfyAllConditions(view => view.Own.ShouldBeFalse(), view => view.Approval.ShouldBe(ApprovalMode.Required));
        var stew = await world.RunAsync(new AddPost(world.Brand, Text: "Stew", At: Given.Monday.PlusHours(8), Variants: [new Told(account)], Unguided: true, Plan: daily));
        (await world.RefusedAsync(new SchedulePost(stew.Id))).Code.ShouldBe("approval-missing");
        (await world.SeeAsync(db => db.Set<JournalEntry>().Where(entry => entry.Plan == launch).Select(entry => entry.What).ToListAsync())).ShouldContain(text => text.Contains("must be approved, with four eyes, step by step: Law"));
    }

    [Fact]
    public async Task A_plans_own_way_goes_into_its_file_and_back_with_the_people_it_names()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync("Launch");
        var ben = await world.MemberAsync("Ben", Role.Manager);
        await world.RunAsync(new SetPlanApproval(plan, ApprovalMode.Required, Steps: [new ApprovalStep("Law", [ben], All: true), new ApprovalStep("Client", [], Outside: true)], IfLate: LateApproval.NextDay));
        var file = (await world.RunAsync(new Bellwether.Transfer.ExportPlan(plan))).Content;
        var copy = (await world.RunAsync(new Bellwether.Transfer.ImportPlan(file, AsCopy: true))).Id;
        var read = await world.RunAsync(new PlanApprovalOf(copy));
        (read.Own, read.Approval, read.IfLate).ShouldBe((true, ApprovalMode.Required, LateApproval.NextDay));
        read.Steps.Select(step => (step.Name, step.All, step.Outside, step.Members.Count)).ShouldBe([("Law", true, false, 1), ("Client", false, true, 0)]);
        (await world.RefusedAsync(new SetPlanApproval(plan, ApprovalMode.Required, Steps: [new ApprovalStep("Kitchen", [await world.MemberAsync("Eve")])]))).Code.ShouldBe("member-unable");
    }
}
