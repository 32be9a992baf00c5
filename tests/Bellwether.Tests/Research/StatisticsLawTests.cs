using Bellwether.Kernel;
using Bellwether.Research;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Research;

/// <summary>What holds for every survey and ledger, tried with generated ones.</summary>
public sealed class StatisticsLawTests
{
    private static readonly Gen<(int Promoters, int Passives, int Detractors)> Counts =
        from promoters in Gen.Choose(0, 400)
        from passives in Gen.Choose(0, 400)
        from detractors in Gen.Choose(0, 400)
        where promoters + passives + detractors > 0
        select (promoters, passives, detractors);

    private static readonly Gen<IReadOnlyList<MediaUsageSheet>> Ledgers =
        Gen.Choose(0, 500_000).ListOf(5).Select(cents => (IReadOnlyList<MediaUsageSheet>)[.. cents.Select((amount, place) => new MediaUsageSheet((Medium)place, new LocalDate(2026, 1, 1), SpentMoney: amount / 100m, Currency: "EUR").Checked())]);

    private static readonly Gen<IReadOnlyList<MediaShare>> Targets =
        Gen.Choose(0, 100).Select(first => (IReadOnlyList<MediaShare>)[new MediaShare(Medium.Social, first), new MediaShare(Medium.Television, 100 - first)]);

    [Fact]
    [Requirement("R004-10")]
    public void A_score_lies_between_its_bounds_and_turns_with_its_answers() => Prop.ForAll(Counts.ToArbitrary(), counts =>
    {
        var score = NpsScore.Of(counts.Promoters, counts.Passives, counts.Detractors)!;
        var turned = NpsScore.Of(counts.Detractors, counts.Passives, counts.Promoters)!;
        return score.Low is >= -100 && score.High <= 100 && score.Low < score.High && score.Low <= score.Score && score.Score <= score.High
            && Math.Abs(score.Score + turned.Score) < 1e-9 && Math.Abs(score.Low + turned.High) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Requirement("R004-10")]
    public void Ten_times_as_many_answers_leave_less_open() => Prop.ForAll(Counts.ToArbitrary(), counts =>
    {
        var few = NpsScore.Of(counts.Promoters, counts.Passives, counts.Detractors)!;
        var many = NpsScore.Of(counts.Promoters * 10, counts.Passives * 10, counts.Detractors * 10)!;
        return Math.Abs(few.Score - many.Score) < 1e-9 && many.High - many.Low <= few.High - few.Low + 1e-9;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [Requirement("R004-10")]
    [InlineData(29, 30, 0.966667, 0.833296, 0.994091)]
    [InlineData(1, 1, 1, 0.206549, 1)]
    [InlineData(0, 30, 0, 0, 0.113513)]
    public void A_share_lies_in_the_interval_of_Wilson(int count, int asked, double share, double low, double high)
    {
        var said = ShareOf.Of("yes", count, asked)!;
        said.Share.ShouldBe(share, 1e-6);
        said.Low.ShouldBe(low, 1e-6);
        said.High.ShouldBe(high, 1e-6);
    }

    [Theory]
    [InlineData(0.05, 0.5, null, 385)]
    [InlineData(0.05, 0.5, 1000L, 278)]
    [InlineData(0.03, 0.5, null, 1068)]
    [InlineData(0.05, 0.2, null, 246)]
    [InlineData(0.1, 0.5, 20L, 17)]
    [InlineData(0.05, 0.5, 1L, 1)]
    public void A_sample_has_the_size_that_Cochran_gives(double margin, double share, long? population, long needed) => SampleSize.Needed(margin, share, population).ShouldBe(needed);

    [Fact]
    public void A_finer_margin_needs_more_and_never_more_than_there_are() => Prop.ForAll(
        (from margin in Gen.Choose(1, 400) from people in Gen.Choose(1, 100_000) from share in Gen.Choose(1, 99) select (Margin: margin / 1000.0, People: people, Share: share / 100.0)).ToArbitrary(),
        one => SampleSize.Needed(one.Margin, one.Share, one.People) is var needed && needed >= 1 && needed <= one.People
            && SampleSize.Needed(one.Margin / 2, one.Share, one.People) >= needed && SampleSize.Needed(one.Margin, one.Share, null) >= needed
            && SampleSize.Needed(one.Margin, 0.5, one.People) >= needed).QuickCheckThrowOnFailure();

    [Fact]
    [Requirement("R004-11")]
    public void Moving_money_as_proposed_makes_the_shares_that_were_aimed_at() => Prop.ForAll(Ledgers.ToArbitrary(), Targets.ToArbitrary(), (ledger, targets) =>
    {
        var sums = MediaSums.ByMedium(ledger, "EUR", targets);
        var moves = MediaSums.Moves(sums, "EUR");
        var total = sums.Sum(sum => sum.SpentMoney);
        var after = sums.ToDictionary(sum => sum.Medium, sum => sum.SpentMoney + moves.Where(move => move.To == sum.Medium).Sum(move => move.Amount) - moves.Where(move => move.From == sum.Medium).Sum(move => move.Amount));
        return after.Values.Sum() == total && moves.All(move => move.Amount > 0 && move.From != move.To)
            && (total == 0 || sums.All(sum => Math.Abs(after[sum.Medium] - (sum.Target!.Value * total)) <= 0.05m))
            && (total == 0 || Math.Abs(sums.Sum(sum => sum.MoneyShare!.Value) - 1) < 1e-9m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Requirement("R003-08")]
    public void A_conflict_is_the_same_whoever_is_asked_first_and_no_department_conflicts_with_itself()
    {
        var aims = from network in Gen.Elements("x", "facebook") from what in Gen.Elements("promos", "Promos", "answers") from direction in Gen.Elements(AimDirection.AtLeast, AimDirection.AtMost) from week in Gen.Choose(0, 6)
                   from department in Gen.Choose(1, 2)
                   select new AimView(Id<DepartmentAim>.New(), new Id<Department>(new Guid(department, 0, 0, new byte[8])), $"D{department}", new AimSheet(network, what, direction, week), 1);
        Prop.ForAll(aims.ToArbitrary(), aims.ToArbitrary(), (one, other) =>
        {
            var (there, back) = (Conflicts.Of(one, other), Conflicts.Of(other, one));
            var expected = one.Department != other.Department && one.Sheet.Network == other.Sheet.Network && string.Equals(one.Sheet.What, other.Sheet.What, StringComparison.OrdinalIgnoreCase)
                && ((one.Sheet.Direction == AimDirection.AtLeast && other.Sheet.Direction == AimDirection.AtMost && one.Sheet.PerWeek > other.Sheet.PerWeek)
                    || (one.Sheet.Direction == AimDirection.AtMost && other.Sheet.Direction == AimDirection.AtLeast && other.Sheet.PerWeek > one.Sheet.PerWeek));
            return there?.Key == back?.Key && (there is not null) == expected;
        }).QuickCheckThrowOnFailure();
    }
}
