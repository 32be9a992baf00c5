using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bellwether.Storage;

/// <summary>
/// Adds rows by the thousand with one statement that is read once, instead of one command each that the tracker writes anew:
/// for imports, whose rows nobody changes again in the same unit of work. Columns and conversions are those of the mapping.
/// </summary>
internal static class ManyRows
{
    /// <summary>Inserts these, all of one type, within the open transaction.</summary>
    public static async Task InsertAsync(Db db, IReadOnlyList<object> rows, CancellationToken cancel)
    {
        var columns = ColumnsOf(db.Model.FindEntityType(rows[0].GetType())!, out var table);
        // SQLite runs within the process: a row a statement. Another server is asked for many at once.
        var atOnce = db.Database.IsNpgsql() ? 200 : 1;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var held = 0;
        foreach (var some in rows.Chunk(atOnce))
        {
            if (some.Length != held)
            {
                held = some.Length;
                Lay(command, table, columns, held);
                await command.PrepareAsync(cancel);
            }

            Fill(command.Parameters, columns, some);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private sealed record Column(string Name, IClrPropertyGetter Getter, RelationalTypeMapping Mapping, ValueConverter? Converter, bool Nullable);

    private static List<Column> ColumnsOf(IEntityType entity, out string table)
    {
        table = entity.GetTableName()!;
        var store = StoreObjectIdentifier.Table(table, entity.GetSchema());
        return [.. entity.GetProperties().Select(property => new Column(
            property.GetColumnName(store)!, property.GetGetter(), property.GetRelationalTypeMapping(), property.GetRelationalTypeMapping().Converter, property.IsNullable))];
    }

    private static void Lay(DbCommand command, string table, List<Column> columns, int rows)
    {
        var text = new StringBuilder($"insert into \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) values ");
        command.Parameters.Clear();
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var i = 0; i < columns.Count; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{(row * columns.Count) + i}");
                text.Append(i == 0 ? "" : ", ").Append(name);
                // The mapping gives the parameter its type; the values come after.
                command.Parameters.Add(columns[i].Mapping.CreateParameter(command, name, null, columns[i].Nullable));
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
    }

    private static void Fill(DbParameterCollection parameters, List<Column> columns, object[] rows)
    {
        var at = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var value = column.Getter.GetClrValue(row);
                parameters[at++].Value = (value is null ? null : column.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
            }
        }
    }
}
