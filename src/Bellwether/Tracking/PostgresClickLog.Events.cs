using Npgsql;
using NpgsqlTypes;

namespace Bellwether.Tracking;

/// <summary>The part that keeps page views and events of sites.</summary>
internal sealed partial class PostgresClickLog
{
    private const string InsertEvents = """
        insert into site_events (id, workspace, brand, at, name, host, path, source, medium, campaign, referrer_host, origin, "group", device, visitor, starts_visit, outcome, agent, data, rules, version, created_at)
        select i, w, b, a, n, h, p, s, m, c, r, og, g, d, v, sv, o, ag, da, $20, 1, a
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) as row (i, w, b, a, n, h, p, s, m, c, r, og, g, d, v, sv, o, ag, da)
        on conflict (id) do nothing
        """;

    private const string AddToSites = """
        insert into site_rollups as known (id, workspace, brand, quarter, dimension, value, outcome, "group", hits, visits, version, created_at)
        select i, w, b, q, d, x, o, g, h, v, 1, q from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as row (i, w, b, q, d, x, o, g, h, v)
        on conflict (brand, quarter, dimension, value, outcome, "group") do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    /// <summary>Stores the events; gives those that are new.</summary>
    private static async Task<List<EventRow>> InsertAsync(List<EventRow> rows, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        // One statement may not meet the same id twice.
        var once = rows.DistinctBy(row => row.Id).OrderBy(row => row.Id).ToList();
        await using var command = new NpgsqlCommand(InsertEvents + " returning id", connection, transaction);
        foreach (var parameter in Parameters(once))
        {
            command.Parameters.Add(parameter);
        }

        var stored = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            stored.Add(reader.GetGuid(0));
        }

        return once.FindAll(row => stored.Contains(row.Id));
    }

    private static NpgsqlBatchCommand Events(List<EventRow> rows)
    {
        var command = new NpgsqlBatchCommand(InsertEvents);
        foreach (var parameter in Parameters(rows))
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static IEnumerable<NpgsqlParameter> Parameters(List<EventRow> rows) =>
    [
        Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Id)),
        Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Workspace)),
        Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Brand)),
        Many(NpgsqlDbType.Bigint, rows.ConvertAll(row => row.At)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Name)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Host)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Path)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Source)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Medium)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Campaign)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.ReferrerHost)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Origin)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Groups[(int)row.Group])),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Devices[(int)row.Device])),
        Many(NpgsqlDbType.Bigint, rows.ConvertAll(row => row.Visitor)),
        Many(NpgsqlDbType.Boolean, rows.ConvertAll(row => row.StartsVisit)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Outcomes[(int)row.Outcome])),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Agent)),
        Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Data)),
        new NpgsqlParameter { Value = ChannelRules.Version },
    ];

    private static NpgsqlBatchCommand SiteRollups(List<KeyValuePair<SiteRollupKey, RollupSum>> sums) => new(AddToSites)
    {
        Parameters =
        {
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(_ => Guid.CreateVersion7())),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Workspace)),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Brand)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Key.Quarter)),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Dimensions[(int)sum.Key.Dimension])),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => sum.Key.Value)),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Outcomes[(int)sum.Key.Outcome])),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Groups[(int)sum.Key.Group])),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Hits)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Visits)),
        },
    };
}
