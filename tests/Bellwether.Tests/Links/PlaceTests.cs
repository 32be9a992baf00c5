using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Links;

/// <summary>What a link, a deal or an expectation is said to be about is there, of the right kind, and of the same brand.</summary>
[Requirement("R001-05")]
public sealed class PlaceTests
{
    private static readonly LocalDate Day = new(2026, 3, 26);

    [Theory, BothDatabases]
    public async Task Ids_of_a_place_are_those_of_the_brand_and_any_other_is_refused_beside_its_field(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = (await world.GoalAsync(plan)).ToString();
        var account = await world.AccountAsync("bluesky");
        var post = await world.PostAsync(accounts: account);
        var campaign = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Lunch weeks", CampaignKind.Content)))).Id.ToString();
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account))).Id.ToString();
        var all = new LinkPlace(plan.ToString(), post.Id.ToString(), post.Variants[0].Id.ToString(), channel, account.ToString(), goal, campaign);
        (await world.RunAsync(Link(all))).Place.ShouldBe(all);
        (await world.RunAsync(Deal("FINE", all))).Place.ShouldBe(all);

        // Another brand of the workspace, and another workspace.
        var other = (await world.RunAsync(new AddBrand("Another", "Europe/Berlin", "EUR"))).Id;
        var workspace = Guid.CreateVersion7();
        var strange = (await ElsewhereAsync(new AddBrand("Strange", "Europe/Berlin", "EUR"))).Id;
        var (otherPlan, strangePlan) = ((await world.RunAsync(new OutlinePlan(other, "Other"))).Id, (await ElsewhereAsync(new OutlinePlan(strange, "Strange"))).Id);
        var (otherGoal, strangeGoal) = ((await world.RunAsync(new AddGoal(otherPlan, "Other"))).Id.ToString(), (await ElsewhereAsync(new AddGoal(strangePlan, "Strange"))).Id.ToString());
        var wrong = new (LinkPlace Place, string Field)[]
        {
            (new(Goal: "goal_1"), "goal"), (new(Goal: Id<Goal>.New().ToString()), "goal"), (new(Goal: otherGoal), "goal"), (new(Goal: strangeGoal), "goal"), (new(Goal: ""), "goal"),
            (new(Plan: otherPlan.ToString()), "plan"), (new(Plan: strangePlan.ToString()), "plan"), (new(Post: goal), "post"), (new(Variant: all.Post), "variant"),
            (new(Variant: Id<Bellwether.Calendar.Variant>.New().ToString()), "variant"), (new(Channel: all.Account), "channel"), (new(Account: all.Channel), "account"), (new(Campaign: all.Plan), "campaign"),
        };
        var link = await world.RunAsync(Link(new LinkPlace(Goal: goal)));
        foreach (var (place, field) in wrong)
        {
            foreach (var problem in new[] { await world.RefusedAsync(Link(place)), await world.RefusedAsync(Deal("WRONG", place)), await world.RefusedAsync(new PlaceLink(link.Id, place)) })
            {
                (problem.Kind, problem.Code, problem.Fields.ShouldHaveSingleItem().Field).ShouldBe((ProblemKind.Rule, "place-unknown", $"place.{field}"), place.ToString());
                problem.Message.ShouldContain("leave it out");
            }
        }

        (await world.RefusedAsync(Link(new LinkPlace(Post: goal, Goal: "goal_1")))).Fields.Select(one => one.Field).ShouldBe(["place.post", "place.goal"]);
        (await world.RefusedAsync(Link(new LinkPlace(Goal: goal)) with { Brand = other })).Code.ShouldBe("place-unknown");

        // What is gone by now may stay where it stood, but is named nowhere anew.
        await world.RunAsync(new RemoveGoal(Id<Goal>.Parse(goal)));
        (await world.RunAsync(new PlaceLink(link.Id, new LinkPlace(Goal: goal, Plan: all.Plan)))).Place.ShouldBe(new LinkPlace(Goal: goal, Plan: all.Plan));
        (await world.RefusedAsync(Link(new LinkPlace(Goal: goal)))).Code.ShouldBe("place-unknown");

        MakeLink Link(LinkPlace place) => new(world.Brand, "https://elsewhere.example/", Place: place);
        MakeDeal Deal(string code, LinkPlace place) => new(world.Brand, code, code, Day, Day, place);
        Task<T> ElsewhereAsync<T>(IRequest<T> request) =>
            world.Services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(workspace, Guid.CreateVersion7(), "Stranger", _ => true), TestContext.Current.CancellationToken);
    }

    [Fact, Requirement("R001-15")]
    public async Task What_an_expectation_a_target_or_an_assumption_is_about_is_the_brand_or_something_of_it()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var other = (await world.RunAsync(new AddBrand("Another", "Europe/Berlin", "EUR"))).Id;
        var strange = (await world.RunAsync(new AddGoal((await world.RunAsync(new OutlinePlan(other, "Other"))).Id, "Other"))).Id.ToString();
        foreach (var subject in new[] { "post_1", "nothing", strange, other.ToString(), Id<Goal>.New().ToString() })
        {
            foreach (var problem in new[] { await world.RefusedAsync(Expected(subject)), await world.RefusedAsync(Judged(subject)), await world.RefusedAsync(Assumed(subject)) })
            {
                (problem.Kind, problem.Code, problem.Fields.ShouldHaveSingleItem().Field).ShouldBe((ProblemKind.Rule, "subject-unknown", "subject"), subject);
            }
        }

        (await world.RefusedAsync(Expected(""))).Code.ShouldBe("subject-unknown");
        var account = (await world.AccountAsync("bluesky")).ToString();
        foreach (var subject in new[] { world.Brand.ToString(), account, goal.ToString(), (await world.PostAsync()).Id.ToString() })
        {
            (await world.RunAsync(Expected(subject))).Subject.ShouldBe(subject);
            (await world.RunAsync(Assumed(subject))).ShouldNotBeNull();
        }

        // What is measured may be gone by now; the rest of the sheet is still changed.
        var gone = await world.GoalAsync(plan, "Gone soon");
        var target = await world.RunAsync(Judged(gone.ToString()));
        await world.RunAsync(new RemoveGoal(gone));
        (await world.RunAsync(new ChangeKpiTarget(target.Id, target.Sheet with { Source = "by hand" }))).Sheet.Subject.ShouldBe(gone.ToString());

        StateExpectation Expected(string subject) => new(plan, subject, "leads", 20, 5);
        AddKpiTarget Judged(string subject) => new(goal, new KpiSheet("followers", TargetType.IncreaseTo, 200, 100, Subject: subject));
        AddAssumption Assumed(string subject) => new(plan, "More come", "They did last year", "followers", new GuessSheet(20, 10, 30, Day.PlusMonths(1)), subject);
    }
}
