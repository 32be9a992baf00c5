using System.Data.Common;
using System.Diagnostics;

namespace Bellwether.Benchmarks;

/// <summary>What the disk and the database give without anything of ours: rows of four columns, each commit on the disk.</summary>
internal static class BareInsert
{
    /// <summary>Rows a second with so many in one commit, on the database of this hall or a file of SQLite beside its own.</summary>
    public static double PerSecond(Hall hall, TimeSpan time, int inOneCommit)
    {
        using var connection = hall.Bare($"bare-{inOneCommit}.db");
        connection.Open();
        Run(connection, $"{(hall.Postgres is null ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " : "")}create table bare_{inOneCommit} (id text primary key, at bigint, name text, number integer)");
        using var insert = connection.CreateCommand();
        insert.CommandText = $"insert into bare_{inOneCommit} values (@id, @at, 'https://example.org/menu', 7)";
        var (id, at) = (Parameter(insert, "id", ""), Parameter(insert, "at", 0L));
        insert.Prepare();
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

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
