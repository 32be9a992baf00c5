using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Tracking;

[Requirement("R001-08")]
public sealed class CollateralTests
{
    [Theory, BothDatabases]
    public async Task A_piece_shows_its_uses_and_the_deals_it_helped_along(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var piece = await PieceAsync(world);
        var ben = await world.World.MemberAsync("Ben");
        var mine = await world.RunAsync(new ShareCollateral(piece.Id));
        var again = await world.RunAsync(new ShareCollateral(piece.Id));
        var his = await world.RunAsync(new ShareCollateral(piece.Id, ben));
        (again.Short, again.Uses).ShouldBe((mine.Short, 2), "each person has one link to each piece");
        (his.Person, his.Short == mine.Short).ShouldBe(("Ben", false));
        (await world.FollowAsync(his.Short[(his.Short.LastIndexOf('/') + 1)..])).ShouldNotBeNull().ShouldStartWith("https://tacoloco.example/cases/office-lunch?utm_source=sales&utm_medium=referral&utm_campaign=collateral");
        await world.SettleAsync();

        var deal = await world.RunAsync(new LogAssistedDeal([piece.Id], "Office of Miller & Sons", 5000, "EUR"));
        (deal.Attribution, deal.Value).ShouldBe(("assist", Money.Of(5000, "EUR")));
        await world.RunAsync(new LogAssistedDeal([piece.Id], "School kitchen", 800, "usd"));
        var open = await world.RunAsync(new LogAssistedDeal([piece.Id], "Hospital", 12_000, "EUR", DealOutcome.Open));
        await world.RunAsync(new LogAssistedDeal([piece.Id], "Bank", Outcome: DealOutcome.Lost));

        var seen = (await world.RunAsync(new CollateralList(world.Brand))).ShouldHaveSingleItem();
        (seen.Uses, seen.Opened, seen.Opportunities, seen.Won, seen.Attribution).ShouldBe((3, 1, 4, 2, "assist"));
        seen.Value.ShouldBe([Money.Of(5000, "EUR"), Money.Of(800, "USD")], "two currencies never add");
        seen.Open.ShouldBe([Money.Of(12_000, "EUR")]);
        (await world.RunAsync(new TrackingOverview(world.Brand))).Total.Revenue.ShouldBeEmpty("an assist is no revenue");

        await world.RunAsync(new SettleAssistedDeal(open.Id, DealOutcome.Won, 11_500, "EUR"));
        var sheet = await world.RunAsync(new CollateralDetail(piece.Id));
        sheet.Item.Value.ShouldBe([Money.Of(16_500, "EUR"), Money.Of(800, "USD")]);
        sheet.Shares.Select(share => (share.Person, share.Uses, share.Opened)).ShouldBe([("Ana", 2, 0L), ("Ben", 1, 1L)], ignoreOrder: true);
        await world.RunAsync(new RemoveAssistedDeal(deal.Id));
        (await world.RunAsync(new CollateralDetail(piece.Id))).Deals.Count.ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_value_without_a_currency_is_refused(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var piece = await PieceAsync(world);
        var refused = await world.World.RefusedAsync(new LogAssistedDeal([piece.Id], "Miller", 5000));
        (refused.Kind, refused.Code, refused.Fields.Single().Field).ShouldBe((ProblemKind.Rule, "currency-missing", "currency"));
        (await world.World.RefusedAsync(new LogAssistedDeal([piece.Id], "Miller", 5000, "euro"))).Code.ShouldBe("currency-unknown");
        (await world.World.RefusedAsync(new LogAssistedDeal([piece.Id], "Miller", -1, "EUR"))).Code.ShouldBe("value-negative");
        (await world.World.RefusedAsync(new LogAssistedDeal([], "Miller"))).Code.ShouldBe("collateral-missing");
        (await world.RunAsync(new CollateralDetail(piece.Id))).Deals.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_piece_proves_its_claim_and_is_found_by_words(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var plan = await world.World.PlanAsync();
        var claim = await world.RunAsync(new AddClaim(plan, "The fastest lunch in town"));
        claim.IsDream.ShouldBeTrue();
        var piece = await world.RunAsync(new AddCollateral(world.Brand, CollateralKind.Testimonial, "Six minutes", "“Six minutes from order to plate.”", Claim: claim.Id, Plan: plan));
        piece.ClaimText.ShouldBe("The fastest lunch in town");
        await world.RunAsync(new ChangeCollateral(piece.Id, CollateralKind.Testimonial, "Six minutes", "“Six minutes, every time.”", Claim: claim.Id));
        var proved = (await world.RunAsync(new PositioningSheet(plan))).Claims.ShouldHaveSingleItem();
        (proved.IsDream, proved.Proofs.ShouldHaveSingleItem().Kind).ShouldBe((false, ProofKind.Testimonial));
        await PieceAsync(world);
        (await world.RunAsync(new CollateralList(world.Brand, "MINUTES every"))).ShouldHaveSingleItem().Id.ShouldBe(piece.Id);
        (await world.RunAsync(new CollateralList(world.Brand, Kind: CollateralKind.Case))).ShouldHaveSingleItem().Title.ShouldBe("Office lunch");
        (await world.RunAsync(new CollateralList(world.Brand, Claim: claim.Id))).Count.ShouldBe(1);
        await world.RunAsync(new ArchiveCollateral(piece.Id));
        (await world.RunAsync(new CollateralList(world.Brand))).Count.ShouldBe(1);
        (await world.World.RefusedAsync(new ShareCollateral(piece.Id))).Code.ShouldBe("collateral-archived");
        await world.RunAsync(new RestoreCollateral(piece.Id));
        (await world.World.RefusedAsync(new AddCollateral(world.Brand, CollateralKind.Case, "Nothing"))).Code.ShouldBe("collateral-empty");
    }

    [Theory, BothDatabases]
    public async Task A_piece_with_a_gap_is_not_sent_and_the_plan_takes_its_pieces_along(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on, writes: false);
        var plan = await world.World.PlanAsync();
        var piece = await world.RunAsync(new AddCollateral(world.Brand, CollateralKind.Case, "A customer like you", "{{customer}} wanted lunch.", Plan: plan));
        (await world.World.RefusedAsync(new ShareCollateral(piece.Id))).Message.ShouldStartWith("{{customer}} has no value.");
        var (copy, same) = await PlanParts.CopyAsync(world.World, plan, "tracking");
        same.ShouldBeTrue();
        (await world.RunAsync(new CollateralList(world.Brand))).Single(item => item.Plan == copy).Text.ShouldBe("{{customer}} wanted lunch.");
    }

    private static Task<CollateralView> PieceAsync(TrackingWorld world) =>
        world.RunAsync(new AddCollateral(world.Brand, CollateralKind.Case, "Office lunch", "Forty people, every day.", Link: "https://tacoloco.example/cases/office-lunch"));
}
