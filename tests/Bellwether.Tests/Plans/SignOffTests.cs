using System.Net;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Web.Doors;
using NodaTime;

namespace Bellwether.Tests.Plans;

public sealed class SignOffTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task A_sponsor_approves_version_two_with_an_amount_and_a_later_version_says_that_it_was_for_an_older_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        await world.RunAsync(new RevisePlan(plan, Confirm: true));
        var cleo = await world.MemberAsync("Cleo", Role.Manager);
        var signed = await world.RunAsync(new ApproveBudget(plan, Money.Of(5000, "EUR"), Today.PlusDays(-2), "For the year", OfNumber: 2), Role.Manager, cleo);
        var approved = signed.Approved.ShouldNotBeNull();
        (approved.Number, approved.Amount, approved.On, approved.Reason, approved.Older, approved.AsOutline, approved.SelfApproved).ShouldBe((2, Money.Of(5000, "EUR"), Today.PlusDays(-2), "For the year", false, false, false));

        await world.RunAsync(new RevisePlan(plan, Confirm: true));
        (await world.RunAsync(new SignOffs(plan))).Approved!.Older.ShouldBeTrue();
        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(6000, "EUR"), OfNumber: 2))).Code.ShouldBe("version-superseded");
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Whoever_wrote_the_plan_alone_may_approve_it_and_it_is_marked(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var ben = await world.MemberAsync("Ben");
        // What Ben says to the plan makes him no author of it.
        await world.RunAsync(new AddComment(plan.ToString(), "Looks well"), Role.Editor, ben);
        await world.RunAsync(new WriteJournal(plan, "Guests ask for lunch"), Role.Editor, ben);
        var alone = (await world.RunAsync(new ApproveBudget(plan, Money.Of(100, "EUR")))).Last!;
        (alone.SelfApproved, alone.AsOutline, alone.Older).ShouldBe((true, true, false));
        await world.RunAsync(new ChangePlan(plan, Problem: "Nobody knows us"), Role.Editor, ben);
        (await world.RunAsync(new ApproveBudget(plan, Money.Of(200, "EUR")))).Last!.SelfApproved.ShouldBeFalse();

        await world.ForceAsync(plan);
        (await world.RunAsync(new SignOffs(plan))).Approved!.Older.ShouldBeTrue("an outline is not the version that came of it");
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task A_refusal_says_why_and_takes_back_an_approval_of_the_same_version_only(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await world.RefusedAsync(new RefuseBudget(plan, " "))).Fields.Single().Field.ShouldBe("reason");
        await world.RunAsync(new ApproveBudget(plan, Money.Of(100, "EUR")));
        await world.RunAsync(new RevisePlan(plan, Confirm: true));
        var refused = await world.RunAsync(new RefuseBudget(plan, "There is no goal for the autumn"));
        (refused.Last!.Decision, refused.Last.Reason, refused.Last.Amount).ShouldBe((SignOffDecision.Refused, "There is no goal for the autumn", null));
        refused.Approved!.Number.ShouldBe(1);

        await world.RunAsync(new ApproveBudget(plan, Money.Of(300, "EUR")));
        var taken = await world.RunAsync(new RefuseBudget(plan, "The money is gone"));
        taken.Approved!.Number.ShouldBe(1, "the approval of version 2 is taken back");
        taken.All.Select(one => one.Turn).ShouldBe([4, 3, 2, 1]);
        (await world.RunAsync(new PlanJournal(plan, Text: "did not approve"))).Items.Count.ShouldBe(2);
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Of_two_approvals_at_once_one_is_a_conflict(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await world.RunAsync(new ApproveBudget(plan, Money.Of(5000, "EUR"), Seen: 0));
                return (ProblemKind?)null;
            }
            catch (ProblemException problem)
            {
                return problem.Kind;
            }
        }));
        tries.OrderBy(kind => kind).ShouldBe([null, ProblemKind.Conflict]);
        (await world.RunAsync(new SignOffs(plan))).All.Count.ShouldBe(1);

        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(5000, "EUR")))).Code.ShouldBe("approved-already");
        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(6000, "EUR"), Seen: 0))).Code.ShouldBe("signed-meanwhile");
        await Should.ThrowAsync<ProblemException>(() => world.AddAsync(SecondFirst(world, plan)));
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Bad_amounts_days_people_and_plans_are_refused(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await world.RefusedAsync(new ApproveBudget(plan, new Money(-1, "EUR")))).Code.ShouldBe("amount-negative");
        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(5, "USD")))).Code.ShouldBe("currency-mixed");
        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(5, "EUR"), Today.PlusDays(1)))).Code.ShouldBe("date-ahead");
        (await world.RefusedAsync(new AskForBudget(plan, Money.Zero("EUR")))).Code.ShouldBe("amount-negative");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new ApproveBudget(plan, Money.Of(5, "EUR"))))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new ApproveBudget(plan, Money.Of(5, "EUR")), Role.Editor, world.Owner))).Kind.ShouldBe(ProblemKind.Forbidden);
        await world.RunAsync(new AskForBudget(plan, Money.Of(5, "EUR")));
        await world.RunAsync(new WithdrawBudgetAsk(plan));
        (await world.RunAsync(new SignOffs(plan), Role.Guest, world.Owner)).Ask.ShouldBeNull();
        await world.RunAsync(new ClosePlan(plan, "Over"));
        (await world.RefusedAsync(new ApproveBudget(plan, Money.Of(5, "EUR")))).Code.ShouldBe("plan-closed");
    }

    [Fact, Requirement("R002-14")]
    public async Task Over_http_money_without_a_currency_below_zero_or_beyond_all_bounds_is_422()
    {
        await using var site = await Site.StartAsync();
        var plan = (await site.PostAsync("/api/v1/plans", new { brand = site.Brand, title = "More guests" }))["id"]!.GetValue<string>();
        (await CodeAsync(new { amount = new { amount = 5 } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "currency-missing"));
        (await CodeAsync(new { amount = new { amount = 5, currency = "" } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "currency-missing"));
        (await CodeAsync(new { amount = new { amount = -5, currency = "EUR" } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "amount-negative"));
        (await CodeAsync(new { amount = new { amount = 1e20m, currency = "EUR" } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "amount-too-large"));
        (await CodeAsync(new { amount = new { amount = 5000, currency = "EUR" }, ofNumber = 1, seen = 0 })).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync($"/api/v1/plans/{plan}/executive"))["signOffs"]!["approved"]!["amount"]!["amount"]!.GetValue<decimal>().ShouldBe(5000);

        async Task<(HttpStatusCode Status, string? Code)> CodeAsync(object body)
        {
            using var answer = await site.RawAsync(HttpMethod.Post, $"/api/v1/plans/{plan}/sign-offs/approve", body);
            var text = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
            return (answer.StatusCode, text?["code"]?.GetValue<string>());
        }
    }

    [Theory, Requirement("R002-14")]
    [InlineData("5000 EUR", "5000.00 EUR")]
    [InlineData("12.5 USD", "12.50 USD")]
    [InlineData("5000", null)]
    [InlineData("-3 EUR", "-3.00 EUR")]
    public void On_the_command_line_money_is_an_amount_and_a_currency(string text, string? read)
    {
        ApproveBudget Made() => (ApproveBudget)RequestReader.Make(typeof(ApproveBudget), new JsonObject
        {
            ["plan"] = Id<Plan>.New().ToString(),
            ["amount"] = RequestReader.FromText(typeof(ApproveBudget), "amount", [text]),
        });
        if (read is null)
        {
            Should.Throw<ProblemException>(Made).Code.ShouldBe("currency-missing");
        }
        else
        {
            Made().Amount.ToString().ShouldBe(read);
        }
    }

    /// <summary>A second first word, as another node would store it in the same moment.</summary>
    private static SignOff SecondFirst(World world, Id<Plan> id)
    {
        var plan = new Plan(world.Brand, "More guests") { Id = id };
        return new SignOff(plan, Money.Of(7000, "EUR"), Today, null, new SignedBy(world.Owner, "Ana", false), 1);
    }
}
