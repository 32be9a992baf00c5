using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bellwether.Benchmarks;

/// <summary>The product on a fresh SQLite file, or on an empty PostgreSQL database, with an owner and a brand, and without any door.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Hall(ServiceProvider services, string folder, string? postgres) => (this.services, Folder, Postgres) = (services, folder, postgres);

    /// <summary>The connection string of the PostgreSQL database; null on SQLite.</summary>
    public string? Postgres { get; }

    public string Folder { get; }

    public IServiceProvider Services => services;

    public Id<Workspace> Workspace { get; private set; }

    public Id<Member> Owner { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public static async Task<Hall> OpenAsync(string? postgres = null)
    {
        // Sinks stand on this machine.
        Environment.SetEnvironmentVariable("BELLWETHER_ALLOW_HOSTS", "localhost,127.0.0.1");
        var folder = Directory.CreateTempSubdirectory("bellwether-bench-").FullName;
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        collection.AddSingleton(new MasterKey(new byte[32]));
        collection.AddSingleton(new DataFolder(folder));
        collection.AddBellwether(postgres is null ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(postgres));
        var hall = new Hall(collection.BuildServiceProvider(), folder, postgres);
        await using (var scope = hall.services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync();
        }

        var done = await hall.services.GetRequiredService<Runner>().RunAsync(
            new SetUp("Ana", "ana@example.org", Guid.CreateVersion7(), "Taco", "Taco Loco", "Europe/Berlin", "EUR"), current => current.BecomeProgram(Guid.Empty));
        (hall.Workspace, hall.Owner, hall.Brand) = (done.Workspace, done.Owner, done.Brand);
        return hall;
    }

    public Task<TResult> RunAsync<TResult>(IRequest<TResult> request) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.Become(Workspace.Value, Owner.Value, "Ana", _ => true));

    public Task<TResult> RunAsProgramAsync<TResult>(IRequest<TResult> request) =>
        services.GetRequiredService<Runner>().RunAsync(request, current => current.BecomeProgram(Guid.Empty));

    public async Task<T> WithDbAsync<T>(Func<Db, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(Workspace.Value);
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Works with a part of the product directly, as the owner.</summary>
    public async Task<T> WithAsync<TPart, T>(Func<Db, TPart, Task<T>> work)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().Become(Workspace.Value, Owner.Value, "Ana", _ => true);
        return await work(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<TPart>());
    }

    /// <summary>Stores rows as they are, some thousands at a time.</summary>
    public async Task StoreAsync(IEnumerable<Entity> rows)
    {
        foreach (var some in rows.Chunk(5000))
        {
            await WithDbAsync(async db =>
            {
                db.AddRange(some.AsEnumerable<object>());
                await db.SaveAsync(default);
                return 0;
            });
        }
    }

    /// <summary>A connection to the same PostgreSQL database, or to a file of SQLite beside the hall's own.</summary>
    public DbConnection Bare(string file) => Postgres is null ? new SqliteConnection($"Data Source={Path.Combine(Folder, file)};Pooling=False") : new NpgsqlConnection(Postgres);

    /// <summary>How large the database is.</summary>
    public async Task<long> BytesAsync() =>
        Postgres is null
            ? Directory.GetFiles(Folder, "bellwether.db*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)
            : await WithDbAsync(db => db.Database.SqlQueryRaw<long>("select pg_database_size(current_database()) as \"Value\"").SingleAsync());

    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>One line of a report; the load of the machine belongs to it.</summary>
    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What figures may not come without: they would be those of something broken, and the run fails.</summary>
    public static void Hold(bool holds, string law)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {law}; its speed means nothing.");
        }
    }

    public static string Machine() =>
        File.Exists("/proc/loadavg") ? $"{Environment.ProcessorCount} cores, load before this run {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : $"{Environment.ProcessorCount} cores";

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
