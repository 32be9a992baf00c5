using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bellwether.Benchmarks;

/// <summary>What a load of requests came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half were faster, in milliseconds.</param>
/// <param name="P99">One in a hundred was slower, in milliseconds.</param>
/// <param name="Answers">How many answers came.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, long Answers);

/// <summary>
/// Asks one path over kept-alive connections, one request at a time on each, with as little work of its own as possible,
/// because it shares the machine with what it measures.
/// </summary>
internal static class Load
{
    public static async Task<LoadResult> RunAsync(IPEndPoint server, string path, string agent, TimeSpan time, int connections)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {agent}\r\n\r\n");
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(server, request, until))));
        var all = times.SelectMany(one => one).Order().ToList();
        return new LoadResult(all.Count / time.TotalSeconds, Milliseconds(all, 0.50), Milliseconds(all, 0.99), all.Count);
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)] * 1000.0 / Stopwatch.Frequency;

    private static async Task<List<long>> AskAsync(IPEndPoint server, byte[] request, long until)
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
                while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0);
                if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 302"u8))
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
}
