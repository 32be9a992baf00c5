using System.Net;
using Bellwether.Links;

namespace Bellwether.Benchmarks;

/// <summary>How much memory the program alone holds: after its start, while a short link is followed without pause, and afterwards.</summary>
internal static class MemoryBenchmark
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    public static async Task RunAsync(string program, TimeSpan time, int connections)
    {
        await using var hall = await Hall.OpenAsync();
        var link = await hall.RunAsync(new MakeLink(hall.Brand, "https://example.org/", "x", "social", "bench"));
        await using var running = await RunningProgram.StartAsync(program, hall.Folder);
        Hall.Say($"when it is ready: {running.Resident} MB");
        await Task.Delay(TimeSpan.FromSeconds(15));
        Hall.Say($"15 s later, nobody asking: {running.Resident} MB");
        var most = 0L;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, running.Resident);
                await Task.Delay(100);
            }
        });
        var load = await Load.RunAsync(new IPEndPoint(IPAddress.Loopback, running.Port), "/l/" + link.Code, Agent, time, connections);
        await done.CancelAsync();
        await watching;
        Hall.Say($"while {connections} connections follow a short link for {time.TotalSeconds:F0} s, {load.PerSecond:F0}/s, p99 {load.P99:F1} ms: {most} MB at most (limit 200 MB)");
        await Task.Delay(TimeSpan.FromSeconds(15));
        Hall.Say($"15 s later: {running.Resident} MB");
    }
}
