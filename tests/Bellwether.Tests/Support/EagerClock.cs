namespace Bellwether.Tests.Support;

/// <summary>The computer's own time, on which nobody waits: every pause is over as soon as it begins.</summary>
public sealed class EagerClock : TimeProvider
{
    public static EagerClock Instance { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
