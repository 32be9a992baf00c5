using System.Diagnostics;
using Bellwether.Kernel;

namespace Bellwether.Publishing;

/// <summary>
/// Names a running process, so that what a dead one held is free at once. Only a process of the same machine and the same
/// process namespace can be known to be dead; of others only the end of their hold tells.
/// </summary>
internal static class ProcessMark
{
    private static readonly string House = $"{Environment.MachineName}:{Namespace()}";

    public static readonly string Mine = $"{House}|{Environment.ProcessId}|{Id<Lane>.New().Value:N}"[..Math.Min(80, $"{House}|{Environment.ProcessId}|".Length + 32)];

    public static bool IsDead(string? mark)
    {
        if (mark?.Split('|') is not [var house, var number, _] || house != House || !int.TryParse(number, out var id))
        {
            return false;
        }

        if (id == Environment.ProcessId)
        {
            // Our own number with another nonce: an earlier life of this container.
            return mark != Mine;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string Namespace()
    {
        try
        {
            return File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name ?? "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
