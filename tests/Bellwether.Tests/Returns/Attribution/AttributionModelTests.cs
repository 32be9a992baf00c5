using Bellwether.Kernel;
using Bellwether.Returns.Attribution;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>Each model on paths small enough to be worked out by hand, and on examples that others published.</summary>
[Requirement("R004-27")]
public sealed class AttributionModelTests
{
    [Theory]
    [InlineData(AttributionModel.First, 9, 9, 9)]
    [InlineData(AttributionModel.Last, 15, 6, 6)]
    [InlineData(AttributionModel.Linear, 10.5, 9, 7.5)]
    [InlineData(AttributionModel.Position, 11.1, 8.4, 7.5)]
    [InlineData(AttributionModel.Markov, 10.643153527, 8.514522822, 7.842323651)]
    [InlineData(AttributionModel.Shapley, 13.5, 7.5, 6)]
    public void Nine_journeys_are_credited_as_published(AttributionModel model, double a, double b, double c)
    {
        var credits = Crediting.Of(model, Paths.Of(null, Paths.Nine.Select(path => (path, 1d, 3d, 0d))));
        credits.Channels.Select(row => row.Channel).ShouldBe(["A", "B", "C"]);
        credits.ValueOf("A").ShouldBe(a, 1e-8);
        credits.ValueOf("B").ShouldBe(b, 1e-8);
        credits.ValueOf("C").ShouldBe(c, 1e-8);
    }

    [Fact]
    public void The_chain_of_the_nine_loses_what_was_published_without_a_channel() =>
        MarkovChain.Of(Paths.Of(null, Paths.Nine.Select(path => (path, 1d, 3d, 0d)))).RemovalEffects.Zip([2d / 3, 8d / 15, 0.4912280702]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);

    [Fact]
    public void The_last_touch_that_is_not_direct_is_credited_and_direct_alone_gets_its_own()
    {
        var credits = Crediting.Of(AttributionModel.LastNonDirect, Paths.Of(null, Paths.Nine.Select(path => (path.Replace("A", Journeys.Direct, StringComparison.Ordinal), 1d, 3d, 0d))));
        (credits.ValueOf(Journeys.Direct), credits.ValueOf("B"), credits.ValueOf("C")).ShouldBe((3, 12, 12));
    }

    [Theory]
    [InlineData(AttributionModel.Last, 100, 0, 0)]
    [InlineData(AttributionModel.Linear, 50, 25, 25)]
    [InlineData(AttributionModel.Position, 80, 10, 10)]
    [InlineData(AttributionModel.TimeDecay, 51.433631, 20.702658, 27.863711)]
    public void A_path_of_ten_days_is_shared_by_place_and_by_age(AttributionModel model, double social, double email, double search)
    {
        var journeys = new Journeys(new AttributionRules());
        var (s, e, f) = (journeys.Number("social"), journeys.Number("e-mail"), journeys.Number("search"));
        journeys.Add([new Touch(s, 10), new Touch(e, 6), new Touch(f, 3), new Touch(s)], new Outcome(1, 100, 0));
        var credits = Crediting.Of(model, journeys);
        credits.ValueOf("social").ShouldBe(social, 1e-6);
        credits.ValueOf("e-mail").ShouldBe(email, 1e-6);
        credits.ValueOf("search").ShouldBe(search, 1e-6);
        var first = credits.Channels[0];
        (first.Influenced, first.Assisted, first.Last).ShouldBe((1, 0, 1));
        (credits.Channels[1].Assisted, credits.Channels[1].Last).ShouldBe((1, 0));
    }

    [Fact]
    public void A_touch_counts_half_after_seven_days_however_old_the_path_is()
    {
        foreach (var age in new[] { 0d, 100, 100_000 })
        {
            var journeys = new Journeys(new AttributionRules());
            journeys.Add([new Touch(journeys.Number("a"), age + 14), new Touch(journeys.Number("b"), age + 7), new Touch(journeys.Number("c"), age)], new Outcome(1, 7, 0));
            Crediting.Of(AttributionModel.TimeDecay, journeys).Channels.Zip([1d, 2, 4]).ShouldAllBe(pair => Math.Abs(pair.First.Value - pair.Second) < 1e-9);
        }
    }

    [Fact]
    public void Fractional_credits_of_a_shop_are_the_published_ones()
    {
        var journeys = Paths.Of(null, ("Direct", 3, 94.42, 25), ("Organic", 1, 66.5, 26), ("Organic > Direct", 1, 140, 1), ("Video", 1, 200, 2), ("Display", 0, 0, 4));
        var credits = Crediting.Of(AttributionModel.Counterfactual, journeys);
        (double Conversions, double Value)[] expected = [(3.540958, 170.1542), (1.459042, 130.7658), (1, 200), (0, 0)];
        foreach (var (row, (conversions, value)) in credits.Channels.Zip(expected))
        {
            row.Conversions.ShouldBe(conversions, 1e-6, row.Channel);
            row.Value.ShouldBe(value, 1e-4, row.Channel);
        }
    }

    [Fact]
    public void Three_channels_in_a_game_get_their_mean_contribution()
    {
        // By place: {}, OS, FB, OS+FB, D, OS+D, FB+D, all.
        var values = ShapleyShares.Values([0, 7, 6, 15, 4, 7, 9, 19]);
        values.Zip([23d / 3, 49d / 6, 19d / 6]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        Should.Throw<ProblemException>(() => ShapleyShares.Values([0, 1, 2])).Code.ShouldBe("game-incomplete");
    }

    [Fact]
    public void Only_touches_of_the_window_before_the_conversion_count_and_direct_leads_where_nothing_else_did()
    {
        var journeys = new Journeys(new AttributionRules(LookBackDays: 30, WithoutDirect: true));
        var (social, mail, direct) = (journeys.Number("social"), journeys.Number("mail"), journeys.Number(Journeys.Direct));
        journeys.Add([new Touch(social, 31), new Touch(mail, 30), new Touch(direct, 1), new Touch(social, -0.5)], new Outcome(1, 10, 0));
        journeys.Add([new Touch(direct, 2)], new Outcome(1, 5, 0));
        journeys.Add([new Touch(social, 40)], new Outcome(1, 1, 0));
        var credits = Crediting.Of(AttributionModel.Last, journeys);
        (credits.ValueOf("social"), credits.ValueOf("mail"), credits.ValueOf(Journeys.Direct)).ShouldBe((0, 10, 5));
        (credits.Unattributed, credits.Total).ShouldBe((new Outcome(1, 1, 0), new Outcome(3, 16, 0)));
    }

    [Fact]
    public void Repeated_channels_are_one_exposure_or_one_first_touch()
    {
        string[] As(PathTransform transform)
        {
            var journeys = Paths.Of(new AttributionRules(transform), ("a > a > a > D > a > D > D", 1, 0, 0));
            return [.. journeys.PathOf(0).ToArray().Select(touch => journeys.Channels[touch.Channel])];
        }

        As(PathTransform.Exposure).ShouldBe(["a", "D", "a", "D"]);
        As(PathTransform.First).ShouldBe(["a", "D"]);
        As(PathTransform.Every).Length.ShouldBe(7);
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        var journeys = new Journeys(new AttributionRules(Order: 5));
        var a = journeys.Number("a");
        Should.Throw<ProblemException>(() => journeys.Add([new Touch(a, 1), new Touch(a, 2)], new Outcome(1, 1, 0))).Code.ShouldBe("path-disordered");
        Should.Throw<ProblemException>(() => journeys.Add([new Touch(7)], new Outcome(1, 1, 0))).Code.ShouldBe("path-disordered");
        Should.Throw<ProblemException>(() => journeys.Add([new Touch(a)], new Outcome(-1, 1, 0))).Code.ShouldBe("outcome-impossible");
        Should.Throw<ProblemException>(() => MarkovChain.Of(journeys)).Code.ShouldBe("order-out-of-range");
        Crediting.Of(AttributionModel.Markov, new Journeys(new AttributionRules())).Channels.ShouldBeEmpty();
    }
}
