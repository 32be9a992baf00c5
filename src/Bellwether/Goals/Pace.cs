using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Where a target stands against where it should stand, in numbers. What cannot be computed is absent, never zero.</summary>
/// <param name="Status">In one word.</param>
/// <param name="Why">The reason, where there is no number to show it.</param>
/// <param name="Actual">The number now.</param>
/// <param name="Expected">Where it should be today: start + (target − start) × share of the time.</param>
/// <param name="Progress">Share of the way covered: (actual − start) / (target − start).</param>
/// <param name="Ratio">Covered against expected: (actual − start) / (expected − start). More than 1 is ahead.</param>
/// <param name="RunRate">Change a day so far.</param>
/// <param name="Projected">Where it ends at this rate.</param>
/// <param name="Required">Change a day needed from now on.</param>
/// <param name="RequiredOverRunRate">How many times the present rate that is.</param>
/// <param name="From">First day of the span it is judged on.</param>
/// <param name="Until">Last day of the span.</param>
/// <param name="DaysLeft">Days until the deadline.</param>
public sealed record Pace(
    GoalStatus Status,
    string? Why = null,
    decimal? Actual = null,
    decimal? Expected = null,
    decimal? Progress = null,
    decimal? Ratio = null,
    decimal? RunRate = null,
    decimal? Projected = null,
    decimal? Required = null,
    decimal? RequiredOverRunRate = null,
    LocalDate? From = null,
    LocalDate? Until = null,
    int? DaysLeft = null)
{
    /// <summary>Judges a number against an aim on a day; <paramref name="points"/> says how many numbers it rests on.</summary>
    public static Pace Of(Aim aim, decimal? actual, LocalDate today, int points = 1)
    {
        aim.Checked();
        if (aim.Type == TargetType.Milestone)
        {
            return Milestone(aim, actual, today);
        }

        if (aim.Target is not { } target)
        {
            return new Pace(GoalStatus.NoData, "it has no target number", actual);
        }

        if (aim.Type is TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin)
        {
            return Staying(aim, target, actual, today, points);
        }

        return aim.Resets
            ? Way(aim, 0, target, actual, today, points, PeriodDays.StartOf(today, aim.Period, aim.WeekStart), PeriodDays.Next(PeriodDays.StartOf(today, aim.Period, aim.WeekStart), aim.Period))
            : Dated(aim, target, actual, today, points);
    }

    private static Pace Dated(Aim aim, decimal target, decimal? actual, LocalDate today, int points)
    {
        var from = aim.Type == TargetType.CumulativeInPeriod ? 0 : aim.Baseline;
        if (from is not { } start || aim.Start is not { } begin || aim.Deadline is not { } end)
        {
            var missing = from is null ? "baseline" : aim.Start is null ? "start date" : "deadline";
            return new Pace(GoalStatus.NoData, $"it has no {missing}, so nothing can be expected of today", actual);
        }

        return Way(aim, start, target, actual, today, points, begin, end);
    }

    private static Pace Way(Aim aim, decimal start, decimal target, decimal? actual, LocalDate today, int points, LocalDate begin, LocalDate end)
    {
        var total = (decimal)NodaTime.Period.DaysBetween(begin, end);
        var elapsed = Math.Clamp(NodaTime.Period.DaysBetween(begin, today), 0, total);
        var left = Math.Max(0, NodaTime.Period.DaysBetween(today, end));
        var expected = start + ((target - start) * aim.ShareAt(elapsed / total));
        var span = new Pace(GoalStatus.NoData, Expected: expected, From: begin, Until: end, DaysLeft: left);
        if (actual is not { } now)
        {
            return today < begin
                ? span with { Status = GoalStatus.TooEarly, Why = $"it starts on {begin:uuuu-MM-dd}", Expected = null }
                : span with { Why = "no number has been recorded yet" };
        }

        var reached = target > start ? now >= target : now <= target;
        decimal? rate = elapsed == 0 ? null : (now - start) / elapsed;
        decimal? required = reached ? 0 : left == 0 ? null : (target - now) / left;
        var pace = span with
        {
            Actual = now,
            Progress = (now - start) / (target - start),
            Ratio = expected == start ? null : (now - start) / (expected - start),
            RunRate = rate,
            Projected = rate is { } perDay ? start + (perDay * total) : null,
            Required = required,
            RequiredOverRunRate = required is { } needed && rate is { } made && made != 0 ? needed / made : null,
        };
        var over = today > end && !aim.Resets;
        return aim.Ceiling ? Below(aim, pace with { Required = null, RequiredOverRunRate = null }, expected, target, now, over) : Judge(aim, pace, reached, over, points);
    }

    /// <summary>A count that must not be exceeded: it is met only when its time is over.</summary>
    private static Pace Below(Aim aim, Pace pace, decimal expected, decimal target, decimal now, bool over)
    {
        var ratio = now <= 0 ? (decimal?)null : expected / now;
        var status = over ? (now <= target ? GoalStatus.Met : GoalStatus.Missed)
            : now > target ? GoalStatus.AtRisk
            : now <= 0 ? GoalStatus.OnTrack
            : expected == 0 ? GoalStatus.TooEarly
            : aim.Judging.Band(ratio!.Value);
        return pace with { Status = status, Ratio = ratio };
    }

    private static Pace Judge(Aim aim, Pace pace, bool reached, bool over, int points)
    {
        if (reached)
        {
            return pace with { Status = GoalStatus.Met };
        }

        if (over)
        {
            return pace with { Status = GoalStatus.Missed };
        }

        if (pace.Ratio is not { } ratio)
        {
            return pace with { Status = GoalStatus.TooEarly, Why = "it has only begun; nothing can be expected yet" };
        }

        return points < aim.Judging.MinimumPoints
            ? pace with { Status = GoalStatus.TooEarly, Why = $"{points} of the {aim.Judging.MinimumPoints} numbers it is judged by are there" }
            : pace with { Status = aim.Judging.Band(ratio) };
    }

    private static Pace Staying(Aim aim, decimal target, decimal? actual, LocalDate today, int points)
    {
        if (actual is not { } now)
        {
            return new Pace(GoalStatus.NoData, "no number has been recorded yet", Expected: target);
        }

        var low = aim.Type == TargetType.StayAtOrBelow ? (decimal?)null : target;
        var high = aim.Type == TargetType.StayAtOrBelow ? target : aim.Type == TargetType.StayWithin ? aim.High : null;
        var below = low is { } floor && now < floor;
        var above = high is { } ceiling && now > ceiling;
        var over = aim.Deadline is { } end && today > end;
        var pace = new Pace(GoalStatus.OnTrack, Actual: now, Expected: above ? high : low ?? high);
        if (points < aim.Judging.MinimumPoints)
        {
            return pace with { Status = GoalStatus.TooEarly, Why = $"{points} of the {aim.Judging.MinimumPoints} numbers it is judged by are there" };
        }

        if (!below && !above)
        {
            return pace with { Status = over ? GoalStatus.Met : GoalStatus.OnTrack };
        }

        // Out of bounds is never on track, however near; far out is at risk.
        var share = below ? Share(now, low!.Value) : Share(high!.Value, now);
        return pace with { Status = over ? GoalStatus.Missed : share >= aim.Judging.Lagging ? GoalStatus.Lagging : GoalStatus.AtRisk, Ratio = share };
    }

    private static decimal Share(decimal part, decimal whole) => whole <= 0 ? 0 : Math.Max(0, part / whole);

    private static Pace Milestone(Aim aim, decimal? actual, LocalDate today)
    {
        if (actual is >= 1)
        {
            return new Pace(GoalStatus.Met, Actual: 1, Expected: 1, Progress: 1, Until: aim.Deadline);
        }

        if (aim.Deadline is not { } end)
        {
            return new Pace(GoalStatus.NoData, "it has no date by which it should be done");
        }

        return today > end
            ? new Pace(GoalStatus.Missed, Actual: 0, Expected: 1, Until: end)
            : new Pace(GoalStatus.TooEarly, $"it is due on {end:uuuu-MM-dd} and not done yet", Actual: 0, Until: end, DaysLeft: NodaTime.Period.DaysBetween(today, end));
    }
}
