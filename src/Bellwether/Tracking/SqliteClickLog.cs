using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bellwether.Tracking;

/// <summary>The click log on SQLite: one connection, two prepared statements, spoken to without a layer between.</summary>
internal sealed class SqliteClickLog(string connectionString) : IClickLog
{
    /// <summary>FULL: a commit returns when the disk has it. A test asserts the setting.</summary>
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";

    private const string InsertClick = """
        insert into clicks (id, workspace, brand, link, at, visitor, starts_visit, referrer_host, "group", device, outcome, rules, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1, ?5)
        """;

    private const string AddToRollup = """
        insert into click_rollups (id, workspace, brand, link, quarter, outcome, "group", hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?5)
        on conflict (link, quarter, outcome, "group") do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private readonly string connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    private SqliteConnection? connection;
    private sqlite3_stmt? click;
    private sqlite3_stmt? rollup;

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

            foreach (var (key, sum) in batch.Rollups())
            {
                Add(key, sum);
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
        if (batch.Rows.Count == 0)
        {
            return false;
        }

        Open();
        await using var command = connection!.CreateCommand();
        command.CommandText = "select 1 from clicks where id = $id";
        command.Parameters.AddWithValue("$id", batch.Rows[0].Id);
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

    private void Insert(in ClickRow row)
    {
        Text(click, 1, row.Id);
        Text(click, 2, row.Workspace);
        Text(click, 3, row.Brand);
        Text(click, 4, row.Link);
        raw.sqlite3_bind_int64(click, 5, row.At);
        raw.sqlite3_bind_int64(click, 6, row.Visitor);
        raw.sqlite3_bind_int(click, 7, row.StartsVisit ? 1 : 0);
        if (row.ReferrerHost is null)
        {
            raw.sqlite3_bind_null(click, 8);
        }
        else
        {
            raw.sqlite3_bind_text(click, 8, row.ReferrerHost);
        }

        raw.sqlite3_bind_text(click, 9, ClickLog.Groups[(int)row.Group]);
        raw.sqlite3_bind_text(click, 10, ClickLog.Devices[(int)row.Device]);
        raw.sqlite3_bind_text(click, 11, ClickLog.Outcomes[(int)row.Outcome]);
        raw.sqlite3_bind_int(click, 12, ChannelRules.Version);
        Step(click);
    }

    private void Add(in RollupKey key, RollupSum sum)
    {
        Text(rollup, 1, Guid.CreateVersion7());
        Text(rollup, 2, key.Workspace);
        Text(rollup, 3, key.Brand);
        Text(rollup, 4, key.Link);
        raw.sqlite3_bind_int64(rollup, 5, key.Quarter);
        raw.sqlite3_bind_text(rollup, 6, ClickLog.Outcomes[(int)key.Outcome]);
        raw.sqlite3_bind_text(rollup, 7, ClickLog.Groups[(int)key.Group]);
        raw.sqlite3_bind_int64(rollup, 8, sum.Hits);
        raw.sqlite3_bind_int64(rollup, 9, sum.Visits);
        Step(rollup);
    }

    // Ids lie as text in capitals, as everywhere in a SQLite database of this program.
    private static void Text(sqlite3_stmt? statement, int index, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        Utf8Formatter.TryFormat(id, text, out _);
        Ascii.ToUpperInPlace(text, out _);
        raw.sqlite3_bind_text(statement, index, text);
    }

    private void Step(sqlite3_stmt? statement)
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    private void Run(string sql) => Check(raw.sqlite3_exec(connection!.Handle, sql));

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(connection!.Handle).utf8_to_string(), code);
        }
    }

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
        Check(raw.sqlite3_prepare_v2(fresh.Handle, InsertClick, out click));
        Check(raw.sqlite3_prepare_v2(fresh.Handle, AddToRollup, out rollup));
    }

    private void Close()
    {
        click?.Dispose();
        rollup?.Dispose();
        connection?.Dispose();
        (connection, click, rollup) = (null, null, null);
    }
}
