using NodaTime;

namespace Bellwether.Publishing;

/// <summary>When to try again. Waits grow and are spread at random, so that many failures do not come back together.</summary>
public static class Backoff
{
    /// <summary>After so many tries of one part a person is asked.</summary>
    public const int MostTries = 8;

    /// <summary>After this time from the first try a person is asked.</summary>
    public static readonly Duration Longest = Duration.FromHours(24);

    private static readonly Duration Base = Duration.FromSeconds(2);
    private static readonly Duration Cap = Duration.FromMinutes(15);

    /// <summary>Full jitter: anything between nothing and the smaller of 15 minutes and 2 s · 2^tries.</summary>
    /// <param name="tries">Tries made so far.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static Duration After(int tries, double random) =>
        Duration.FromSeconds(random * Math.Min(Cap.TotalSeconds, Base.TotalSeconds * Math.Pow(2, Math.Clamp(tries, 0, 20))));

    /// <summary>The network's own word wins over ours, plus 1 to 5 seconds so that not everybody comes back at once.</summary>
    public static Instant Until(Instant stated, double random) => stated + Duration.FromSeconds(1 + (4 * random));

    /// <summary>Whether it is time to stop trying by oneself.</summary>
    public static bool IsEnough(Publication publication, Instant now) =>
        publication.Tries >= MostTries || (publication.FirstTriedAt is { } first && now - first >= Longest);

    /// <summary>When to look again at what a network has and works on: after a minute at first, each half hour at last.</summary>
    public static Duration WhileAtWork(int checks) => Duration.Min(Duration.FromMinutes(1 << Math.Clamp(checks - 1, 0, 5)), Duration.FromMinutes(30));

    /// <summary>When to look again at an unknown outcome: the first look waits for the network to settle, three looks within ten minutes.</summary>
    public static Duration BeforeCheck(int checks, bool repeatIsSafe) => (checks, repeatIsSafe) switch
    {
        (0, true) => Duration.FromSeconds(5),
        (0, false) => Duration.FromSeconds(45),
        (1, _) => Duration.FromMinutes(2),
        _ => Duration.FromMinutes(7),
    };
}
