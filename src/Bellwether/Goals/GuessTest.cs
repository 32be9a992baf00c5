using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Lets the numbers decide about a guess.</summary>
public static class GuessTest
{
    // Fewer trials than this agree with nearly any range.
    private const long FewestTrials = 30;

    /// <summary>
    /// Held when what was observed lies in the range, Broken when its whole interval lies outside, Untestable when there is
    /// no number or too little of it. The interval of a rate is Wilson's; a count is what it is.
    /// </summary>
    public static GuessOutcome Of(Metric metric, Guess guess, IReadOnlyList<Point> series, LocalDate today)
    {
        var points = series.Where(point => point.Start >= guess.From && point.End <= guess.TestDate).ToList();
        var seen = Combined.Of(metric, points);
        GuessOutcome Outcome(AssumptionVerdict verdict, string words, decimal? low = null, decimal? high = null, long? trials = null) =>
            new(verdict, today, words, seen.Value, low, high, trials);
        if (seen.Value is not { } value)
        {
            return seen is { Low: { } least, High: { } most } && (most < guess.Low || least > guess.High)
                ? Outcome(AssumptionVerdict.Broken, $"It lies between {Say(least, metric)} and {Say(most, metric)}, outside the {Range(guess, metric)} guessed.", least, most)
                : Outcome(AssumptionVerdict.Untestable, points.Count == 0 ? $"No number was recorded from {guess.From:uuuu-MM-dd} to {guess.TestDate:uuuu-MM-dd}." : $"It cannot be told: {seen.Why}");
        }

        var inside = value >= guess.Low && value <= guess.High;
        if (IntervalOf(metric, seen) is not { } interval)
        {
            return Outcome(inside ? AssumptionVerdict.Held : AssumptionVerdict.Broken, $"{Say(value, metric)} came; {Range(guess, metric)} was guessed.");
        }

        var (low, high) = ((decimal)interval.Low * metric.Factor, (decimal)interval.High * metric.Factor);
        var found = $"{Plain(seen.Numerator!.Value)} of {Plain(seen.Denominator!.Value)} is {Say(value, metric)} ({Say(low, metric)} to {Say(high, metric)} leaving 1 in 20 open)";
        return high < guess.Low || low > guess.High ? Outcome(AssumptionVerdict.Broken, $"{found}; {Range(guess, metric)} was guessed.", low, high, interval.Trials)
            : inside && interval.Trials >= FewestTrials ? Outcome(AssumptionVerdict.Held, $"{found}; {Range(guess, metric)} was guessed.", low, high, interval.Trials)
            : Outcome(AssumptionVerdict.Untestable, $"{found}: too few to tell from the {Range(guess, metric)} guessed.", low, high, interval.Trials);
    }

    /// <summary>The interval of a rate that was made of successes in trials; nothing for anything else.</summary>
    private static Wilson? IntervalOf(Metric metric, Combined seen) =>
        metric.Aggregation == Aggregation.Ratio && seen is { Numerator: { } successes, Denominator: { } trials }
        && trials > 0 && successes >= 0 && successes <= trials && trials <= long.MaxValue / 2 && successes == decimal.Truncate(successes) && trials == decimal.Truncate(trials)
            ? Wilson.Of((long)successes, (long)trials) : null;

    private static string Range(Guess guess, Metric metric) => $"{Say(guess.Low, metric)} to {Say(guess.High, metric)}";

    private static string Say(decimal value, Metric metric) => NumberText.Write(decimal.Round(value, metric.Unit == MetricUnit.Percent ? 4 : 2), metric.Unit, "en-US");

    private static string Plain(decimal value) => NumberText.Write(value, MetricUnit.Count, "en-US");
}
