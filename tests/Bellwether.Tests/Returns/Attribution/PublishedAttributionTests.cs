using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Returns.Attribution;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>Figures that Google's own program gave for its example, channel by channel and customer by customer.</summary>
[Requirement("R004-27")]
public sealed class PublishedAttributionTests
{
    [Theory]
    [InlineData(AttributionModel.First, "first")]
    [InlineData(AttributionModel.Last, "last")]
    [InlineData(AttributionModel.Linear, "linear_per_touch")]
    [InlineData(AttributionModel.Position, "position_40_20_40")]
    public void Models_of_one_path_give_the_published_credits(AttributionModel model, string name)
    {
        var credits = Crediting.Of(model, Summary(new AttributionRules()));
        foreach (var (channel, expected) in Expected()[name]!.AsObject())
        {
            credits.ConversionsOf(channel).ShouldBe(expected!.GetValue<double>(), 1e-6, $"{name} {channel}");
        }
    }

    [Theory]
    [InlineData("markov1_with_null", true)]
    [InlineData("markov1_converting_paths_only", false)]
    public void The_chain_gives_the_published_removal_effects_and_credits(string name, bool withOthers)
    {
        var journeys = Summary(new AttributionRules(), withOthers);
        var (chain, credits, expected) = (MarkovChain.Of(journeys), Crediting.Of(AttributionModel.Markov, journeys), Expected()[name]!);
        foreach (var (channel, effect) in expected["removal_effect"]!.AsObject())
        {
            chain.RemovalEffects[journeys.Number(channel)].ShouldBe(effect!.GetValue<double>(), 1e-6, channel);
            credits.ConversionsOf(channel).ShouldBe(expected["attributed"]![channel]!.GetValue<double>(), 1e-4, channel);
        }

        chain.Conversion.ShouldBe(withOthers ? expected["p_conv"]!.GetValue<double>() : 1, 1e-9);
    }

    [Theory]
    [InlineData(PathTransform.Exposure, "exposure")]
    [InlineData(PathTransform.First, "first")]
    public void Fractional_credits_are_the_published_ones_of_every_customer(PathTransform transform, string name)
    {
        var expected = Expected()["google_fractribution_" + name]!;
        var rules = new AttributionRules(transform);
        var journeys = Summary(rules);
        var credits = Crediting.Of(AttributionModel.Counterfactual, journeys);
        foreach (var channel in journeys.Channels)
        {
            credits.ConversionsOf(channel).ShouldBe(expected["sum_by_channel"]![channel.ToLowerInvariant()]!.GetValue<double>(), 1e-6, channel);
        }

        var learnt = new CounterfactualShares(journeys);
        var lines = File.ReadLines(SharedData.File($"attribution/expected_{name}_fit.csv")).Select(line => line.Split(',')).ToList();
        var head = lines[0].Select((column, place) => (column, place)).ToDictionary(cell => cell.column, cell => cell.place, StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var path = line[head["path"]].Split(" > ").Select(channel => new Touch(journeys.Number(channel))).ToArray();
            var shares = learnt.Of(path);
            foreach (var channel in journeys.Channels)
            {
                var own = path.Select((touch, place) => touch.Channel == journeys.Number(channel) ? shares[place] : 0).Sum();
                own.ShouldBe(double.Parse(line[head[channel.ToLowerInvariant()]], CultureInfo.InvariantCulture), 1e-9, $"{line[head["customer_id"]]} {channel}");
            }
        }

        (lines.Count - 1).ShouldBe(expected["customers"]!.GetValue<int>());
    }

    private static JsonNode Expected() => JsonNode.Parse(File.ReadAllText(SharedData.File("expected.json")))!["fractribution"]!;

    private static Journeys Summary(AttributionRules rules, bool withOthers = true) =>
        Paths.Of(rules, File.ReadLines(SharedData.File("attribution/example_path_summary.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), 0d, withOthers ? double.Parse(cells[2], CultureInfo.InvariantCulture) : 0)));
}
