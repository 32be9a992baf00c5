using Bellwether.Tracking.Hubs;
using Bellwether.Tracking.Sums;
using Npgsql;
using NpgsqlTypes;

namespace Bellwether.Tracking;

/// <summary>The click log on PostgreSQL: each batch is a few statements over arrays, one round trip; two where tellers gave ids of their own.</summary>
internal sealed partial class PostgresClickLog(string connectionString) : IClickLog
{
    private const string InsertClicks = """
        insert into clicks (id, workspace, brand, link, at, visitor, starts_visit, referrer_host, "group", device, outcome, rules, version, created_at, agent, served, scan)
        select i, w, b, l, a, v, s, r, g, d, o, $12, 1, a, ag, se, sc
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, $14, $15) as row (i, w, b, l, a, v, s, r, g, d, o, ag, se, sc)
        """;

    private const string AddToRollups = """
        insert into click_rollups as known (id, workspace, brand, link, quarter, outcome, "group", hits, visits, version, created_at, served, scan)
        select i, w, b, l, q, o, g, h, v, 1, q, se, sc from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as row (i, w, b, l, q, o, g, h, v, se, sc)
        on conflict (link, quarter, outcome, "group", served, scan) do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    private const string AddToHubs = """
        insert into hub_rollups as known (id, workspace, brand, hub, quarter, outcome, hits, visits, version, created_at)
        select i, w, b, h, q, o, n, v, 1, q from unnest($1, $2, $3, $4, $5, $6, $7, $8) as row (i, w, b, h, q, o, n, v)
        on conflict (hub, quarter, outcome) do update set hits = known.hits + excluded.hits, visits = known.visits + excluded.visits
        """;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    public async Task WriteAsync(ClickBatch batch, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // An event whose id is there already is the same event told again.
        var keyed = batch.Events.Exists(row => row.Keyed);
        var fresh = keyed ? await InsertAsync(batch.Events, connection, transaction, cancel) : batch.Events;
        await using var statements = new NpgsqlBatch(connection, transaction);
        if (batch.Rows.Count > 0)
        {
            statements.BatchCommands.Add(Clicks(batch.Rows));
        }

        if (!keyed && batch.Events.Count > 0)
        {
            statements.BatchCommands.Add(Events(batch.Events));
        }

        // In one order on every node, so that two nodes never wait for each other's rows in a circle.
        var sums = batch.Rollups().OrderBy(sum => sum.Key.Link).ThenBy(sum => sum.Key.Quarter).ThenBy(sum => sum.Key.Outcome).ThenBy(sum => sum.Key.Group)
            .ThenBy(sum => sum.Key.Served).ThenBy(sum => sum.Key.Scan).ToList();
        if (sums.Count > 0)
        {
            statements.BatchCommands.Add(Rollups(sums));
        }

        var sites = batch.SiteRollups(fresh).OrderBy(sum => sum.Key.Brand).ThenBy(sum => sum.Key.Quarter).ThenBy(sum => sum.Key.Dimension).ThenBy(sum => sum.Key.Value, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Outcome).ThenBy(sum => sum.Key.Group).ToList();
        if (sites.Count > 0)
        {
            statements.BatchCommands.Add(SiteRollups(sites));
        }

        foreach (var command in Sums(new RollupSums(sums, sites)))
        {
            statements.BatchCommands.Add(command);
        }

        var hubs = batch.Hubs.OrderBy(sum => sum.Key.Hub).ThenBy(sum => sum.Key.Quarter).ThenBy(sum => sum.Key.Outcome).ToList();
        if (hubs.Count > 0)
        {
            statements.BatchCommands.Add(Hubs(hubs));
        }

        if (statements.BatchCommands.Count > 0)
        {
            await statements.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    public async Task<bool> HasAsync(ClickBatch batch, CancellationToken cancel)
    {
        if ((batch.FirstUnkeyed ?? batch.FirstUnkeyedEvent) is not { } id)
        {
            return false;
        }

        await using var command = source.CreateCommand(batch.FirstUnkeyed is null ? "select 1 from site_events where id = $1" : "select 1 from clicks where id = $1");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlBatchCommand Clicks(List<ClickRow> rows) => new(InsertClicks)
    {
        Parameters =
        {
            Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Id)),
            Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Workspace)),
            Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Brand)),
            Many(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Link)),
            Many(NpgsqlDbType.Bigint, rows.ConvertAll(row => row.At)),
            Many(NpgsqlDbType.Bigint, rows.ConvertAll(row => row.Visitor)),
            Many(NpgsqlDbType.Boolean, rows.ConvertAll(row => row.StartsVisit)),
            Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.ReferrerHost)),
            Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Groups[(int)row.Group])),
            Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Devices[(int)row.Device])),
            Many(NpgsqlDbType.Text, rows.ConvertAll(row => ClickLog.Outcomes[(int)row.Outcome])),
            new NpgsqlParameter { Value = ChannelRules.Version },
            Many(NpgsqlDbType.Text, rows.ConvertAll(row => row.Agent)),
            Many(NpgsqlDbType.Integer, rows.ConvertAll(row => row.Served)),
            Many(NpgsqlDbType.Boolean, rows.ConvertAll(row => row.Scan)),
        },
    };

    private static NpgsqlBatchCommand Rollups(List<KeyValuePair<RollupKey, RollupSum>> sums) => new(AddToRollups)
    {
        Parameters =
        {
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(_ => Guid.CreateVersion7())),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Workspace)),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Brand)),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Link)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Key.Quarter)),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Outcomes[(int)sum.Key.Outcome])),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Groups[(int)sum.Key.Group])),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Hits)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Visits)),
            Many(NpgsqlDbType.Integer, sums.ConvertAll(sum => sum.Key.Served)),
            Many(NpgsqlDbType.Boolean, sums.ConvertAll(sum => sum.Key.Scan)),
        },
    };

    private static NpgsqlBatchCommand Hubs(List<KeyValuePair<HubKey, RollupSum>> sums) => new(AddToHubs)
    {
        Parameters =
        {
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(_ => Guid.CreateVersion7())),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Workspace)),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Brand)),
            Many(NpgsqlDbType.Uuid, sums.ConvertAll(sum => sum.Key.Hub)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Key.Quarter)),
            Many(NpgsqlDbType.Text, sums.ConvertAll(sum => ClickLog.Outcomes[(int)sum.Key.Outcome])),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Hits)),
            Many(NpgsqlDbType.Bigint, sums.ConvertAll(sum => sum.Value.Visits)),
        },
    };

    private static NpgsqlParameter Many<T>(NpgsqlDbType type, List<T> values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
