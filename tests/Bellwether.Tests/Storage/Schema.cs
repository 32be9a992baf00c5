using System.Data.Common;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Storage;

/// <summary>A database's own account of its tables, columns and indexes, as comparable lines.</summary>
internal static class Schema
{
    private const string SqliteColumns = """
        select t.name || '.' || c.name || ' ' || c.type || ' null=' || (1 - c."notnull") || ' key=' || c.pk
        from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\_\_EF%' escape '\'
        """;

    private const string SqliteIndexes = """
        select 'index ' || t.name || '.' || i.name || ' unique=' || i."unique" || ' (' || (select group_concat(x.name, ', ') from pragma_index_info(i.name) x) || ')'
        from sqlite_master t join pragma_index_list(t.name) i where t.type = 'table' and i.origin = 'c' and t.name not like '\_\_EF%' escape '\'
        """;

    private const string SqliteForeign = """
        select 'foreign ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete
        from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        """;

    private const string PostgresColumns = """
        select table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' null=' || is_nullable || ' identity=' || is_identity
        from information_schema.columns where table_schema = 'public' and table_name not like '\_\_EF%'
        """;

    private const string PostgresIndexes = "select 'index ' || indexname || ' ' || indexdef from pg_indexes where schemaname = 'public' and tablename not like '\\_\\_EF%'";

    private const string PostgresForeign = "select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype in ('f', 'p') and conrelid::regclass::text not like '%\\_\\_EF%'";

    public static async Task<IReadOnlyList<string>> OfAsync(DatabaseAddress address)
    {
        await using var db = Databases.Open(address);
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        string[] questions = address.Kind == DatabaseKind.Sqlite ? [SqliteColumns, SqliteIndexes, SqliteForeign] : [PostgresColumns, PostgresIndexes, PostgresForeign];
        var lines = new List<string>();
        foreach (var question in questions)
        {
            lines.AddRange(await LinesAsync(connection, question));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<List<string>> LinesAsync(DbConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
