using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Keeps one caller from filling the log: so many reports a minute from one address, and so many different pages, tags and
/// names a brand and day. What is beyond is kept as a number, or under one name.
/// </summary>
[Single]
public sealed class IntakeLimit(TimeProvider clock)
{
    /// <summary>What is shown in place of the page, tag or name that was one too many.</summary>
    public const string Other = "(other)";

    /// <summary>Different pages, tags, names and hosts a brand may have a day.</summary>
    public const int MostValues = 5_000;

    private const int MostCallers = 200_000;
    private readonly ConcurrentDictionary<UInt128, int> callers = new();
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, byte>> values = new();
    private readonly NowAndThen look = new();
    private long minute;
    private long day;

    /// <summary>Reports a minute from one address; an office or a campus shares one.</summary>
    public int PerMinute { get; set; } = 1_200;

    /// <summary>Whether a caller may still report in this minute.</summary>
    public bool Lets(byte[] address)
    {
        Turn();
        return callers.AddOrUpdate(KeyOf(address), 1, (_, so) => so + 1) <= PerMinute;
    }

    /// <summary>The value itself, or one name for all that are too many.</summary>
    public string Bound(Guid brand, char kind, string value)
    {
        var known = values.GetOrAdd(brand, _ => new ConcurrentDictionary<string, byte>(StringComparer.Ordinal));
        var key = kind + value;
        return known.ContainsKey(key) || (known.Count < MostValues && known.TryAdd(key, 0)) ? value : Other;
    }

    private static UInt128 KeyOf(byte[] address)
    {
        // Whoever has an IPv6 address has a whole network of them.
        Span<byte> bytes = stackalloc byte[16];
        address.AsSpan(0, Math.Min(address.Length, address.Length == 16 ? 8 : 16)).CopyTo(bytes);
        return MemoryMarshal.Read<UInt128>(bytes);
    }

    private void Turn()
    {
        var now = clock.Now().ToUnixTimeSeconds();
        if (Interlocked.Exchange(ref minute, now / 60) != now / 60 || (look.IsTime() && callers.Count > MostCallers))
        {
            callers.Clear();
        }

        if (Interlocked.Exchange(ref day, now / 86_400) != now / 86_400)
        {
            values.Clear();
        }
    }
}
