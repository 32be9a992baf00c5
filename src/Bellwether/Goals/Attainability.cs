using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Whether a target can be reached, from worst to best. It never blocks.</summary>
public enum AttainabilityBand
{
    /// <summary>Less than 3 in 10, or faster than ever before.</summary>
    Unlikely,

    /// <summary>Between 3 and 7 in 10.</summary>
    Stretch,

    /// <summary>Too few numbers to say.</summary>
    CannotJudge,

    /// <summary>At least 7 in 10.</summary>
    Attainable,
}

/// <summary>The chance of reaching a target by its deadline, as far as its own history tells.</summary>
/// <param name="Band">In one word.</param>
/// <param name="Chance">0 to 1; null where it cannot be judged.</param>
/// <param name="Words">In plain words, with what it rests on.</param>
/// <param name="Required">Change a day that is needed.</param>
/// <param name="BestEver">The best change a day there has been.</param>
public sealed record Attainability(AttainabilityBand Band, double? Chance, string Words, decimal? Required = null, decimal? BestEver = null)
{
    private const int Fewest = 6;

    /// <summary>Judges a target by its own numbers.</summary>
    public static Attainability Of(AssessedTarget assessed, LocalDate today)
    {
        var pace = assessed.Pace;
        if (pace.Status is GoalStatus.Met)
        {
            return new(AttainabilityBand.Attainable, 1, "It is reached.");
        }

        if (assessed.Items is { Judged: > 0 } items)
        {
            return Banded(items.NextThreePass, $"{items.Passed} of {items.Judged} past items passed; the chance of the next one is {Share(items.NextPasses)}, of the next three {Share(items.NextThreePass)}.");
        }

        if (assessed.Target.Type is not (TargetType.IncreaseTo or TargetType.DecreaseTo) || assessed.Target.Deadline is not { } deadline || assessed.Target.Target is not { } target)
        {
            return pace.Status is GoalStatus.OnTrack ? new(AttainabilityBand.Attainable, null, "It holds at present.") : Unknown(pace, "its numbers do not tell");
        }

        return Dated(assessed, pace, (double)target, deadline, today);
    }

    /// <summary>“about 4 in 10” for 0.43.</summary>
    public static string InTen(double chance) =>
        chance < 0.05 ? "almost never" : chance > 0.95 ? "almost surely" : $"about {Math.Clamp((int)Math.Round(chance * 10), 1, 9)} in 10";

    private static Attainability Dated(AssessedTarget assessed, Pace pace, double target, LocalDate deadline, LocalDate today)
    {
        var series = assessed.Series.Where(point => point.Start <= today).ToList();
        if (series.Count < Fewest)
        {
            return Unknown(pace, $"{series.Count} numbers are too few, {Fewest} would do");
        }

        var days = series.Zip(series.Skip(1)).Select(pair => (decimal)Math.Max(1, NodaTime.Period.DaysBetween(pair.First.Start, pair.Second.Start))).ToList();
        var steps = series.Zip(series.Skip(1)).Select(pair => pair.Second.Value - pair.First.Value).ToList();
        var step = (double)days.Order().ElementAt(days.Count / 2);
        var ahead = NodaTime.Period.DaysBetween(series[^1].Start, deadline) / step;
        if (ahead < 1 || Forecast.Holt([.. series.Select(point => (double)point.Value)]) is not { } line)
        {
            return Unknown(pace, "the deadline is too near for a forecast");
        }

        var up = assessed.Target.Type == TargetType.IncreaseTo;
        var chance = up ? line.AtLeast(target, ahead) : 1 - line.AtLeast(target, ahead);
        var required = ((decimal)target - series[^1].Value) / Math.Max(1, NodaTime.Period.DaysBetween(series[^1].Start, deadline));
        var rates = steps.Zip(days).Select(pair => pair.First / pair.Second).ToList();
        var best = up ? rates.Max() : rates.Min();
        var faster = up ? required > best : required < best;
        var span = step == 1 ? "a day" : step == 7 ? "a week" : $"each {step:0.#} days";
        var words = $"required {Number(required * (decimal)step)} {span}, best ever {Number(best * (decimal)step)}; chance: {InTen(chance)}.";
        return faster
            ? new(AttainabilityBand.Unlikely, chance, $"Unlikely: {words}", required, best)
            : Banded(chance, words) with { Required = required, BestEver = best };
    }

    private static Attainability Banded(double chance, string words)
    {
        var band = chance >= 0.7 ? AttainabilityBand.Attainable : chance >= 0.3 ? AttainabilityBand.Stretch : AttainabilityBand.Unlikely;
        return new(band, chance, $"{(band == AttainabilityBand.Stretch ? "A stretch" : band.ToString())}: {words}");
    }

    private static Attainability Unknown(Pace pace, string why) =>
        new(AttainabilityBand.CannotJudge, null, pace.RunRate is { } rate ? $"It cannot be judged yet: {why}. So far it moves {Number(rate)} a day." : $"It cannot be judged yet: {why}.");

    private static string Number(decimal value) => NumberText.Write(decimal.Round(value, 1), MetricUnit.Count, "en-US");

    private static string Share(double chance) => NumberText.Write((decimal)Math.Round(chance, 3), MetricUnit.Percent, "en-US");
}
