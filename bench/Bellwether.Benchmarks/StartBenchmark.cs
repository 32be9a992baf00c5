using System.Diagnostics;

namespace Bellwether.Benchmarks;

/// <summary>From starting the program on a database that is up to date until it says it is ready; beside starting <c>dotnet</c> at all.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-bench-").FullName;
        // The first start makes the database.
        await StartAsync(program, folder);
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            times.Add(await StartAsync(program, folder));
        }

        var bare = Stopwatch.GetTimestamp();
        using (var runtime = Process.Start(new ProcessStartInfo("dotnet", "--version") { UseShellExecute = false, RedirectStandardOutput = true })!)
        {
            await runtime.WaitForExitAsync();
        }

        times.Sort();
        var alone = Stopwatch.GetElapsedTime(bare).TotalSeconds;
        Hall.Say($"start-up until ready: median {times[2]:F2} s, slowest {times[^1]:F2} s; `dotnet --version` alone {alone:F2} s; ratio {times[2] / alone:F1} (limit 2 s)");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> StartAsync(string program, string folder)
    {
        await using var running = await RunningProgram.StartAsync(program, folder);
        return running.Took.TotalSeconds;
    }
}
