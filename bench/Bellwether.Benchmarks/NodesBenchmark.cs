using System.Collections.Concurrent;
using System.Diagnostics;
using Bellwether.Kernel;
using Bellwether.Publishing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>
/// Two programs on one PostgreSQL database share publications that fall due within one minute; one of them is killed when half
/// have arrived. What it held is taken over when its lease has passed, and nothing arrives twice under another key.
/// </summary>
internal static class NodesBenchmark
{
    public static async Task RunAsync(string program, string postgres, int many)
    {
        await using var hall = await Hall.OpenAsync(postgres);
        var arrived = new ConcurrentDictionary<string, Instant>(StringComparer.Ordinal);
        await using var sink = await PublishBenchmark.SinkAsync(arrived);
        var accounts = await PublishBenchmark.ConnectAsync(hall, PublishBenchmark.AddressOf(sink));
        var due = await PublishBenchmark.FillAsync(hall, accounts, many, TimeProvider.System.Now() + Duration.FromSeconds(30));
        var (first, second) = (Start(program, postgres), Start(program, postgres));
        var killed = await UntilAsync(() => arrived.Count >= many / 2) ? Kill(first) : throw new InvalidOperationException($"Only {arrived.Count} of {many} arrived in ten minutes.");
        var all = await UntilAsync(() => hall.WithDbAsync(db => db.Set<Publication>().AllAsync(row => row.Status == PublicationStatus.Confirmed)).GetAwaiter().GetResult());
        Kill(second);
        var late = arrived.Where(pair => due.ContainsKey(pair.Key)).Select(pair => (pair.Value - due[pair.Key]).TotalSeconds).Order().ToList();
        var after = arrived.Values.Max() - killed;
        Hall.Say($"two nodes, one killed after {many / 2} of {many}: {(all ? "all" : "not all")} confirmed, {arrived.Keys.Count(due.ContainsKey)} arrived, {arrived.Count - arrived.Keys.Count(due.ContainsKey)} unknown to the plan; late by {PublishBenchmark.At(late, 50):F1} s at p50, {PublishBenchmark.At(late, 90):F1} s at p90, {PublishBenchmark.At(late, 99):F1} s at p99, {late[^1]:F1} s at most; the last arrived {after.TotalSeconds:F0} s after the kill (a lease is 180 s; on one machine a dead process is seen at once)");
    }

    private static Process Start(string program, string postgres)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-bench-").FullName;
        var how = new ProcessStartInfo("dotnet", [program, "--data", folder, "--database", postgres, "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        how.Environment["BELLWETHER_MASTER_KEY"] = Convert.ToBase64String(new byte[32]);
        var process = Process.Start(how)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static Instant Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return TimeProvider.System.Now();
    }

    private static async Task<bool> UntilAsync(Func<bool> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(10))
        {
            if (holds())
            {
                return true;
            }

            await Task.Delay(200);
        }

        return false;
    }
}
