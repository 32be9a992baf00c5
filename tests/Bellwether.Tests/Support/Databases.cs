using System.Reflection;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Web.SignIn;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

namespace Bellwether.Tests.Support;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(DatabaseKind.Sqlite), new TheoryDataRow(DatabaseKind.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Fresh databases: migrated once per run and kind, then copied.</summary>
internal static class Databases
{
    private static readonly Lazy<Task<DatabaseAddress>> Sqlite = new(() => MigrateAsync(DatabaseKind.Sqlite, withDoors: false));
    private static readonly Lazy<Task<DatabaseAddress>> Postgres = new(() => MigrateAsync(DatabaseKind.Postgres, withDoors: false));
    private static readonly Lazy<Task<DatabaseAddress>> SqliteWithDoors = new(() => MigrateAsync(DatabaseKind.Sqlite, withDoors: true));
    private static readonly Lazy<Task<DatabaseAddress>> PostgresWithDoors = new(() => MigrateAsync(DatabaseKind.Postgres, withDoors: true));

    /// <summary>An empty database without any table, and the folder to delete afterwards.</summary>
    public static async Task<(DatabaseAddress Address, string? Folder)> EmptyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            return (DatabaseAddress.Postgres(await (await PostgresServer.Shared()).CreateDatabase()), null);
        }

        var folder = Directory.CreateTempSubdirectory("bellwether-").FullName;
        return (DatabaseAddress.InFolder(folder), folder);
    }

    /// <summary>A database with every table and no row.</summary>
    public static async Task<(DatabaseAddress Address, string? Folder)> MigratedAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var server = await PostgresServer.Shared();
            return (DatabaseAddress.Postgres(await server.CreateDatabase((await Postgres.Value).ConnectionString)), null);
        }

        var (address, folder) = await EmptyAsync(kind);
        File.Copy((await Sqlite.Value).File, address.File);
        return (address, folder);
    }

    /// <summary>A database with every table of the product and of its doors, for a server; on SQLite in the folder.</summary>
    public static async Task<DatabaseAddress> WithDoorsAsync(DatabaseKind kind, string folder)
    {
        if (kind == DatabaseKind.Postgres)
        {
            return DatabaseAddress.Postgres(await (await PostgresServer.Shared()).CreateDatabase((await PostgresWithDoors.Value).ConnectionString));
        }

        var address = DatabaseAddress.InFolder(folder);
        File.Copy((await SqliteWithDoors.Value).File, address.File);
        return address;
    }

    /// <summary>A context over a database, for nobody in particular.</summary>
    public static Db Open(DatabaseAddress address) =>
        new((DbContextOptions<Db>)new DbContextOptionsBuilder<Db>().Use(address).Options, new Current(), TimeProvider.System);

    private static async Task<DatabaseAddress> MigrateAsync(DatabaseKind kind, bool withDoors)
    {
        var (address, _) = await EmptyAsync(kind);
        await using (var db = Open(address))
        {
            await db.Database.MigrateAsync();
        }

        if (withDoors)
        {
            var options = new DbContextOptionsBuilder<SignInDb>();
            SignInDb.Configure(options, address);
            await using var doors = new SignInDb(options.Options);
            await doors.Database.MigrateAsync();
        }

        // A database can only be copied while nobody is connected; SQLite's journal must be in the file.
        LetGo(address);
        return address;
    }

    /// <summary>Closes the connections to one database that are kept for later; those of tests beside this one stay.</summary>
    public static void LetGo(DatabaseAddress address)
    {
        if (address.Kind == DatabaseKind.Sqlite)
        {
            using var sqlite = new SqliteConnection(address.ConnectionString);
            SqliteConnection.ClearPool(sqlite);
        }
        else
        {
            using var postgres = new NpgsqlConnection(address.ConnectionString);
            NpgsqlConnection.ClearPool(postgres);
        }
    }
}
