using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Returns.Sales;

/// <summary>Says what a comparison of weeks shows, and what it does not.</summary>
internal static class IncreaseWords
{
    public static SalesIncreaseView Tell(Id<Plan> plan, LocalDate day, Metric? metric, string? currency, IReadOnlyList<SalesWeek> weeks, IReadOnlyList<ConcurrentChange> changes)
    {
        var before = weeks.Where(week => !week.After).Select(week => week.Value).ToList();
        var after = weeks.Where(week => week.After).Select(week => week.Value).ToList();
        if (before.Count == 0 || after.Count == 0)
        {
            var lacks = weeks.Count == 0 ? "Nothing is recorded in these weeks." : before.Count == 0 ? "There is no whole week before that day with anything recorded, so there is nothing to compare with." : "No week since that day is over yet.";
            return new SalesIncreaseView(plan, day, metric?.Key, currency, weeks, null, null, null, IncreaseVerdict.TooFew, [lacks], changes);
        }

        var test = PermutationTest.Of(before, after);
        var smallest = PermutationTest.Smallest(before.Count, after.Count);
        var verdict = smallest > PermutationTest.Level ? IncreaseVerdict.TooFew : test.P > PermutationTest.Level ? IncreaseVerdict.NotShown : test.Difference > 0 ? IncreaseVerdict.More : IncreaseVerdict.Less;
        var expected = before.Count >= 4 ? Continued(before, after.Count) : (decimal?)null;
        string Say(decimal value) => currency is null ? value.ToString("N0", CultureInfo.InvariantCulture) : Money.Say(decimal.Round(value, Money.DecimalsOf(currency)), currency);
        var what = metric?.Name ?? "Sales";
        var sentences = new List<string>
        {
            $"{what}: {Say(test.MeanBefore)} a week in {Count(before.Count)} before, {Say(test.MeanAfter)} in {Count(after.Count)} since, {Say(Math.Abs(test.Difference))} {(test.Difference >= 0 ? "more" : "less")}.",
            verdict switch
            {
                IncreaseVerdict.TooFew => $"This cannot be shown with so few points: even the clearest difference would come about by chance in {Share(smallest)}.",
                IncreaseVerdict.NotShown => $"It is not shown: chance alone would divide these weeks as unequally in {test.TwoSided.ToString("N0", CultureInfo.InvariantCulture)} of {test.Ways.ToString("N0", CultureInfo.InvariantCulture)} ways.",
                _ => $"Hardly by chance: only {test.TwoSided.ToString("N0", CultureInfo.InvariantCulture)} of {test.Ways.ToString("N0", CultureInfo.InvariantCulture)} ways to divide these weeks are as unequal.",
            },
        };
        if (expected is { } would)
        {
            sentences.Add($"Had the trend of the weeks before gone on, a week since would have been about {Say(would)}; it was {Say(Math.Abs(test.MeanAfter - would))} {(test.MeanAfter >= would ? "more" : "less")}.");
        }

        sentences.Add(changes.Count == 0
            ? "No other change is written down for these weeks. Something that nobody wrote down may still have caused it."
            : $"In the same weeks also changed: {string.Join("; ", changes.Select(change => $"{change.Title} ({change.Date.ToString("d MMMM", CultureInfo.InvariantCulture)})"))}. The difference may be theirs.");
        return new SalesIncreaseView(plan, day, metric?.Key, currency, weeks, test, smallest, expected, verdict, sentences, changes);
    }

    /// <summary>The mean of so many further values on the least-squares line through those before; never less than nothing.</summary>
    internal static decimal Continued(List<decimal> before, int further)
    {
        var (middle, mean) = ((before.Count - 1) / 2m, before.Average());
        var slope = before.Select((value, place) => (place - middle) * (value - mean)).Sum() / before.Select((_, place) => (place - middle) * (place - middle)).Sum();
        return Math.Max(0, decimal.Round(mean + (slope * (before.Count + ((further - 1) / 2m) - middle)), 6, MidpointRounding.ToEven));
    }

    private static string Count(int weeks) => weeks == 1 ? "1 week" : $"{weeks} weeks";

    private static string Share(decimal chance) => chance >= 1 ? "every case" : string.Create(CultureInfo.InvariantCulture, $"{chance * 100:0.#} % of cases");
}
