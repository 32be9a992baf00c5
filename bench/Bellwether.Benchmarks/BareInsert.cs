using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Bellwether.Benchmarks;

/// <summary>What the disk and SQLite give without anything of ours: rows of four columns, each commit on the disk.</summary>
internal static class BareInsert
{
    /// <summary>Rows a second with so many in one commit.</summary>
    public static double PerSecond(string folder, TimeSpan time, int inOneCommit)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"bare-{inOneCommit}.db")};Pooling=False");
        connection.Open();
        using (var prepare = connection.CreateCommand())
        {
            prepare.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; create table bare (id text primary key, at integer, name text, number integer)";
            prepare.ExecuteNonQuery();
        }

        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into bare values ($id, $at, 'https://example.org/menu', 7)";
        var (id, at) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$at", SqliteType.Integer));
        var (rows, watch) = (0L, Stopwatch.StartNew());
        while (watch.Elapsed < time)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var row = 0; row < inOneCommit; row++, rows++)
            {
                (id.Value, at.Value) = (Guid.CreateVersion7().ToString(), rows);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }
}
