using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A span of days in a brand's zone.</summary>
internal sealed record PortfolioSpan(LocalDate From, LocalDate To, DateTimeZone Zone)
{
    public Instant Start => Zone.AtStartOfDay(From).ToInstant();

    public Instant End => Zone.AtStartOfDay(To.PlusDays(1)).ToInstant();

    public decimal Weeks => NodaTime.Period.DaysBetween(From, To.PlusDays(1)) / 7m;

    /// <summary>A month counts as 30 days.</summary>
    public decimal Months => NodaTime.Period.DaysBetween(From, To.PlusDays(1)) / 30m;
}

/// <summary>What one channel brought to one goal, with the goal's name and how it is counted.</summary>
/// <param name="Value">In the metric's unit; null where nobody knows.</param>
/// <param name="Share">Its part of what all channels brought to the goal; null without a number.</param>
public sealed record ChannelGoalResult(Id<Goal> Goal, string Title, string Metric, decimal? Value, decimal? Share);

/// <summary>Reads effort and results of channels from the numbers there are.</summary>
[Scoped]
internal sealed class PortfolioReader(Db db, ObservationBook book, MetricCatalogue catalogue, IEnumerable<IChannelResults> counted, CadenceBook cadences)
{
    /// <summary>Posts a week each channel asks for: its account's cadence, or its network's starting values.</summary>
    public async Task<IReadOnlyDictionary<Id<Channel>, int>> PostsAWeekAsync(IReadOnlyList<Channel> channels, CancellationToken cancel)
    {
        var wanted = channels.Select(channel => channel.Account).OfType<Id<SocialAccount>>().ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => wanted.Contains(account.Id)).ToListAsync(cancel);
        var known = await cadences.OfAsync(accounts, cancel);
        return channels.ToDictionary(
            channel => channel.Id,
            channel => CadenceGaps.Wanted(channel.Account is { } account && known.TryGetValue(account, out var cadence) ? cadence.Cadence : CadenceStarts.Of(Networks.NetworkCatalogue.Of(channel.Network))) ?? 0);
    }

    /// <summary>A sum recorded for each channel or its account in the span; null where none was.</summary>
    public async Task<IReadOnlyDictionary<Id<Channel>, decimal?>> RecordedAsync(IReadOnlyList<Channel> channels, string metric, PortfolioSpan span, CancellationToken cancel)
    {
        var known = await catalogue.NeedAsync(metric, cancel);
        var series = await book.SeriesAsync([.. channels.SelectMany(Subjects).Select(subject => new SeriesKey(subject, metric))], span.From, span.To, cancel);
        return channels.ToDictionary(channel => channel.Id, channel => Subjects(channel).Select(subject => Combined.Of(known, series[new SeriesKey(subject, metric)]).Value).FirstOrDefault(value => value is not null));
    }

    /// <summary>What each channel brought to each goal: its own numbers first, else what later steps counted.</summary>
    public async Task<ILookup<Id<Channel>, ChannelGoalResult>> ResultsAsync(Plan plan, IReadOnlyList<Channel> channels, PortfolioSpan span, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>().AsNoTracking().Where(goal => goal.Plan == plan.Id && goal.Verdict == null).OrderBy(goal => goal.Place).ThenBy(goal => goal.Id).ToListAsync(cancel);
        var metrics = await LeadingAsync(goals, cancel);
        var later = new List<ChannelResult>();
        foreach (var source in counted)
        {
            later.AddRange(await source.OfAsync(plan.Brand, span.Start, span.End, cancel));
        }

        var sums = later.GroupBy(result => (result.Subject, result.Metric)).ToDictionary(group => group.Key, group => group.Sum(result => result.Value));
        var rows = new List<(Id<Channel> Channel, Goal Goal, Metric Metric, decimal? Value)>();
        var series = await book.SeriesAsync(
            [.. metrics.Values.Select(metric => metric.Key).Distinct().SelectMany(metric => channels.SelectMany(Subjects).Select(subject => new SeriesKey(subject, metric)))], LocalDate.MinIsoValue, span.To, cancel);
        foreach (var goal in goals.Where(goal => metrics.ContainsKey(goal.Id)))
        {
            var metric = metrics[goal.Id];
            rows.AddRange(channels.Select(channel => (channel.Id, goal, metric,
                Subjects(channel).Select(subject => Moved(metric, series[new SeriesKey(subject, metric.Key)], span) ?? (sums.TryGetValue((subject, metric.Key), out var sum) ? sum : (decimal?)null)).FirstOrDefault(value => value is not null))));
        }

        var all = rows.GroupBy(row => row.Goal.Id).ToDictionary(group => group.Key, group => group.Sum(row => Math.Max(0, row.Value ?? 0)));
        return rows.ToLookup(row => row.Channel, row => new ChannelGoalResult(
            row.Goal.Id, row.Goal.Title, row.Metric.Name, row.Value, row.Value is { } value && all[row.Goal.Id] > 0 ? decimal.Round(Math.Max(0, value) / all[row.Goal.Id], 6, MidpointRounding.ToEven) : null));
    }

    /// <summary>What a number moved in the span: the sum of a flow, the change of a stock; null for what does not add up over channels.</summary>
    internal static decimal? Moved(Metric metric, IReadOnlyList<Point> points, PortfolioSpan span)
    {
        var within = points.Where(point => point.Start >= span.From && point.Start <= span.To).ToList();
        if (within.Count == 0 || metric.Direction == MetricDirection.Down)
        {
            return null;
        }

        if (metric.Aggregation == Aggregation.Sum)
        {
            return Combined.Of(metric, within).Value;
        }

        var before = points.Where(point => point.Start < span.From).MaxBy(point => point.End) ?? within.MinBy(point => point.End);
        var last = within.MaxBy(point => point.End);
        return metric.Aggregation == Aggregation.Last && before != last ? last!.Value - before!.Value : null;
    }

    private static string[] Subjects(Channel channel) => channel.Account is { } account ? [channel.Id.ToString(), account.ToString()] : [channel.Id.ToString()];

    /// <summary>The metric by which a goal is compared over channels: that of its first business target, else of its first.</summary>
    private async Task<Dictionary<Id<Goal>, Metric>> LeadingAsync(List<Goal> goals, CancellationToken cancel)
    {
        var ids = goals.Select(goal => goal.Id).ToList();
        var targets = await db.Set<KpiTarget>().AsNoTracking().Where(target => ids.Contains(target.Goal)).OrderBy(target => target.Id).ToListAsync(cancel);
        var leading = new Dictionary<Id<Goal>, Metric>();
        foreach (var group in targets.GroupBy(target => target.Goal))
        {
            var metrics = new List<Metric>();
            foreach (var target in group)
            {
                metrics.Add(await catalogue.NeedAsync(target.Metric, cancel));
            }

            leading[group.Key] = metrics.OrderBy(metric => metric.Class == MetricClass.Business ? 0 : 1).First();
        }

        return leading;
    }
}
