using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace Bellwether.Tests.Support;

/// <summary>
/// A program running beside the tests. Closing its standard input asks it to stop, which also happens when the
/// test process dies, so nothing outlives the run.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> said = new();

    private RunningProgram(Process process) => this.process = process;

    /// <summary>Everything said so far on both outputs, for the message of a failure.</summary>
    public string Said => string.Join('\n', said);

    public bool HasExited => process.HasExited;

    public int ProcessId => process.Id;

    /// <summary>Starts a program; variables are added to the environment the tests run in.</summary>
    public static RunningProgram Start(string file, IEnumerable<string> arguments, string? folder = null,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder ?? "",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;

        var program = new RunningProgram(new Process { StartInfo = start });
        program.process.OutputDataReceived += (_, line) => program.Hear(line.Data, ends: true);
        program.process.ErrorDataReceived += (_, line) => program.Hear(line.Data, ends: false);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The first line of output holding the mark; everything the program said is in the error when none comes.</summary>
    public async Task<string> Expect(string mark, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            while (true)
            {
                var line = await lines.Reader.ReadAsync(limit.Token);
                if (line.Contains(mark, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (Exception reason) when (reason is OperationCanceledException or ChannelClosedException)
        {
            var how = reason is ChannelClosedException ? "ended" : $"did not answer within {within.TotalSeconds} s";
            throw new InvalidOperationException(
                $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} {how} before it said '{mark}':\n{Said}", reason);
        }
    }

    public async Task Tell(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Ends the program at once (SIGKILL), as a power cut would.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Sends SIGTERM and waits for the exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync();
        return await WaitForExit();
    }

    /// <summary>Waits until the program ends by itself, three minutes at most on a machine that has other work, and answers its exit code.</summary>
    public async Task<int> WaitForExit()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception reason) when (reason is OperationCanceledException or IOException or InvalidOperationException)
        {
            await Kill();
        }
        process.Dispose();
    }

    private void Hear(string? line, bool ends)
    {
        if (line is not null)
        {
            said.Enqueue(line);
            lines.Writer.TryWrite(line);
        }
        else if (ends)
        {
            lines.Writer.TryComplete();
        }
    }
}
