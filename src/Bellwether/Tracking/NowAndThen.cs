namespace Bellwether.Tracking;

/// <summary>
/// Says now and then that it is time to count what is remembered. Counting a table that many threads write to stops all of them,
/// which no single hit should do; a few thousand more than the bound do no harm.
/// </summary>
internal sealed class NowAndThen
{
    private const int Every = 1024;
    private int calls;

    /// <summary>True once in so many calls, the first one among them.</summary>
    public bool IsTime() => (Interlocked.Increment(ref calls) - 1) % Every == 0;
}
