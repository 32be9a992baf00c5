using Bellwether.Goals.Forecasts;
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
/// <param name="Method">How the chance was found.</param>
/// <param name="Check">The chance by resampling past steps exactly, beside the headline.</param>
/// <param name="Points">How many numbers it rests on.</param>
/// <param name="Ahead">How many steps of the past's length lie ahead.</param>
/// <param name="StepDays">How many days such a step has.</param>
/// <param name="Damped">Whether the trend was made to fade, because the way ahead is long against the way behind.</param>
/// <param name="RunRate">Change a day so far.</param>
public sealed record Attainability(
    AttainabilityBand Band, double? Chance, string Words, decimal? Required = null, decimal? BestEver = null, ForecastMethod Method = ForecastMethod.RunRate,
    double? Check = null, int Points = 0, double? Ahead = null, double? StepDays = null, bool Damped = false, decimal? RunRate = null)
{
    /// <summary>Judges a target by its own numbers.</summary>
    public static Attainability Of(AssessedTarget assessed, LocalDate today)
    {
        var (target, pace) = (assessed.Target, assessed.Pace);
        if (pace.Status is GoalStatus.Met)
        {
            return new(AttainabilityBand.Attainable, 1, "It is reached.");
        }

        if (assessed.Items is { Judged: > 0 } items)
        {
            return Banded(items.NextThreePass, $"{items.Passed} of {items.Judged} past items passed; the chance of the next one is {Share(items.NextPasses)}, of the next three {Share(items.NextThreePass)}.") with
            {
                Method = ForecastMethod.Items,
                Points = items.Judged,
            };
        }

        if (target.Type is TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin or TargetType.Milestone or TargetType.EachAtLeast)
        {
            return pace.Status is GoalStatus.OnTrack ? new(AttainabilityBand.Attainable, null, "It holds at present.") : Unknown(pace, "its numbers do not tell", null);
        }

        if (pace.Status is GoalStatus.Missed)
        {
            return new(AttainabilityBand.Unlikely, 0, "Its time is over, and it was not reached.");
        }

        var (foresight, why, way) = Foresight.Of(assessed, today);
        return foresight is null ? Unknown(pace, why, way) : Foreseen(foresight, assessed);
    }

    /// <summary>“about 4 in 10” for 0.43.</summary>
    public static string InTen(double chance) =>
        chance < 0.05 ? "almost never" : chance > 0.95 ? "almost surely" : $"about {Math.Clamp((int)Math.Round(chance * 10), 1, 9)} in 10";

    /// <summary>The fan of what may come, for the chart; empty where nothing can be foreseen.</summary>
    public static IReadOnlyList<FanPoint> FanOf(AssessedTarget assessed, LocalDate today) =>
        assessed.Pace.Status is GoalStatus.Met or GoalStatus.Missed ? [] : Foresight.Of(assessed, today).Foresight?.Fan() ?? [];

    private static Attainability Foreseen(Foresight foresight, AssessedTarget assessed)
    {
        var up = assessed.Target.Type != TargetType.DecreaseTo && !assessed.Aim.Ceiling;
        var chance = foresight.Chance(up);
        var step = (decimal)foresight.Step;
        var rates = foresight.Steps.Select(change => change / step).ToList();
        var best = up ? rates.Max() : rates.Min();
        var required = foresight.Needed / Math.Max(1, (decimal)foresight.Ahead * step);
        var span = step == 1 ? "a day" : step == 7 ? "a week" : step is >= 28 and <= 31 ? "a month" : $"each {step:0.#} days";
        var words = assessed.Aim.Ceiling
            ? $"{Number(required * step)} {span} {(required < 0 ? "too many already" : "may still come")}, it moves {Number(rates.Average() * step)} {span}; chance: {InTen(chance)}."
            : $"required {Number(required * step)} {span}, best ever {Number(best * step)}; chance: {InTen(chance)}.";
        var faster = !assessed.Aim.Ceiling && (up ? required > best : required < best);
        return (faster ? new(AttainabilityBand.Unlikely, chance, $"Unlikely: {words}") : Banded(chance, words)) with
        {
            Required = required,
            BestEver = best,
            Method = foresight.Method,
            Check = foresight.Check(up),
            Points = foresight.Known,
            Ahead = Math.Round(foresight.Ahead, 2),
            StepDays = foresight.Step,
            Damped = foresight.Damped,
            RunRate = rates.Average(),
        };
    }

    private static Attainability Banded(double chance, string words)
    {
        var band = chance >= 0.7 ? AttainabilityBand.Attainable : chance >= 0.3 ? AttainabilityBand.Stretch : AttainabilityBand.Unlikely;
        return new(band, chance, $"{(band == AttainabilityBand.Stretch ? "A stretch" : band.ToString())}: {words}");
    }

    private static Attainability Unknown(Pace pace, string why, PastWay? way)
    {
        var rate = pace.RunRate ?? (way is { Readings: [var first, .., var last] } && last.Day > first.Day ? (last.Value - first.Value) / Period.DaysBetween(first.Day, last.Day) : (decimal?)null);
        var words = rate is { } moves ? $"It cannot be judged yet: {why}. So far it moves {Number(moves)} a day." : $"It cannot be judged yet: {why}.";
        return new(AttainabilityBand.CannotJudge, null, words, Points: way?.Known ?? 0, RunRate: rate);
    }

    private static string Number(decimal value) => NumberText.Write(decimal.Round(value, value is > -0.1m and < 0.1m ? 4 : 1), MetricUnit.Count, "en-US");

    private static string Share(double chance) => NumberText.Write((decimal)Math.Round(chance, 3), MetricUnit.Percent, "en-US");
}
