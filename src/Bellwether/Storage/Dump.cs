using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Storage;

/// <summary>
/// Writes every table of the database into a zip as JSON lines, from one snapshot while the program goes on, and reads it
/// back. The form is the same for both databases, so a backup of the one can be restored into the other.
/// </summary>
public static class Dump
{
    private const string Tables = "tables/";

    /// <summary>Writes all tables into the archive.</summary>
    public static async Task WriteAsync(Db db, ZipArchive archive, CancellationToken cancel)
    {
        // One snapshot: SQLite's readers have one by themselves, PostgreSQL's from this isolation level on.
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var connection = db.Database.GetDbConnection();
        foreach (var table in await Catalogue.TablesAsync(connection, cancel))
        {
            await using var entry = await archive.CreateEntry(Tables + table + ".jsonl", CompressionLevel.Fastest).OpenAsync(cancel);
            await using var lines = new StreamWriter(entry);
            await using var command = connection.CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                await lines.WriteLineAsync(Row(reader).ToJsonString().AsMemory(), cancel);
            }
        }
    }

    /// <summary>Fills an empty, migrated database from the archive. All or nothing.</summary>
    public static async Task ReadAsync(Db db, ZipArchive archive, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var tables = await Catalogue.TablesAsync(connection, cancel);
        foreach (var table in tables)
        {
            if (archive.GetEntry(Tables + table + ".jsonl") is { } entry)
            {
                await FillAsync(connection, table, entry, cancel);
            }
        }

        // A backup from before there were sums by day and month has only the quarters of an hour that they are sums of. Where the database is as old
        // as the backup, the upgrade that follows fills them.
        if (tables.Contains(Migrations.SumsFilling.Table) && archive.GetEntry(Tables + Migrations.SumsFilling.Table + ".jsonl") is null)
        {
            foreach (var statement in Migrations.SumsFilling.Statements(db.Database.IsNpgsql()))
            {
                await db.Database.ExecuteSqlRawAsync(statement, cancel);
            }
        }

        await Catalogue.MoveSequencesAsync(connection, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task FillAsync(DbConnection connection, string table, ZipArchiveEntry entry, CancellationToken cancel)
    {
        var kinds = await Catalogue.ColumnsAsync(connection, table, cancel);
        await using var stream = await entry.OpenAsync(cancel);
        using var lines = new StreamReader(stream);
        await using var command = connection.CreateCommand();
        string? columns = null;
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            var row = (JsonObject)JsonNode.Parse(line)!;
            var names = string.Join(",", row.Select(pair => $"\"{pair.Key}\""));
            if (names != columns)
            {
                columns = names;
                command.CommandText = $"insert into \"{table}\" ({names}) values ({string.Join(",", row.Select((_, i) => "@p" + i))})";
            }

            command.Parameters.Clear();
            var number = 0;
            foreach (var (name, value) in row)
            {
                var kind = kinds.GetValueOrDefault(name) ?? throw Rule.Broken("backup-unreadable", $"The backup has a column {table}.{name} that this version does not know. Restore it with the version it was made with.");
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + number++;
                parameter.Value = Value(value, kind);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static JsonObject Row(DbDataReader reader)
    {
        var row = new JsonObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            row[reader.GetName(i)] = reader.GetValue(i) switch
            {
                DBNull => null,
                string text => text,
                long number => number,
                int number => number,
                bool truth => truth,
                double number => number,
                // Upper case is how SQLite has them; PostgreSQL reads both.
                Guid id => id.ToString().ToUpperInvariant(),
                byte[] bytes => new JsonObject { ["base64"] = Convert.ToBase64String(bytes) },
                var other => throw new InvalidOperationException($"A column of type {other.GetType()} cannot be backed up."),
            };
        }

        return row;
    }

    private static object Value(JsonNode? value, string kind)
    {
        if (value is null)
        {
            return DBNull.Value;
        }

        if (value is JsonObject bytes)
        {
            return Convert.FromBase64String(bytes["base64"]!.GetValue<string>());
        }

        var plain = value.AsValue();
        return (plain.GetValueKind(), kind) switch
        {
            (JsonValueKind.String, "uuid") => Guid.Parse(plain.GetValue<string>(), CultureInfo.InvariantCulture),
            (JsonValueKind.String, _) => plain.GetValue<string>(),
            (JsonValueKind.True or JsonValueKind.False, "boolean") => plain.GetValue<bool>(),
            (JsonValueKind.True, _) => 1L,
            (JsonValueKind.False, _) => 0L,
            (JsonValueKind.Number, "boolean") => plain.GetValue<long>() != 0,
            (JsonValueKind.Number, "integer") => plain.GetValue<int>(),
            (JsonValueKind.Number, "double precision" or "REAL") => plain.GetValue<double>(),
            _ => plain.GetValue<long>(),
        };
    }
}
