using Bellwether.Returns.Attribution;

namespace Bellwether.Tests.Returns.Attribution;

/// <summary>Paths as tests write them: “A > B”, and what came of them.</summary>
internal static class Paths
{
    /// <summary>The nine journeys that DP6 tests its attribution models with, one conversion worth 3 each.</summary>
    public static readonly string[] Nine = ["A", "A > B", "A > B > C", "B", "B > A", "B > C > A", "C", "C > A", "C > B > A"];

    public static Journeys Of(AttributionRules? rules, params IEnumerable<(string Path, double Conversions, double Value, double Others)> rows)
    {
        var journeys = new Journeys(rules ?? new AttributionRules());
        foreach (var (path, conversions, value, others) in rows)
        {
            journeys.Add(path, new Outcome(conversions, value, others));
        }

        return journeys;
    }

    public static void Add(this Journeys journeys, string path, Outcome outcome) =>
        journeys.Add(path.Split(" > ", StringSplitOptions.RemoveEmptyEntries).Select(name => new Touch(journeys.Number(name))).ToArray(), outcome);

    public static double ConversionsOf(this Credits credits, string channel) => credits.Channels.Single(row => row.Channel == channel).Conversions;

    public static double ValueOf(this Credits credits, string channel) => credits.Channels.Single(row => row.Channel == channel).Value;
}
