using System.Runtime.InteropServices;
using Bellwether.Tracking.Reports;

namespace Bellwether.Tracking.Sums;

/// <summary>What the sums above the quarters of an hour grow by, from what those grow by: the one place that says which quarter belongs to which sums.</summary>
internal sealed class RollupSums
{
    private (long Day, long Month) latest = (long.MinValue, 0);

    public RollupSums()
    {
    }

    public RollupSums(IEnumerable<KeyValuePair<RollupKey, RollupSum>> clicks, IEnumerable<KeyValuePair<SiteRollupKey, RollupSum>> site)
    {
        foreach (var (key, sum) in clicks)
        {
            Add(key, sum);
        }

        foreach (var (key, sum) in site)
        {
            Add(key, sum);
        }
    }

    public Dictionary<LinkSumKey, RollupSum> Links { get; } = [];

    public Dictionary<GroupSumKey, RollupSum> Groups { get; } = [];

    public Dictionary<SiteSumKey, RollupSum> Sites { get; } = [];

    public Dictionary<TimeSumKey, RollupSum> Times { get; } = [];

    public void Add(in RollupKey key, RollupSum sum)
    {
        var (day, month) = DayAndMonth(key.Quarter);
        var link = new LinkSumKey(key.Workspace, key.Brand, key.Link, RollupSpan.Day, day, key.Outcome, key.Served, key.Scan);
        Add(Links, link, sum);
        Add(Links, link with { Span = RollupSpan.Month, Start = month }, sum);
        Add(new GroupSumKey(key.Workspace, key.Brand, HitSource.Clicks, RollupSpan.Day, day, key.Outcome, key.Group), month, key.Quarter, sum);
    }

    public void Add(in SiteRollupKey key, RollupSum sum)
    {
        var (day, month) = DayAndMonth(key.Quarter);
        if (key.Dimension != SiteDimension.Views && key.Outcome == HitOutcome.Counted)
        {
            var value = new SiteSumKey(key.Workspace, key.Brand, key.Dimension, key.Value, RollupSpan.Day, day);
            Add(Sites, value, sum);
            Add(Sites, value with { Span = RollupSpan.Month, Start = month }, sum);
        }

        if (key.Dimension is SiteDimension.Views or SiteDimension.Event)
        {
            var source = key.Dimension == SiteDimension.Views ? HitSource.Views : HitSource.Events;
            Add(new GroupSumKey(key.Workspace, key.Brand, source, RollupSpan.Day, day, key.Outcome, key.Group), month, key.Quarter, sum);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, RollupSum> sums, in TKey key, RollupSum sum)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += sum;

    private void Add(in GroupSumKey group, long month, long quarter, RollupSum sum)
    {
        Add(Groups, group, sum);
        Add(Groups, group with { Span = RollupSpan.Month, Start = month }, sum);
        var number = quarter / RollupKey.QuarterTicks;
        var time = new TimeSumKey(group.Workspace, group.Brand, group.Source, RollupSpan.Quarter, number);
        var counted = group.Outcome == HitOutcome.Counted ? sum : new RollupSum(0, 0, sum.Hits);
        Add(Times, time, counted);
        Add(Times, time with { Span = RollupSpan.Hour, Quarter = number - (number % 4) }, counted);
    }

    // Most of a batch is of one day.
    private (long Day, long Month) DayAndMonth(long quarter)
    {
        var day = RollupSpans.DayOf(quarter);
        return latest.Day == day ? latest : latest = (day, RollupSpans.MonthOf(day));
    }
}
