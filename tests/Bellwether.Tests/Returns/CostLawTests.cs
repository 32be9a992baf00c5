using Bellwether.Kernel;
using Bellwether.Returns.Costs;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>What holds for all money that is spread, shared and changed.</summary>
public sealed class CostLawTests
{
    private static readonly LocalDate First = new(2026, 1, 31);

    [Fact, Requirement("R004-01")]
    public void A_cost_cut_into_any_ranges_of_days_adds_up_to_itself() => Prop.ForAll(
        (from minor in Gen.Choose(1, 10_000_000) from days in Gen.Choose(1, 800) from cuts in Gen.Choose(-20, 820).ListOf(6) select (minor, days, cuts)).ToArbitrary(), some =>
        {
            var whole = new Money(some.minor, "EUR");
            var (last, from) = (First.PlusDays(some.days - 1), First.PlusDays(-30));
            var sum = 0L;
            foreach (var cut in some.cuts.Order().Append(900))
            {
                sum += Spread.Within(whole, First, last, from, First.PlusDays(cut)).Minor;
                from = First.PlusDays(cut + 1);
            }

            return sum == whole.Minor;
        }).QuickCheckThrowOnFailure();

    [Fact, Requirement("R004-01")]
    public void Shares_of_a_whole_add_up_to_it_and_are_no_further_than_one_from_exact() => Prop.ForAll(
        (from whole in Gen.Choose(0, 100_000) from weights in Gen.Choose(0, 50).NonEmptyListOf() select (whole, weights: weights.Select(weight => (decimal)weight).Append(1).ToList())).ToArbitrary(), some =>
        {
            var parts = Spread.Shares(some.whole, some.weights);
            return parts.Sum() == some.whole && parts.Zip(some.weights).All(pair => Math.Abs(pair.First - (some.whole * pair.Second / some.weights.Sum())) < 1);
        }).QuickCheckThrowOnFailure();

    [Fact, Requirement("R004-01")]
    public void Money_changed_there_and_back_is_the_same_within_one_minor_unit_of_the_coarser_currency() => Prop.ForAll(
        (from minor in Gen.Choose(1, 100_000_000) from rate in Gen.Choose(500_000, 2_000_000) select (minor, rate: rate / 1_000_000m)).ToArbitrary(), some =>
        {
            var changer = new MoneyChanger([new KnownRate("EUR", "USD", First, some.rate)]);
            var money = new Money(some.minor, "EUR");
            var back = changer.Change(changer.Change(money, "USD", First)!.Value, "EUR", First)!.Value;
            // Half a cent lost on the way there is worth one over the rate on the way back.
            return Math.Abs(back.Minor - money.Minor) <= Math.Max(1, (0.5m / some.rate) + 0.5m);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rate_holds_a_month_and_never_backwards_and_what_lacks_is_not_guessed()
    {
        var changer = new MoneyChanger([new KnownRate("USD", "EUR", First, 0.9m)]);
        changer.Change(Money.Of(10, "USD"), "EUR", First).ShouldBe(Money.Of(9, "EUR"));
        changer.Change(Money.Of(9, "EUR"), "USD", First.PlusDays(30)).ShouldBe(Money.Of(10, "USD"));
        changer.Change(Money.Of(10, "USD"), "EUR", First.PlusDays(31)).ShouldBeNull();
        changer.Change(Money.Of(10, "USD"), "EUR", First.PlusDays(-1)).ShouldBeNull();
        changer.Change(Money.Of(10, "CHF"), "EUR", First).ShouldBeNull();
        changer.Change(Money.Of(3, "EUR"), "EUR", LocalDate.MinIsoValue).ShouldBe(Money.Of(3, "EUR"));
    }

    [Fact, Requirement("R004-01")]
    public void What_is_paid_monthly_on_the_31st_covers_every_day_once_and_one_given_up_is_paid_to_the_end_of_its_month()
    {
        var cost = new CostSheet(CostKind.Agency, "Retainer", Money.Of(310, "EUR"), First, null, CostRepeat.Month);
        var payments = Occurrences.Of(cost, First, new LocalDate(2026, 12, 30)).ToList();
        payments.Count.ShouldBe(11);
        payments.Zip(payments.Skip(1)).ShouldAllBe(pair => pair.First.Last.PlusDays(1) == pair.Second.First);
        payments[1].First.ShouldBe(new LocalDate(2026, 2, 28));
        payments[2].First.ShouldBe(new LocalDate(2026, 3, 31));
        Occurrences.Of(cost with { Until = new LocalDate(2026, 3, 5) }, First, new LocalDate(2026, 12, 30)).Select(payment => payment.Last).ShouldBe([new LocalDate(2026, 2, 27), new LocalDate(2026, 3, 30)]);
        Occurrences.Of(cost, new LocalDate(2031, 5, 1), new LocalDate(2031, 5, 2)).Single().First.ShouldBe(new LocalDate(2031, 4, 30));
        Occurrences.Of(cost, new LocalDate(2025, 5, 1), new LocalDate(2025, 5, 2)).ShouldBeEmpty();
    }
}
