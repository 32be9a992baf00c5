using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bellwether.Storage;

/// <summary>What a database says of itself: its tables in an order that respects foreign keys, and their columns.</summary>
internal static class Catalogue
{
    private const string NotOurs = "__EFMigrations";

    /// <summary>The tables, those that others point to first.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection, CancellationToken cancel)
    {
        var tables = await PairsAsync(connection, connection is SqliteConnection
            ? "select name, '' from sqlite_master where type = 'table' and name not like 'sqlite_%'"
            : "select table_name, '' from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'", cancel);
        var points = await PairsAsync(connection, connection is SqliteConnection
            ? "select t.name, f.\"table\" from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'"
            : "select r.relname, f.relname from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_class f on f.oid = c.confrelid where c.contype = 'f'", cancel);
        var waiting = tables.Select(pair => pair.First).Where(name => !name.StartsWith(NotOurs, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var ordered = new List<string>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => points.TrueForAll(point => point.First != table || point.Second == table || !waiting.Contains(point.Second))) ?? waiting[0];
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    /// <summary>A table's columns with the database's own names of their types.</summary>
    public static async Task<Dictionary<string, string>> ColumnsAsync(DbConnection connection, string table, CancellationToken cancel)
    {
        var columns = await PairsAsync(connection, connection is SqliteConnection
            ? $"select name, type from pragma_table_info('{table}')"
            : $"select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = '{table}'", cancel);
        return columns.ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Lets generated keys go on after the highest one that was filled in.</summary>
    public static async Task MoveSequencesAsync(DbConnection connection, CancellationToken cancel)
    {
        if (connection is SqliteConnection)
        {
            return;
        }

        foreach (var (table, column) in await PairsAsync(connection, "select table_name, column_name from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'", cancel))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select setval(pg_get_serial_sequence('\"{table}\"', '{column}'), greatest((select max(\"{column}\") from \"{table}\"), 1))";
            await command.ExecuteScalarAsync(cancel);
        }
    }

    /// <summary>Whether the database's own check of its file finds it whole; the words when it does not.</summary>
    public static async Task<string?> DamageAsync(DbConnection connection, CancellationToken cancel)
    {
        if (connection is not SqliteConnection)
        {
            return null;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(5)";
        var found = (string?)await command.ExecuteScalarAsync(cancel);
        return found == "ok" ? null : found;
    }

    private static async Task<List<(string First, string Second)>> PairsAsync(DbConnection connection, string question, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync(cancel))
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }
}
