using Bellwether.Kernel;
using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What a target asks, as pure numbers: from where, to where, from when, until when.</summary>
public sealed record Aim(TargetType Type, decimal? Target)
{
    /// <summary>Where the number stood at the start.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The upper bound of a band.</summary>
    public decimal? High { get; init; }

    public LocalDate? Start { get; init; }

    public LocalDate? Deadline { get; init; }

    /// <summary>The period after which a count starts from nothing again.</summary>
    public PeriodLength? Every { get; init; }

    public Judging Judging { get; init; } = Judging.Usual;

    /// <summary>Cumulative shares of the way at equal spans of the time (“10 %, 30 %, 100 %”); none for a straight line.</summary>
    public IReadOnlyList<decimal> Phasing { get; init; } = [];

    /// <summary>Whether a count is a ceiling, as for costs: less is better.</summary>
    public bool Ceiling { get; init; }

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Whether each period starts from nothing again.</summary>
    public bool Resets => Type == TargetType.Cadence || (Type == TargetType.CumulativeInPeriod && Every is not null);

    /// <summary>The period of a resetting target; a week for a cadence that does not say.</summary>
    public PeriodLength Period => Every ?? PeriodLength.Week;

    /// <summary>422 when the numbers contradict each other; what is missing is not wrong.</summary>
    public Aim Checked()
    {
        Rule.Require(Deadline is null || Start is null || Deadline > Start, "deadline-not-after-start", "The deadline must lie after the start.", "deadline");
        Rule.Require(Every != PeriodLength.ToDate, "every-to-date", "A count starts again after a day, week, month, quarter or year.", "every");
        if (Type is TargetType.IncreaseTo or TargetType.DecreaseTo && Target is { } target && Baseline is { } baseline)
        {
            Rule.Require(target != baseline, "target-is-start", "Target and start are the same number: there is no way to go.", "target");
            Rule.Require(target > baseline == (Type == TargetType.IncreaseTo), "target-wrong-way",
                Type == TargetType.IncreaseTo ? "To increase, the target must lie above the start." : "To decrease, the target must lie below the start.", "target");
        }

        if (Type == TargetType.StayWithin && Target is { } low && High is { } high)
        {
            Rule.Require(high > low, "band-empty", "The upper bound must lie above the lower one.", "high");
        }

        if (Type is TargetType.Cadence or TargetType.CumulativeInPeriod && Target is { } count)
        {
            Rule.Require(count > 0, "target-is-start", "The target must be more than nothing: each period starts from zero.", "target");
        }

        Rule.Require(Phasing.Count == 0 || (Phasing[^1] == 1 && Phasing.Zip(Phasing.Skip(1)).All(pair => pair.First <= pair.Second) && Phasing[0] >= 0),
            "phasing-not-rising", "The shares of a phasing rise to 1 (100 %).", "phasing");
        return this;
    }

    /// <summary>The share of the way that should be behind us after a share of the time.</summary>
    internal decimal ShareAt(decimal time)
    {
        if (Phasing.Count == 0)
        {
            return time;
        }

        var place = time * Phasing.Count;
        var whole = (int)Math.Min(Math.Floor(place), Phasing.Count - 1);
        var before = whole == 0 ? 0 : Phasing[whole - 1];
        return before + ((Phasing[whole] - before) * (place - whole));
    }
}
