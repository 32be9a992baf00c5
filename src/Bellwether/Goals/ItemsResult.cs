using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>One thing every single item must reach.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="AtLeast">The least value that passes.</param>
public sealed record ItemThreshold(string Metric, decimal AtLeast);

/// <summary>Which items a target is about; what is not given does not narrow.</summary>
/// <param name="Network">Only on this network: “instagram”.</param>
/// <param name="Channel">Only in this channel, by id.</param>
/// <param name="Theme">Only of this theme: “company culture”.</param>
/// <param name="Kind">Only of this kind: “photo”. A carousel is one photo post.</param>
public sealed record ItemFilter(string? Network = null, string? Channel = null, string? Theme = null, string? Kind = null);

/// <summary>A published item as far as targets are concerned.</summary>
/// <param name="Subject">Its id, the subject of its numbers.</param>
/// <param name="Title">Its first words.</param>
/// <param name="Day">The day it was published.</param>
/// <param name="Deleted">Whether it was taken down; then it counts neither way.</param>
public sealed record PublishedItem(string Subject, string Title, LocalDate Day, bool Deleted);

/// <summary>How one item came out.</summary>
public enum ItemVerdict
{
    Passed,
    Failed,

    /// <summary>Younger than the age at which it is judged.</summary>
    Pending,

    /// <summary>Old enough, but a number is missing.</summary>
    NoData,
}

/// <summary>One item with its numbers at the judging age.</summary>
/// <param name="Item">The item.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Values">One value for each threshold, in their order; null where there is none.</param>
public sealed record JudgedItem(PublishedItem Item, ItemVerdict Verdict, IReadOnlyList<decimal?> Values);

/// <summary>How the items of a target came out, and what that says about the next ones.</summary>
/// <param name="Judged">Items that passed or failed.</param>
/// <param name="Passed">Items that reached every threshold.</param>
/// <param name="Pending">Items too young to judge.</param>
/// <param name="NextPasses">Chance that the next one passes, from a flat prior.</param>
/// <param name="NextThreePass">Chance that the next three all pass.</param>
/// <param name="Items">Each of them, newest first.</param>
public sealed record ItemsResult(int Judged, int Passed, int Pending, double NextPasses, double NextThreePass, IReadOnlyList<JudgedItem> Items)
{
    /// <summary>Judges items by their numbers as they stood at the stated age; deleted ones are left out.</summary>
    public static ItemsResult Of(
        IReadOnlyList<PublishedItem> items, IReadOnlyList<ItemThreshold> thresholds, int ageInDays, LocalDate today, Func<SeriesKey, IReadOnlyList<Point>> series, Func<string, Metric> metric)
    {
        var judged = items.Where(item => !item.Deleted).OrderByDescending(item => item.Day)
            .Select(item => Judge(item, thresholds, ageInDays, today, series, metric)).ToList();
        var passed = judged.Count(item => item.Verdict == ItemVerdict.Passed);
        var all = passed + judged.Count(item => item.Verdict == ItemVerdict.Failed);
        return new ItemsResult(all, passed, judged.Count(item => item.Verdict == ItemVerdict.Pending), ItemOdds.AllOf(1, passed, all), ItemOdds.AllOf(3, passed, all), judged);
    }

    /// <summary>The items of one period.</summary>
    public ItemsResult Between(LocalDate from, LocalDate to)
    {
        var some = Items.Where(item => item.Item.Day >= from && item.Item.Day <= to).ToList();
        var passed = some.Count(item => item.Verdict == ItemVerdict.Passed);
        return this with { Items = some, Passed = passed, Judged = passed + some.Count(item => item.Verdict == ItemVerdict.Failed), Pending = some.Count(item => item.Verdict == ItemVerdict.Pending) };
    }

    private static JudgedItem Judge(
        PublishedItem item, IReadOnlyList<ItemThreshold> thresholds, int ageInDays, LocalDate today, Func<SeriesKey, IReadOnlyList<Point>> series, Func<string, Metric> metric)
    {
        var judgedOn = item.Day.PlusDays(ageInDays);
        var values = thresholds.Select(threshold =>
            Combined.Of(metric(threshold.Metric), [.. series(new SeriesKey(item.Subject, threshold.Metric)).Where(point => point.Start <= judgedOn)]).Value).ToList();
        var verdict = today < judgedOn ? ItemVerdict.Pending
            : values.Any(value => value is null) ? ItemVerdict.NoData
            : values.Zip(thresholds).All(pair => pair.First >= pair.Second.AtLeast) ? ItemVerdict.Passed
            : ItemVerdict.Failed;
        return new JudgedItem(item, verdict, values);
    }
}

/// <summary>What past items say about the next ones: a Beta prior that knows nothing, (1, 1).</summary>
public static class ItemOdds
{
    /// <summary>Chance that the next <paramref name="next"/> items all pass, after <paramref name="passed"/> of <paramref name="judged"/>.</summary>
    public static double AllOf(int next, int passed, int judged)
    {
        var chance = 1.0;
        for (var i = 0; i < next; i++)
        {
            chance *= (passed + 1.0 + i) / (judged + 2.0 + i);
        }

        return chance;
    }

    /// <summary>Chance that at least <paramref name="least"/> of the next <paramref name="next"/> items pass.</summary>
    public static double AtLeast(int least, int next, int passed, int judged) =>
        Enumerable.Range(least, Math.Max(0, next - least + 1)).Sum(exactly => Exactly(exactly, next, passed, judged));

    private static double Exactly(int exactly, int next, int passed, int judged)
    {
        // Pólya's urn: each order of passes and failures has the same chance.
        var chance = 1.0;
        for (var i = 0; i < next; i++)
        {
            var good = i < exactly ? passed + 1.0 + i : judged - passed + 1.0 + (i - exactly);
            chance *= good / (judged + 2.0 + i);
        }

        for (var i = 0; i < exactly; i++)
        {
            chance *= (next - i) / (double)(i + 1);
        }

        return chance;
    }
}
