using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bellwether.Tracking;

/// <summary>A prepared statement of SQLite that is bound and run many times.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(database, raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public static void Check(sqlite3? database, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code);
        }
    }

    public SqliteStatement Number(int index, long value)
    {
        raw.sqlite3_bind_int64(statement, index, value);
        return this;
    }

    public SqliteStatement Text(int index, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, index);
        }
        else
        {
            raw.sqlite3_bind_text(statement, index, value);
        }

        return this;
    }

    // Ids lie as text in capitals, as everywhere in a SQLite database of this program.
    public SqliteStatement Text(int index, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        Utf8Formatter.TryFormat(id, text, out _);
        Ascii.ToUpperInPlace(text, out _);
        raw.sqlite3_bind_text(statement, index, text);
        return this;
    }

    public void Run()
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(database, code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    public void Dispose() => statement.Dispose();
}
