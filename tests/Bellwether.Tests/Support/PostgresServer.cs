using System.Diagnostics;
using Npgsql;

namespace Bellwether.Tests.Support;

/// <summary>A real PostgreSQL on loopback for this run only, without fsync; every caller gets a database of its own.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly OncePerRun<PostgresServer> Run = new(Start);
    private static int databases;
    private readonly RunningProgram program;
    private readonly int port;

    private PostgresServer(RunningProgram program, int port) => (this.program, this.port) = (program, port);

    /// <summary>The server of this run; the first caller starts it.</summary>
    public static Task<PostgresServer> Shared() => Run.Get();

    /// <summary>Creates an empty database, or a copy of another one that nobody is connected to; answers its connection string.</summary>
    public async Task<string> CreateDatabase(string? copyOf = null)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(AddressOf("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        // Copying the files takes half as long as writing every page of them to the log.
        var template = copyOf is null ? "" : $" template {new NpgsqlConnectionStringBuilder(copyOf).Database} strategy file_copy";
        create.CommandText = $"create database {name}{template}";
        await create.ExecuteNonQueryAsync();
        return AddressOf(name);
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return program.DisposeAsync();
    }

    private string AddressOf(string database) =>
        $"Host=127.0.0.1;Port={port};Username=bellwether;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=10;Connection Pruning Interval=5";

    private static async Task<PostgresServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-postgres-").FullName;
        var free = TestServers.FreePort();
        string[] script = [Path.Combine(TestServers.Folder, "postgres.sh"), folder, free.ToString(), Programs()];
        RunningProgram started;
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["postgres", folder]);
            await chown.WaitForExitAsync();
            // The script's own folder may be closed to that user, so it is handed over as text.
            started = RunningProgram.Start("setpriv",
                ["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh", "-c", await File.ReadAllTextAsync(script[0]), .. script], folder);
        }
        else
        {
            started = RunningProgram.Start("sh", script, folder);
        }
        try
        {
            await started.Expect("READY", TimeSpan.FromSeconds(90));
            return new PostgresServer(started, free);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The newest server Debian installed, else the folder of the initdb in the path.</summary>
    private static string Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        return candidates.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed; type: apt-get install postgresql");
    }
}
