using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bellwether.Benchmarks;

/// <summary>The program as people start it, in a process of its own.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;

    private RunningProgram(Process process, int port, TimeSpan took) => (this.process, Port, Took) = (process, port, took);

    public int Port { get; }

    /// <summary>From its start until it said that it is ready.</summary>
    public TimeSpan Took { get; }

    /// <summary>How much memory it holds now, in millions of bytes: what the system counts as resident.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_000_000;
        }
    }

    public static async Task<RunningProgram> StartAsync(string program, string folder)
    {
        var port = FreePort();
        var start = Stopwatch.GetTimestamp();
        var started = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", folder, "--urls", $"http://127.0.0.1:{port}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await IsReadyAsync(http, port))
        {
            if (started.HasExited || Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
            {
                throw new InvalidOperationException("The program did not become ready.");
            }

            await Task.Delay(10);
        }

        return new RunningProgram(started, port, Stopwatch.GetElapsedTime(start));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
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
