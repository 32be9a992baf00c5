using Bellwether.Tracking.Sums;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bellwether.Tracking;

/// <summary>The click log on SQLite: one connection, prepared statements, spoken to without a layer between.</summary>
internal sealed partial class SqliteClickLog(string connectionString) : IClickLog
{
    /// <summary>
    /// FULL: a commit returns when the disk has it; a test asserts the setting. Each commit adds to the same few pages: what is copied into the
    /// file only every 32 MB is written there once instead of many times.
    /// </summary>
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=8000;";

    private const string InsertClick = """
        insert into clicks (id, workspace, brand, link, at, visitor, starts_visit, referrer_host, "group", device, outcome, rules, version, created_at, agent, served, scan)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1, ?5, ?13, ?14, ?15)
        """;

    private const string AddToRollup = """
        insert into click_rollups (id, workspace, brand, link, quarter, outcome, "group", hits, visits, version, created_at, served, scan)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?5, ?10, ?11)
        on conflict (link, quarter, outcome, "group", served, scan) do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private const string InsertEvent = """
        insert into site_events (id, workspace, brand, at, name, host, path, source, medium, campaign, referrer_host, origin, "group", device, visitor, starts_visit, outcome, agent, data, rules, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, 1, ?4)
        on conflict (id) do nothing
        """;

    private const string AddToSite = """
        insert into site_rollups (id, workspace, brand, quarter, dimension, value, outcome, "group", hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?4)
        on conflict (brand, quarter, dimension, value, outcome, "group") do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private const string AddToHub = """
        insert into hub_rollups (id, workspace, brand, hub, quarter, outcome, hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?5)
        on conflict (hub, quarter, outcome) do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private readonly string connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    private SqliteConnection? connection;
    private SqliteStatement? click;
    private SqliteStatement? rollup;
    private SqliteStatement? report;
    private SqliteStatement? site;
    private SqliteStatement? hub;

    public Task WriteAsync(ClickBatch batch, CancellationToken cancel)
    {
        try
        {
            Open();
            Run("begin immediate");
            foreach (var row in batch.Rows)
            {
                Insert(row);
            }

            var clicks = batch.Rollups();
            foreach (var (key, sum) in clicks)
            {
                Add(key, sum);
            }

            // An event whose id is there already is the same event told again.
            var fresh = batch.Events.Count == 0 ? [] : batch.Events.FindAll(Insert);
            var reports = batch.SiteRollups(fresh);
            foreach (var (key, sum) in reports)
            {
                Add(key, sum);
            }

            Add(new RollupSums(clicks, reports));

            foreach (var (key, sum) in batch.Hubs)
            {
                hub!.Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, key.Hub).Number(5, key.Quarter).Text(6, ClickLog.Outcomes[(int)key.Outcome]).Number(7, sum.Hits).Number(8, sum.Visits).Run();
            }

            Run("commit");
            return Task.CompletedTask;
        }
        catch
        {
            // Whatever state the connection is in, the next try begins with a fresh one; closing rolls back.
            Close();
            throw;
        }
    }

    public async Task<bool> HasAsync(ClickBatch batch, CancellationToken cancel)
    {
        if ((batch.FirstUnkeyed ?? batch.FirstUnkeyedEvent) is not { } id)
        {
            return false;
        }

        Open();
        await using var command = connection!.CreateCommand();
        command.CommandText = batch.FirstUnkeyed is null ? "select 1 from site_events where id = $id" : "select 1 from clicks where id = $id";
        command.Parameters.AddWithValue("$id", id);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>How careful the connection is: 2 is FULL.</summary>
    internal long Synchronous()
    {
        Open();
        using var command = connection!.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private void Insert(in ClickRow row) => click!
        .Text(1, row.Id).Text(2, row.Workspace).Text(3, row.Brand).Text(4, row.Link).Number(5, row.At).Number(6, row.Visitor).Number(7, row.StartsVisit ? 1 : 0)
        .Text(8, row.ReferrerHost).Text(9, ClickLog.Groups[(int)row.Group]).Text(10, ClickLog.Devices[(int)row.Device]).Text(11, ClickLog.Outcomes[(int)row.Outcome])
        .Number(12, ChannelRules.Version).Text(13, row.Agent).Number(14, row.Served).Number(15, row.Scan ? 1 : 0).Run();

    /// <summary>Whether the event is new.</summary>
    private bool Insert(EventRow row)
    {
        report!
            .Text(1, row.Id).Text(2, row.Workspace).Text(3, row.Brand).Number(4, row.At).Text(5, row.Name).Text(6, row.Host).Text(7, row.Path).Text(8, row.Source).Text(9, row.Medium).Text(10, row.Campaign)
            .Text(11, row.ReferrerHost).Text(12, row.Origin).Text(13, ClickLog.Groups[(int)row.Group]).Text(14, ClickLog.Devices[(int)row.Device]).Number(15, row.Visitor).Number(16, row.StartsVisit ? 1 : 0)
            .Text(17, ClickLog.Outcomes[(int)row.Outcome]).Text(18, row.Agent).Text(19, row.Data).Number(20, ChannelRules.Version).Run();
        return raw.sqlite3_changes(connection!.Handle) == 1;
    }

    private void Add(in RollupKey key, RollupSum sum) => rollup!
        .Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, key.Link).Number(5, key.Quarter)
        .Text(6, ClickLog.Outcomes[(int)key.Outcome]).Text(7, ClickLog.Groups[(int)key.Group]).Number(8, sum.Hits).Number(9, sum.Visits)
        .Number(10, key.Served).Number(11, key.Scan ? 1 : 0).Run();

    private void Add(in SiteRollupKey key, RollupSum sum) => site!
        .Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Number(4, key.Quarter).Text(5, ClickLog.Dimensions[(int)key.Dimension]).Text(6, key.Value)
        .Text(7, ClickLog.Outcomes[(int)key.Outcome]).Text(8, ClickLog.Groups[(int)key.Group]).Number(9, sum.Hits).Number(10, sum.Visits).Run();

    private void Run(string sql) => SqliteStatement.Check(connection!.Handle, raw.sqlite3_exec(connection.Handle, sql));

    private void Open()
    {
        if (connection is not null)
        {
            return;
        }

        var fresh = new SqliteConnection(connectionString);
        fresh.Open();
        connection = fresh;
        Run(Pragmas);
        click = new SqliteStatement(fresh.Handle!, InsertClick);
        rollup = new SqliteStatement(fresh.Handle!, AddToRollup);
        report = new SqliteStatement(fresh.Handle!, InsertEvent);
        site = new SqliteStatement(fresh.Handle!, AddToSite);
        hub = new SqliteStatement(fresh.Handle!, AddToHub);
        OpenSums(fresh);
    }

    private void Close()
    {
        CloseSums();
        foreach (var held in new IDisposable?[] { click, rollup, report, site, hub, connection })
        {
            held?.Dispose();
        }

        (connection, click, rollup, report, site, hub) = (null, null, null, null, null, null);
    }
}
