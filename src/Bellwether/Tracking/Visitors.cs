using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Who clicks, without knowing who: hashes that mean nothing after the day, and visits of 30 minutes.</summary>
[Single]
public sealed class Visitors
{
    /// <summary>A visit ends after so long without a click.</summary>
    public static readonly Duration VisitLength = Duration.FromMinutes(30);

    private const int MostRemembered = 500_000;
    private readonly ConcurrentDictionary<long, Instant> lastSeen = new();
    private readonly NowAndThen look = new();
    private Instant swept;

    /// <summary>The visitor's hash for one brand and day.</summary>
    public static long Hash(byte[] salt, Guid brand, ReadOnlySpan<byte> address, string? agent)
    {
        var text = agent.AsSpan(0, Math.Min(agent?.Length ?? 0, 512));
        Span<byte> message = stackalloc byte[16 + 16 + (512 * 3)];
        brand.TryWriteBytes(message);
        address[..Math.Min(address.Length, 16)].CopyTo(message[16..]);
        var length = 32 + Encoding.UTF8.GetBytes(text, message[32..]);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(salt, message[..length], hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>Whether a click begins a visit; remembers it.</summary>
    /// <param name="visitor">Today's hash.</param>
    /// <param name="before">Yesterday's hash, in the first half hour of a day.</param>
    /// <param name="now">When the click happened.</param>
    public bool StartsVisit(long visitor, long? before, Instant now)
    {
        Sweep(now);
        var goesOn = IsRecent(visitor, now) || (before is { } old && IsRecent(old, now));
        lastSeen[visitor] = now;
        return !goesOn;
    }

    /// <summary>
    /// Whether a dropped hit would begin a visit, should somebody count it back in. What is dropped never shortens the visit of
    /// a person, and a visit that is counted already is not begun twice.
    /// </summary>
    public bool StartsDroppedVisit(long visitor, Instant now)
    {
        Sweep(now);
        var goesOn = IsRecent(visitor, now) || IsRecent(~visitor, now);
        lastSeen[~visitor] = now;
        return !goesOn;
    }

    /// <summary>Remembers a click that was kept before this process started.</summary>
    public void Remember(long visitor, Instant at) => lastSeen[visitor] = at;

    private bool IsRecent(long visitor, Instant now) => lastSeen.TryGetValue(visitor, out var last) && now - last < VisitLength;

    private void Sweep(Instant now)
    {
        if (now - swept < Duration.FromMinutes(5) && !(look.IsTime() && lastSeen.Count >= MostRemembered))
        {
            return;
        }

        swept = now;
        foreach (var (visitor, last) in lastSeen)
        {
            if (now - last >= VisitLength)
            {
                lastSeen.TryRemove(visitor, out _);
            }
        }

        if (lastSeen.Count >= MostRemembered)
        {
            lastSeen.Clear();
        }
    }
}
