using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>All one says about a KPI target; a change states the whole sheet again.</summary>
/// <param name="Metric">The metric's key; fixed once the target exists.</param>
/// <param name="Type">What is asked of the number.</param>
/// <param name="Target">Where it is to go; the count of a cadence; the lower end of a band. Rates are fractions.</param>
/// <param name="Baseline">Where it stood.</param>
/// <param name="BaselineOn">The day that was read.</param>
/// <param name="High">The upper end of a band.</param>
/// <param name="Start">First day of the way; today unless given.</param>
/// <param name="Deadline">Last day of the way.</param>
/// <param name="Every">The period after which a count starts again, or of which a level speaks.</param>
/// <param name="Phasing">Cumulative shares of the way at equal spans of time, rising to 1.</param>
/// <param name="Subject">The id of what is measured; the brand as a whole unless given. 422 for what is nothing of the brand.</param>
/// <param name="Items">Which published items count.</param>
/// <param name="Thresholds">What every single item must reach.</param>
/// <param name="JudgedAfterDays">The age in days at which an item is judged.</param>
/// <param name="Source">The tool or place where the number is read.</param>
/// <param name="Query">How it is read there.</param>
/// <param name="Collector">Who collects it.</param>
/// <param name="Frequency">How often it is collected.</param>
public sealed record KpiSheet(
    string Metric,
    TargetType Type,
    decimal? Target = null,
    decimal? Baseline = null,
    LocalDate? BaselineOn = null,
    decimal? High = null,
    LocalDate? Start = null,
    LocalDate? Deadline = null,
    PeriodLength? Every = null,
    IReadOnlyList<decimal>? Phasing = null,
    [property: MaxLength(80)] string? Subject = null,
    ItemFilter? Items = null,
    IReadOnlyList<ItemThreshold>? Thresholds = null,
    int JudgedAfterDays = 7,
    [property: MaxLength(120)] string? Source = null,
    [property: MaxLength(1000)] string? Query = null,
    Id<Member>? Collector = null,
    PeriodLength? Frequency = null)
{
    /// <summary>The sheet of a target as it stands.</summary>
    public static KpiSheet Of(KpiTarget target) => new(
        target.Metric, target.Type, target.Target, target.Baseline, target.BaselineOn, target.High, target.Start, target.Deadline, target.Every,
        target.Phasing.Count == 0 ? null : target.Phasing, target.Subject, target.Items == new ItemFilter() ? null : target.Items,
        target.Thresholds.Count == 0 ? null : target.Thresholds, target.JudgedAfterDays, target.Source, target.Query, target.Collector, target.Frequency);
}

/// <summary>Writes a sheet into a target, checking metrics and members.</summary>
[Scoped]
public sealed class KpiSheets(MetricCatalogue catalogue, GoalFinder finder, Nodes nodes, TimeProvider clock)
{
    public async Task FillAsync(KpiTarget target, KpiSheet sheet, bool mayRevise, CancellationToken cancel)
    {
        var thresholds = sheet.Thresholds ?? [];
        foreach (var threshold in thresholds)
        {
            await catalogue.NeedAsync(threshold.Metric, cancel, "thresholds");
        }

        if (Rule.OptionalText(sheet.Subject, "subject", 80) is { } subject && subject != target.Subject)
        {
            await nodes.RequireAsync(subject, target.Brand, "subject", cancel);
        }

        var metric = await catalogue.NeedAsync(target.Metric, cancel);
        foreach (var (number, field) in new[] { (sheet.Target, "target"), (sheet.Baseline, "baseline"), (sheet.High, "high") })
        {
            if (number is { } value)
            {
                metric.Check(value, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, field);
            }
        }

        var aim = new Aim(sheet.Type, sheet.Target)
        {
            Baseline = sheet.Baseline,
            High = sheet.High,
            Start = sheet.Start ?? target.Start,
            Deadline = sheet.Deadline,
            Every = sheet.Every,
            Phasing = sheet.Phasing ?? [],
        };
        target.Ask(aim, sheet.BaselineOn ?? (sheet.Baseline is null ? null : target.BaselineOn ?? aim.Start), mayRevise);
        target.Look(sheet.Subject, sheet.Items ?? new ItemFilter(), thresholds, sheet.JudgedAfterDays);
        target.Collect(sheet.Source, sheet.Query, await finder.MemberAsync(sheet.Collector, cancel), sheet.Frequency, clock.Now());
    }
}
