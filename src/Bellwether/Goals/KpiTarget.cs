using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What a target looked like when the plan came into force; reviews compare with this, whatever is changed later.</summary>
/// <param name="Number">The plan's version.</param>
/// <param name="At">When it came into force.</param>
/// <param name="Baseline">Where the number stood.</param>
/// <param name="Target">Where it was to go.</param>
/// <param name="Deadline">By when.</param>
public sealed record FrozenTarget(int Number, Instant At, decimal? Baseline, decimal? Target, LocalDate? Deadline);

/// <summary>
/// One number a goal is judged by: the metric, what is asked of it, from where to where, by when, from which source,
/// collected by whom and how often, and the rules by which it is judged, fixed in advance.
/// </summary>
public sealed class KpiTarget : Entity<KpiTarget>
{
    private KpiTarget()
    {
    }

    /// <summary>A metric and a kind of target are enough to begin.</summary>
    public KpiTarget(Goal goal, Metric metric, TargetType type, LocalDate today)
    {
        Rule.Require(metric.Enabled, "metric-not-recommended", $"{metric.Name} cannot be the KPI of a goal. {metric.Note}", "metric");
        Goal = goal.Id;
        Brand = goal.Brand;
        Metric = metric.Key;
        Type = type;
        Start = today;
        Judgings = [new JudgingRevision(1, today, Judging.Usual, null)];
    }

    public Id<Goal> Goal { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The metric's key.</summary>
    public string Metric { get; private set; } = "";

    /// <summary>The id of what is measured, as text; null means the brand as a whole.</summary>
    public string? Subject { get; private set; }

    public TargetType Type { get; private set; }

    public decimal? Baseline { get; private set; }

    /// <summary>The day the baseline was read.</summary>
    public LocalDate? BaselineOn { get; private set; }

    /// <summary>Where the number is to go; the count of a cadence; the lower end of a band.</summary>
    public decimal? Target { get; private set; }

    /// <summary>The upper end of a band.</summary>
    public decimal? High { get; private set; }

    public LocalDate? Start { get; private set; }

    public LocalDate? Deadline { get; private set; }

    /// <summary>The period after which it starts again, or of which its level speaks.</summary>
    public PeriodLength? Every { get; private set; }

    public IReadOnlyList<decimal> Phasing { get; private set; } = [];

    /// <summary>What every single item must reach.</summary>
    public IReadOnlyList<ItemThreshold> Thresholds { get; private set; } = [];

    /// <summary>Which items it is about.</summary>
    public ItemFilter Items { get; private set; } = new();

    /// <summary>The age in days at which an item is judged.</summary>
    public int JudgedAfterDays { get; private set; } = 7;

    /// <summary>The tool or place where the number is read.</summary>
    public string? Source { get; private set; }

    /// <summary>How it is read there: a query, a page, a report's name.</summary>
    public string? Query { get; private set; }

    /// <summary>Who collects it.</summary>
    public Id<Member>? Collector { get; private set; }

    /// <summary>How often it is collected.</summary>
    public PeriodLength? Frequency { get; private set; }

    /// <summary>Every set of judging rules there was; the newest that had begun holds.</summary>
    public IReadOnlyList<JudgingRevision> Judgings { get; private set; } = [];

    public FrozenTarget? Frozen { get; private set; }

    /// <summary>What it asks, judged by the rules that held on a day.</summary>
    public Aim AimOn(LocalDate day, IsoDayOfWeek weekStart) => new(Type, Target)
    {
        Baseline = Baseline,
        High = High,
        Start = Start,
        Deadline = Deadline,
        Every = Every,
        Phasing = Phasing,
        Judging = JudgingOn(day).Rules,
        WeekStart = weekStart,
    };

    public JudgingRevision JudgingOn(LocalDate day) =>
        Judgings.Where(revision => revision.From <= day).MaxBy(revision => revision.Revision) ?? Judgings[0];

    /// <summary>The series it reads.</summary>
    public SeriesKey Series => new(Subject ?? Brand.ToString(), Metric);

    /// <summary>Sets what is asked; 422 when the numbers contradict each other. A frozen baseline moves with a revision only.</summary>
    public void Ask(Aim aim, LocalDate? baselineOn, bool mayRevise)
    {
        Rule.Require(
            Frozen is null || mayRevise || (aim.Baseline == Baseline && baselineOn == BaselineOn && aim.Target == Target && aim.Deadline == Deadline),
            "baseline-frozen", "The plan is in force: baseline, target and deadline change only through a revision. Open a review first.", "baseline");
        aim.Checked();
        (Type, Baseline, BaselineOn, Target, High, Start, Deadline, Every, Phasing) =
            (aim.Type, aim.Baseline, baselineOn, aim.Target, aim.High, aim.Start, aim.Deadline, aim.Every, aim.Phasing);
    }

    /// <summary>Says what is measured and which items count.</summary>
    public void Look(string? subject, ItemFilter items, IReadOnlyList<ItemThreshold> thresholds, int judgedAfterDays)
    {
        Rule.Require(Type != TargetType.EachAtLeast || thresholds.Count is >= 1 and <= 5, "thresholds-missing", "Say what each item must reach: between one and five numbers.", "thresholds");
        Rule.Require(thresholds.All(threshold => threshold.AtLeast >= 0), "threshold-negative", "No item can reach less than nothing.", "thresholds");
        Rule.Require(judgedAfterDays is >= 0 and <= 365, "age-out-of-range", "An item is judged at an age between 0 and 365 days.", "judgedAfterDays");
        (Subject, Items, Thresholds, JudgedAfterDays) = (Rule.OptionalText(subject, "subject", 80), items, thresholds, judgedAfterDays);
    }

    /// <summary>Says where the number comes from, who fetches it and how often.</summary>
    public void Collect(string? source, string? query, Member? collector, PeriodLength? frequency, Instant now)
    {
        Rule.Require(collector is null || collector.IsActive(now), "collector-inactive", $"{collector?.Name} has no access any more. Choose somebody who has.", "collector");
        Rule.Require(frequency != PeriodLength.ToDate, "frequency-to-date", "A number is collected each day, week, month, quarter or year.", "frequency");
        (Source, Query, Collector, Frequency) = (Rule.OptionalText(source, "source", 120), Rule.OptionalText(query, "query", 1000), collector?.Id, frequency);
    }

    /// <summary>New judging rules from a day on; what was judged before keeps its rules.</summary>
    public void JudgeBy(Judging rules, LocalDate from, string? why)
    {
        var last = Judgings[^1];
        Rule.Require(from >= last.From, "judging-back-dated", "Judging rules hold from a day on; they cannot reach back behind the present ones.", "from");
        Judgings = [.. Judgings, new JudgingRevision(last.Revision + 1, from, rules.Checked(), Rule.OptionalText(why, "why", 500))];
    }

    /// <summary>Takes over judging rules that were written down elsewhere.</summary>
    internal void Restore(IReadOnlyList<JudgingRevision>? judgings)
    {
        if (judgings is { Count: > 0 })
        {
            Judgings = [.. judgings.Select(revision => revision with { Rules = revision.Rules.Checked() })];
        }
    }

    /// <summary>Keeps what the plan's version promised.</summary>
    public void Freeze(int number, Instant at)
    {
        if (Frozen?.Number != number)
        {
            Frozen = new FrozenTarget(number, at, Baseline, Target, Deadline);
        }
    }
}
