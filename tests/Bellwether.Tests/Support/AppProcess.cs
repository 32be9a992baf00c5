namespace Bellwether.Tests.Support;

/// <summary>The real program as a person starts it: its own process, a data folder, a port of its own on loopback.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int LinesOfFailure = 20;
    private readonly RunningProgram program;
    private readonly bool ownsData;

    private AppProcess(RunningProgram program, string data, bool ownsData, Uri address)
    {
        (this.program, Data, this.ownsData, Address) = (program, data, ownsData, address);
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it answers, such as http://127.0.0.1:41234.</summary>
    public Uri Address { get; }

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    public HttpClient Http { get; }

    /// <summary>Everything it said so far.</summary>
    public string Said => program.Said;

    /// <summary>What went wrong inside the program, which it puts in general words for its visitors: each entry of its log with the beginning of what is told below it.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            var lines = Said.Split('\n');
            return [.. Enumerable.Range(0, lines.Length).Where(place => IsFailure(lines[place])).Select(place =>
                string.Join('\n', lines.Skip(place + 1).TakeWhile(line => line.StartsWith(' ')).Take(LinesOfFailure).Prepend(lines[place])))];
        }
    }

    public int ProcessId => program.ProcessId;

    /// <summary>Starts the program; without a data folder it gets an empty one, removed at the end.</summary>
    public static async Task<AppProcess> Start(string? data = null, string? database = null,
        IReadOnlyDictionary<string, string>? variables = null, params string[] arguments)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("bellwether-data-").FullName;
        string[] all = [.. arguments, "--data", folder, "--urls", "http://127.0.0.1:0", .. database is null ? Array.Empty<string>() : ["--database", database]];
        var started = Run(all, variables);
        try
        {
            var line = await started.Expect(Listening, TimeSpan.FromMinutes(3));
            var address = line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim();
            return new AppProcess(started, folder, data is null, new Uri(address));
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program with any arguments, such as a command of its command line.</summary>
    public static RunningProgram Run(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var executable = Path.Combine(Repository.OutputOf(Path.Combine("src", "Bellwether.Web")), "bellwether");
        return RunningProgram.Start(executable, arguments, Path.GetTempPath(), variables);
    }

    /// <summary>Ends it at once (SIGKILL); its data folder stays, for the next start.</summary>
    public Task Kill() => program.Kill();

    /// <summary>Asks it to stop (SIGTERM) and answers its exit code.</summary>
    public Task<int> Stop() => program.Terminate();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var failure in Failures)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(failure);
        }

        await program.Kill();
        await program.DisposeAsync();
        if (ownsData && Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private static bool IsFailure(string line) => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal);
}
