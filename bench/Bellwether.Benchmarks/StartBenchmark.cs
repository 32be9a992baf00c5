using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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
        var port = FreePort();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", folder, "--urls", $"http://127.0.0.1:{port}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await IsReadyAsync(http, port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
            {
                throw new InvalidOperationException("The program did not become ready.");
            }

            await Task.Delay(10);
        }

        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return took;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
