using System.Diagnostics;
using Bellwether.Kernel;

namespace Bellwether.Publishing;

/// <summary>
/// The instructions between which a crash must neither lose nor double a post, named for tests: with BELLWETHER_TEST=1 and
/// BELLWETHER_CRASH_AT=name the process kills itself there, as hard as a power cut. Without both, nothing happens.
/// </summary>
[Single]
public sealed class Milestones
{
    /// <summary>Taken from the queue; nothing is stored yet.</summary>
    public const string Claimed = "claimed";

    /// <summary>The attempt is about to be stored.</summary>
    public const string BeforeArm = "before-arm";

    /// <summary>The attempt is stored, the call not yet made.</summary>
    public const string Armed = "armed";

    /// <summary>The network has answered; the answer is not stored yet.</summary>
    public const string Answered = "answered";

    /// <summary>The answer is stored.</summary>
    public const string Stored = "stored";

    public static readonly IReadOnlyList<string> All = [Claimed, BeforeArm, Armed, Answered, Stored];

    private static readonly string? KillAt =
        Environment.GetEnvironmentVariable("BELLWETHER_TEST") == "1" ? Environment.GetEnvironmentVariable("BELLWETHER_CRASH_AT") : null;

    /// <summary>Lets a test in the same process abandon a worker by throwing.</summary>
    internal Action<string>? Reached { get; set; }

    internal void Reach(string point)
    {
        Reached?.Invoke(point);
        if (point == KillAt)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
