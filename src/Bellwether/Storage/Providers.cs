using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Bellwether.Storage;

/// <summary>The two databases the product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>Which database, and how to reach it.</summary>
/// <param name="Kind">SQLite or PostgreSQL.</param>
/// <param name="ConnectionString">In the provider's own form.</param>
public sealed record DatabaseAddress(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>The file in the data folder.</summary>
    public static DatabaseAddress InFolder(string folder) =>
        new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bellwether.db"), ForeignKeys = true, DefaultTimeout = 30 }.ToString());

    /// <summary>A PostgreSQL server by its connection string (<c>Host=…;Database=…;Username=…</c>).</summary>
    public static DatabaseAddress Postgres(string connectionString) => new(DatabaseKind.Postgres, connectionString);

    /// <summary>The file of a SQLite database.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;
}

/// <summary>All that differs between the databases, but for the hot path of tracking.</summary>
public static class Providers
{
    // What was worked out for each database, models and queries: of one never for the other. A compiled query counts ten, and so does
    // its command; the usual limit of 10,240 is less than the product's queries, and the rest would be compiled anew each time.
    private static readonly MemoryCache ForSqlite = new(new MemoryCacheOptions { SizeLimit = 200_000 });
    private static readonly MemoryCache ForPostgres = new(new MemoryCacheOptions { SizeLimit = 200_000 });

    /// <summary>Points a context's options at a database.</summary>
    public static DbContextOptionsBuilder Use(this DbContextOptionsBuilder options, DatabaseAddress address)
    {
        // Migrations are written by hand and compared with the model by a test.
        options.UseMemoryCache(address.Kind == DatabaseKind.Sqlite ? ForSqlite : ForPostgres).ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return address.Kind == DatabaseKind.Sqlite
            ? options.UseSqlite(address.ConnectionString).AddInterceptors(SqlitePragmas.Only)
            : options.UseNpgsql(address.ConnectionString);
    }

    /// <summary>Whether storing failed because the same key is there already.</summary>
    public static bool IsUniqueViolation(Exception failure) => (failure is DbUpdateException update ? update.InnerException : failure) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>Durable when acknowledged, readers beside the writer, waiting instead of failing; copied into the file every 32 MB.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Only = new();

        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=8000;";

        // Connections come from a pool, and what was set on one stays.
        private static readonly ConditionalWeakTable<object, object> Done = [];

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsNew(connection))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNew(connection))
            {
                return;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static bool IsNew(System.Data.Common.DbConnection connection) => ((SqliteConnection)connection).Handle is not { } handle || Done.TryAdd(handle, handle);
    }
}
