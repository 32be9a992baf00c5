using Bellwether.Tracking.Sums;
using Npgsql;
using NpgsqlTypes;

namespace Bellwether.Tracking;

/// <summary>The part that keeps the sums above the quarters of an hour, in the order in which <see cref="Rollups"/> locks them.</summary>
internal sealed partial class PostgresClickLog
{
    private const string AddToLinkSums = """
        insert into link_sums as known (id, workspace, brand, link, span, start, outcome, served, scan, hits, visits, version, created_at)
        select i, w, b, l, p, t, o, se, sc, h, v, 1, t from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as row (i, w, b, l, p, t, o, se, sc, h, v)
        on conflict (link, span, start, outcome, served, scan) do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    private const string AddToGroupSums = """
        insert into group_sums as known (id, workspace, brand, source, span, start, outcome, "group", hits, visits, version, created_at)
        select i, w, b, s, p, t, o, g, h, v, 1, t from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as row (i, w, b, s, p, t, o, g, h, v)
        on conflict (brand, source, span, start, outcome, "group") do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    private const string AddToSiteSums = """
        insert into site_sums as known (id, workspace, brand, dimension, value, span, start, hits, visits, version, created_at)
        select i, w, b, d, x, p, t, h, v, 1, t from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as row (i, w, b, d, x, p, t, h, v)
        on conflict (brand, dimension, span, start, value) do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    private const string AddToTimeSums = """
        insert into time_sums as known (id, workspace, brand, source, span, quarter, hits, visits, dropped, version, created_at)
        select i, w, b, s, p, q, h, v, d, 1, c from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as row (i, w, b, s, p, q, h, v, d, c)
        on conflict (brand, source, span, quarter) do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits, dropped = known.dropped + excluded.dropped
        """;

    /// <summary>The statements for what there is, their rows in one order on every node.</summary>
    private static IEnumerable<NpgsqlBatchCommand> Sums(RollupSums sums)
    {
        var links = sums.Links.OrderBy(sum => sum.Key.Link).ThenBy(sum => sum.Key.Span).ThenBy(sum => sum.Key.Start).ThenBy(sum => sum.Key.Outcome).ThenBy(sum => sum.Key.Served).ThenBy(sum => sum.Key.Scan).ToList();
        if (links.Count > 0)
        {
            yield return Command(AddToLinkSums,
            [
                .. Keys(links, key => key.Workspace, key => key.Brand), Many(NpgsqlDbType.Uuid, links.ConvertAll(sum => sum.Key.Link)), Spans(links, key => key.Span), Numbers(links, pair => pair.Key.Start),
                Outcomes(links, key => key.Outcome), Many(NpgsqlDbType.Integer, links.ConvertAll(sum => sum.Key.Served)), Many(NpgsqlDbType.Boolean, links.ConvertAll(sum => sum.Key.Scan)),
                Numbers(links, pair => pair.Value.Hits), Numbers(links, pair => pair.Value.Visits),
            ]);
        }

        var groups = sums.Groups.OrderBy(sum => sum.Key.Brand).ThenBy(sum => sum.Key.Source).ThenBy(sum => sum.Key.Span).ThenBy(sum => sum.Key.Start).ThenBy(sum => sum.Key.Outcome).ThenBy(sum => sum.Key.Group).ToList();
        if (groups.Count > 0)
        {
            yield return Command(AddToGroupSums,
            [
                .. Keys(groups, key => key.Workspace, key => key.Brand), Many(NpgsqlDbType.Text, groups.ConvertAll(sum => ClickLog.Sources[(int)sum.Key.Source])), Spans(groups, key => key.Span),
                Numbers(groups, pair => pair.Key.Start), Outcomes(groups, key => key.Outcome), Many(NpgsqlDbType.Text, groups.ConvertAll(sum => ClickLog.Groups[(int)sum.Key.Group])),
                Numbers(groups, pair => pair.Value.Hits), Numbers(groups, pair => pair.Value.Visits),
            ]);
        }

        var sites = sums.Sites.OrderBy(sum => sum.Key.Brand).ThenBy(sum => sum.Key.Dimension).ThenBy(sum => sum.Key.Span).ThenBy(sum => sum.Key.Start).ThenBy(sum => sum.Key.Value, StringComparer.Ordinal).ToList();
        if (sites.Count > 0)
        {
            yield return Command(AddToSiteSums,
            [
                .. Keys(sites, key => key.Workspace, key => key.Brand), Many(NpgsqlDbType.Text, sites.ConvertAll(sum => ClickLog.Dimensions[(int)sum.Key.Dimension])),
                Many(NpgsqlDbType.Text, sites.ConvertAll(sum => sum.Key.Value)), Spans(sites, key => key.Span), Numbers(sites, pair => pair.Key.Start),
                Numbers(sites, pair => pair.Value.Hits), Numbers(sites, pair => pair.Value.Visits),
            ]);
        }

        var times = sums.Times.OrderBy(sum => sum.Key.Brand).ThenBy(sum => sum.Key.Source).ThenBy(sum => sum.Key.Span).ThenBy(sum => sum.Key.Quarter).ToList();
        if (times.Count > 0)
        {
            yield return Command(AddToTimeSums,
            [
                .. Keys(times, key => key.Workspace, key => key.Brand), Many(NpgsqlDbType.Text, times.ConvertAll(sum => ClickLog.Sources[(int)sum.Key.Source])), Spans(times, key => key.Span),
                Numbers(times, pair => pair.Key.Quarter), Numbers(times, pair => pair.Value.Hits), Numbers(times, pair => pair.Value.Visits), Numbers(times, pair => pair.Value.Dropped),
                Numbers(times, pair => pair.Key.Quarter * RollupKey.QuarterTicks),
            ]);
        }
    }

    private static NpgsqlBatchCommand Command(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static IEnumerable<NpgsqlParameter> Keys<TKey>(List<KeyValuePair<TKey, RollupSum>> sums, Func<TKey, Guid> workspace, Func<TKey, Guid> brand) =>
    [
        Many(NpgsqlDbType.Uuid, sums.ConvertAll(_ => Guid.CreateVersion7())), Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => workspace(sum.Key))), Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => brand(sum.Key))),
    ];

    private static NpgsqlParameter Spans<TKey>(List<KeyValuePair<TKey, RollupSum>> sums, Func<TKey, RollupSpan> span) => Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Spans[(int)span(sum.Key)]));

    private static NpgsqlParameter Outcomes<TKey>(List<KeyValuePair<TKey, RollupSum>> sums, Func<TKey, HitOutcome> outcome) => Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Outcomes[(int)outcome(sum.Key)]));

    private static NpgsqlParameter Numbers<TKey>(List<KeyValuePair<TKey, RollupSum>> sums, Func<KeyValuePair<TKey, RollupSum>, long> number) => Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => number(sum)));
}
