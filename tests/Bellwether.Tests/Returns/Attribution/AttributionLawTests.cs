using Bellwether.Returns.Attribution;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>What holds for every model and any paths.</summary>
[Requirement("R004-27")]
public sealed class AttributionLawTests
{
    private static readonly AttributionModel[] Models = Enum.GetValues<AttributionModel>();

    private static readonly Gen<(string Path, double Conversions, double Value, double Others)> Rows =
        from length in Gen.Choose(0, 5)
        from path in Gen.Elements("A", "B", "C", "D", Journeys.Direct).ListOf(length)
        from conversions in Gen.Choose(0, 5)
        from price in Gen.Choose(0, 900)
        from others in Gen.Choose(0, 40)
        select (string.Join(" > ", path), (double)conversions, conversions * price / 7d, (double)others);

    private static readonly Gen<(AttributionRules Rules, List<(string Path, double Conversions, double Value, double Others)> Rows)> Cases =
        from count in Gen.Choose(1, 12)
        from rows in Rows.ListOf(count)
        from transform in Gen.Elements(PathTransform.Every, PathTransform.Exposure, PathTransform.First)
        from withoutDirect in Gen.Elements(true, false)
        from order in Gen.Choose(1, 4)
        select (new AttributionRules(transform, WithoutDirect: withoutDirect, Order: order), rows.ToList());

    [Fact]
    public void Credits_and_what_nobody_led_to_add_up_to_the_whole() => For((rules, rows) =>
    {
        foreach (var model in Models)
        {
            var credits = Crediting.Of(model, Paths.Of(rules, rows));
            (credits.Channels.Sum(row => row.Conversions) + credits.Unattributed.Conversions).ShouldBe(rows.Sum(row => row.Conversions), 1e-9, model.ToString());
            (credits.Channels.Sum(row => row.Value) + credits.Unattributed.Value).ShouldBe(rows.Sum(row => row.Value), 1e-6, model.ToString());
        }
    });

    [Fact]
    public void The_order_in_which_paths_are_told_changes_nothing() => For((rules, rows) =>
    {
        foreach (var model in Models)
        {
            var (forth, back) = (Crediting.Of(model, Paths.Of(rules, rows)), Crediting.Of(model, Paths.Of(rules, rows.AsEnumerable().Reverse())));
            foreach (var row in forth.Channels)
            {
                back.ConversionsOf(row.Channel).ShouldBe(row.Conversions, 1e-9, $"{model} {row.Channel}");
                back.ValueOf(row.Channel).ShouldBe(row.Value, 1e-6, $"{model} {row.Channel}");
            }
        }
    });

    [Fact]
    public void A_channel_that_stands_alone_and_never_converts_changes_nothing_for_the_others() => For((rules, rows) =>
    {
        foreach (var model in Models)
        {
            var (without, with) = (Crediting.Of(model, Paths.Of(rules, rows)), Crediting.Of(model, Paths.Of(rules, [.. rows, ("Z", 0, 0, 17), ("Z > Z", 0, 0, 3)])));
            with.ConversionsOf("Z").ShouldBe(0, 1e-12, model.ToString());
            foreach (var row in without.Channels)
            {
                with.ConversionsOf(row.Channel).ShouldBe(row.Conversions, 1e-9, $"{model} {row.Channel}");
            }
        }
    });

    [Fact]
    public void Paths_that_share_no_channel_with_others_change_nothing_for_them() => For((rules, rows) =>
    {
        // The chain weighs all channels against each other: what others convert moves its credit by design.
        foreach (var model in Models.Except([AttributionModel.Markov]))
        {
            var (without, with) = (Crediting.Of(model, Paths.Of(rules, rows)), Crediting.Of(model, Paths.Of(rules, [.. rows, ("Y", 3, 30, 17), ("X > Y > X", 2, 9, 3)])));
            foreach (var row in without.Channels)
            {
                with.ConversionsOf(row.Channel).ShouldBe(row.Conversions, 1e-9, $"{model} {row.Channel}");
                with.ValueOf(row.Channel).ShouldBe(row.Value, 1e-6, $"{model} {row.Channel}");
            }
        }
    });

    [Fact]
    public void No_model_but_a_game_credits_less_than_nothing_and_none_but_the_chain_a_channel_that_led_to_no_conversion() => For((rules, rows) =>
    {
        foreach (var model in Models)
        {
            foreach (var row in Crediting.Of(model, Paths.Of(rules, rows)).Channels)
            {
                (row.Conversions >= -1e-12 || model == AttributionModel.Shapley).ShouldBeTrue($"{model} {row.Channel}");
                (row.Influenced > 0 || model == AttributionModel.Markov || Math.Abs(row.Conversions) < 1e-9).ShouldBeTrue($"{model} {row.Channel}");
            }
        }
    });

    [Fact]
    public void The_chain_converts_as_many_as_did_and_loses_what_a_chain_without_the_channel_loses() => For((rules, rows) =>
    {
        var journeys = Paths.Of(rules, rows);
        var chain = MarkovChain.Of(journeys);
        var all = Enumerable.Range(0, journeys.Count).Where(place => journeys.PathOf(place).Length > 0).Select(journeys.OutcomeOf).ToList();
        var weight = all.Sum(outcome => outcome.Conversions + outcome.Others);
        chain.Conversion.ShouldBe(weight == 0 ? 0 : all.Sum(outcome => outcome.Conversions) / weight, 1e-9);
        for (var channel = 0; channel < journeys.Channels.Count; channel++)
        {
            chain.RemovalEffects[channel].ShouldBe(chain.Conversion == 0 ? 0 : 1 - (Walked(journeys, channel) / chain.Conversion), 1e-7, journeys.Channels[channel]);
        }
    });

    [Fact]
    public void A_channel_that_follows_itself_changes_nothing_in_a_chain_that_remembers_one_touch() => For((rules, rows) =>
    {
        var (every, exposure) = (Effects(rules with { Order = 1, Transform = PathTransform.Every }, rows), Effects(rules with { Order = 1, Transform = PathTransform.Exposure }, rows));
        every.Zip(exposure).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    });

    private static IReadOnlyList<double> Effects(AttributionRules rules, IEnumerable<(string, double, double, double)> rows) => MarkovChain.Of(Paths.Of(rules, rows)).RemovalEffects;

    /// <summary>How likely somebody converts who is lost on coming to a channel: walked step by step until nobody is on the way, with no equation.</summary>
    private static double Walked(Journeys journeys, int without)
    {
        var (order, steps, ends) = (journeys.Rules.Order, new Dictionary<(string, string), double>(), new Dictionary<string, (double Converted, double All)>(StringComparer.Ordinal));
        for (var place = 0; place < journeys.Count; place++)
        {
            var (outcome, state) = (journeys.OutcomeOf(place), "");
            var path = journeys.PathOf(place).ToArray();
            if (path.Length == 0)
            {
                continue;
            }

            var weight = outcome.Conversions + outcome.Others;
            foreach (var touch in path)
            {
                var next = string.Join('.', state.Split('.', StringSplitOptions.RemoveEmptyEntries).Append(touch.Channel.ToString()).TakeLast(order));
                steps[(state, next)] = steps.GetValueOrDefault((state, next)) + weight;
                ends[state] = (ends.GetValueOrDefault(state).Converted, ends.GetValueOrDefault(state).All + weight);
                state = next;
            }

            ends[state] = (ends.GetValueOrDefault(state).Converted + outcome.Conversions, ends.GetValueOrDefault(state).All + weight);
        }

        var (here, converted) = (new Dictionary<string, double>(StringComparer.Ordinal) { [""] = 1 }, 0d);
        for (var turn = 0; turn < 3000 && here.Values.Sum() > 1e-13; turn++)
        {
            converted += here.Sum(at => ends.GetValueOrDefault(at.Key) is { All: > 0 } end ? at.Value * end.Converted / end.All : 0);
            here = steps.Where(step => here.ContainsKey(step.Key.Item1) && step.Value > 0 && step.Key.Item2.Split('.')[^1] != without.ToString())
                .GroupBy(step => step.Key.Item2, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Sum(step => here[step.Key.Item1] * step.Value / ends[step.Key.Item1].All), StringComparer.Ordinal);
        }

        return converted;
    }

    private static void For(Action<AttributionRules, List<(string Path, double Conversions, double Value, double Others)>> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), one => holds(one.Rules, one.Rows)).QuickCheckThrowOnFailure();
}
