using Bellwether.Kernel;
using Bellwether.Returns;
using Bellwether.Returns.Costs;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Returns;

public sealed class ReturnSumTests
{
    [Fact, Requirement("R004-01")]
    public void Cost_return_and_return_per_hour_are_those_of_the_worked_example()
    {
        var sum = ReturnSum.Of(
            null, null, "EUR",
            [new CostPiece(CostKind.Tools, CostState.Spent, Euro(100), WorkPlace.Nowhere), new CostPiece(CostKind.Advertising, CostState.Spent, Euro(400), WorkPlace.Nowhere), new CostPiece(CostKind.Agency, CostState.Planned, Euro(9000), WorkPlace.Nowhere)],
            [new HoursPiece(30 * 60, Euro(750), WorkPlace.Nowhere)],
            [new ReturnPiece("sale", true, Euro(5000), Euro(2000), WorkPlace.Nowhere), new ReturnPiece("lead", false, null, null, WorkPlace.Nowhere)]);
        (sum.Cost, sum.Paid, sum.Labour, sum.Advertising).ShouldBe((Euro(1250), Euro(500), Euro(750), Euro(400)));
        (sum.Roi, sum.RoiOnMargin, sum.Roas).ShouldBe((3.0m, 0.6m, 12.5m));
        (sum.MarginPerHour, sum.ValuePerHour).ShouldBe((Euro(66.67m), Euro(166.67m)));
        (sum.CostPerLead, sum.CostPerCustomer, sum.Conversions, sum.Sales, sum.Leads).ShouldBe((Euro(500), Euro(1250), 2, 1, 1));
    }

    [Fact, Requirement("R004-01")]
    public void Without_a_cost_an_hour_or_a_rate_the_figure_that_needs_it_is_not_told()
    {
        var free = ReturnSum.Of(null, null, "EUR", [], [], [new ReturnPiece("sale", false, Euro(10), null, WorkPlace.Nowhere)]);
        (free.Roi, free.Roas, free.ValuePerHour, free.Margin, free.RoiOnMargin, free.CostPerLead, free.CostPerCustomer).ShouldBe((null, null, null, null, null, null, null));
        var unpriced = ReturnSum.Of(null, null, "EUR", [], [new HoursPiece(60, null, WorkPlace.Nowhere), new HoursPiece(30, Euro(10), WorkPlace.Nowhere)], [new ReturnPiece("sale", false, Euro(10), null, WorkPlace.Nowhere)]);
        (unpriced.Minutes, unpriced.Labour, unpriced.Cost, unpriced.Roi, unpriced.ValuePerHour).ShouldBe((90, null, null, null, Euro(6.67m)));
        var nothing = ReturnSum.Of(null, null, "EUR", [new CostPiece(CostKind.Other, CostState.Spent, Euro(5), WorkPlace.Nowhere)], [], []);
        nothing.Roi.ShouldBeNull("nothing known came back: that is no return of minus 100 %");
    }

    [Fact, Requirement("R004-01")]
    public void A_cost_nobody_can_tell_withholds_what_its_place_and_the_whole_would_need_it_for_and_nothing_else()
    {
        var (blog, shop) = (new WorkPlace(Goal: "goal_a", Channel: "channel_a"), new WorkPlace(Goal: "goal_b", Channel: "channel_b"));
        ReturnFacts Facts(params UnknownCost[] unknown) => new(
            "EUR", default, default, new PlacesOfPlan(new Dictionary<string, string>(), new Dictionary<string, WorkPlace>(), new Dictionary<string, string>()),
            new CostsOfPlan([.. new[] { blog, shop, WorkPlace.Nowhere }.Select(place => new CostPiece(CostKind.Advertising, CostState.Spent, Euro(100), place))], [new HoursPiece(60, Euro(20), shop)], unknown, []),
            [.. new[] { blog, shop, WorkPlace.Nowhere }.SelectMany(place => new[] { new ReturnPiece("sale", true, Euro(300), null, place), new ReturnPiece("lead", false, null, null, place) })], 0, [], [], []);
        (Money? Cost, decimal? Roi, decimal? Roas, Money? Lead, Money? Customer) Told(ReturnSum sum) => (sum.Cost, sum.Roi, sum.Roas, sum.CostPerLead, sum.CostPerCustomer);
        var known = Facts();
        known.By(ReturnsBy.Channel).Append(known.Total).ShouldAllBe(sum => sum.Missing.Count == 0 && sum.Roi != null && sum.CostPerLead != null);

        // Of the whole plan: the goals and channels know theirs, what belongs to none and the whole do not.
        foreach (var kind in new[] { CostKind.Agency, CostKind.Advertising })
        {
            var facts = Facts(new UnknownCost(kind, CostState.Spent, WorkPlace.Nowhere, "No rate."));
            foreach (var sum in new[] { facts.Total, facts.By(ReturnsBy.Goal).Single(sum => sum.Id is null), facts.By(ReturnsBy.Channel).Single(sum => sum.Id is null) })
            {
                Told(sum).ShouldBe((null, null, kind == CostKind.Agency ? sum.Value.Amount / sum.Advertising.Amount : null, null, null));
                sum.Missing.ShouldBe(["No rate."]);
            }

            facts.By(ReturnsBy.Goal).Where(sum => sum.Id is not null).Select(Told).ShouldBe(known.By(ReturnsBy.Goal).Where(sum => sum.Id is not null).Select(Told));
        }

        // An hour without a rate leaves what needs no hours; what is only meant to be spent leaves everything; a place with nothing but such a cost has its row.
        var hour = Facts(new UnknownCost(CostKind.Labour, CostState.Spent, blog, "No rate of Ana.")).By(ReturnsBy.Goal).Single(sum => sum.Id == "goal_a");
        (hour.Cost, hour.Roi, hour.CostPerLead, hour.Roas).ShouldBe((null, null, Euro(100), 3m));
        Told(Facts(new UnknownCost(CostKind.Agency, CostState.Planned, WorkPlace.Nowhere, "No rate.")).Total).ShouldBe(Told(known.Total));
        Facts(new UnknownCost(CostKind.Agency, CostState.Spent, new WorkPlace(Goal: "goal_c"), "No rate.")).By(ReturnsBy.Goal).Single(sum => sum.Id == "goal_c").Missing.ShouldBe(["No rate."]);
    }

    [Fact]
    public void Who_may_not_see_what_people_cost_sees_nothing_it_could_be_reckoned_from()
    {
        var sum = ReturnSum.Of(
            null, null, "EUR", [new CostPiece(CostKind.Advertising, CostState.Spent, Euro(400), WorkPlace.Nowhere)], [new HoursPiece(60, Euro(25), WorkPlace.Nowhere)], [new ReturnPiece("sale", true, Euro(10), Euro(5), WorkPlace.Nowhere)]).WithoutLabour();
        (sum.Labour, sum.Cost, sum.Roi, sum.RoiOnMargin, sum.CostPerCustomer).ShouldBe((null, null, null, null, null));
        (sum.Paid, sum.Roas, sum.ValuePerHour, sum.Minutes).ShouldBe((Euro(400), 0.025m, Euro(10), 60));
    }

    [Fact, Requirement("R004-01")]
    public void Totals_are_the_same_however_they_are_told_apart()
    {
        var place = from goal in Gen.Elements(null, "goal_a", "goal_b") from channel in Gen.Elements(null, "channel_a") from campaign in Gen.Elements(null, "campaign_a", "campaign_b") from theme in Gen.Elements(null, "content_pillar_a") select new WorkPlace(goal, channel, campaign, theme);
        var costs = (from at in place from minor in Gen.Choose(1, 100_000) from kind in Gen.Elements(CostKind.Tools, CostKind.Advertising, CostKind.Agency) from state in Gen.Elements(CostState.Spent, CostState.Planned) select new CostPiece(kind, state, new Money(minor, "EUR"), at)).ListOf();
        var hours = (from at in place from minutes in Gen.Choose(1, 600) select new HoursPiece(minutes, new Money(minutes * 41, "EUR"), at)).ListOf();
        var returns = (from at in place from minor in Gen.Choose(0, 100_000) from kind in Gen.Elements("sale", "lead") from share in Gen.Elements(1m, 0.5m, 0.4m, 1m / 3, 0.2m / 7) select new ReturnPiece(kind, kind == "sale", new Money(minor, "EUR"), new Money(minor / 3, "EUR"), at, share)).ListOf();
        Prop.ForAll((from c in costs from h in hours from r in returns select (c, h, r)).ToArbitrary(), some =>
        {
            var facts = new ReturnFacts("EUR", default, default, new PlacesOfPlan(new Dictionary<string, string>(), new Dictionary<string, WorkPlace>(), new Dictionary<string, string>()), new CostsOfPlan([.. some.c], [.. some.h], [], []), [.. some.r], 0, [], [], []);
            var total = facts.Total;
            return Enum.GetValues<ReturnsBy>().All(by =>
            {
                var parts = facts.By(by);
                return parts.Sum(part => part.Paid.Minor) == total.Paid.Minor && parts.Sum(part => part.Cost!.Value.Minor) == total.Cost!.Value.Minor && parts.Sum(part => part.Minutes) == total.Minutes
                    && parts.Sum(part => part.Value.Minor) == total.Value.Minor && parts.Sum(part => part.Margin?.Minor ?? 0) == (total.Margin?.Minor ?? 0) && parts.Sum(part => part.Conversions) == total.Conversions && parts.Sum(part => part.Leads) == total.Leads && parts.Sum(part => part.NewCustomers) == total.NewCustomers && parts.Select(part => part.Id).Distinct().Count() == parts.Count;
            });
        }).QuickCheckThrowOnFailure();
    }

    private static Money Euro(decimal amount) => Money.Of(amount, "EUR");
}
