namespace Bellwether.Kernel;

/// <summary>
/// How long an expression may search a text. It keeps one that goes astray from taking a processor for ever. It is long, because time
/// goes on for whoever waits for a processor: on a machine that others keep busy an honest search was once given up after a second.
/// </summary>
public static class Searching
{
    public const int LongestMilliseconds = 10_000;

    /// <summary>The same as a span.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(LongestMilliseconds);
}
