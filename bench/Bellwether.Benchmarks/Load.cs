using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bellwether.Benchmarks;

/// <summary>What a load of requests came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half were faster, in milliseconds.</param>
/// <param name="P99">One in a hundred was slower, in milliseconds.</param>
/// <param name="Answers">How many answers came.</param>
/// <param name="Microseconds">Processor time of this process for each answer, the load's own part with it. A busy machine makes it more.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, long Answers, double Microseconds)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond:F0}/s, p50 {P50:F2} ms, p99 {P99:F2} ms, {Answers} answers, {Microseconds:F0} µs of processor each");
}

/// <summary>
/// Asks one path over kept-alive connections, one request at a time on each, with as little work of its own as possible,
/// because it shares the machine with what it measures.
/// </summary>
internal static class Load
{
    public static Task<LoadResult> RunAsync(IPEndPoint server, string path, string agent, TimeSpan time, int connections) =>
        RunAsync(server, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {agent}\r\n\r\n"), "HTTP/1.1 302", time, connections);

    /// <summary>Posts one body again and again.</summary>
    public static Task<LoadResult> PostAsync(IPEndPoint server, string path, string agent, string body, TimeSpan time, int connections) =>
        RunAsync(server, Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {agent}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), "HTTP/1.1 202", time, connections);

    private static async Task<LoadResult> RunAsync(IPEndPoint server, byte[] request, string expected, TimeSpan time, int connections)
    {
        var begins = Encoding.ASCII.GetBytes(expected);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(server, request, begins, until))));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        var all = times.SelectMany(one => one).Order().ToList();
        return new LoadResult(all.Count / time.TotalSeconds, Milliseconds(all, 0.50), Milliseconds(all, 0.99), all.Count, spent.TotalMicroseconds / Math.Max(1, all.Count));
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)] * 1000.0 / Stopwatch.Frequency;

    private static async Task<List<long>> AskAsync(IPEndPoint server, byte[] request, byte[] expected, long until)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var times = new List<long>(100_000);
        try
        {
            while (Stopwatch.GetTimestamp() < until)
            {
                var start = Stopwatch.GetTimestamp();
                await socket.SendAsync(request, SocketFlags.None);
                var length = 0;
                do
                {
                    var read = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
                    if (read == 0)
                    {
                        throw new InvalidOperationException("The server closed the connection.");
                    }

                    length += read;
                }
                while (!IsWhole(buffer.AsSpan(0, length)));
                if (!buffer.AsSpan(0, length).StartsWith(expected))
                {
                    throw new InvalidOperationException($"Unexpected answer: {Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 60))}");
                }

                times.Add(Stopwatch.GetTimestamp() - start);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return times;
    }

    /// <summary>Whether the head is there, and as much of the body as it says.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var stated = answer[..end].IndexOf("Content-Length: "u8);
        return stated < 0 || !System.Buffers.Text.Utf8Parser.TryParse(answer[(stated + 16)..end], out int length, out _) || answer.Length >= end + 4 + length;
    }
}
