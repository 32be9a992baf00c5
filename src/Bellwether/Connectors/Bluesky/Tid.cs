using System.Security.Cryptography;
using NodaTime;

namespace Bellwether.Connectors.Bluesky;

/// <summary>
/// The key of a record that the client chooses: 53 bits of microseconds since 1970 and 10 bits that tell clocks apart,
/// in 13 characters that sort by time. Each one is later than the one before.
/// </summary>
internal static class Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private static readonly long ClockId = RandomNumberGenerator.GetInt32(1024);
    private static long last;

    public static string Next(Instant now)
    {
        var wanted = now.ToUnixTimeTicks() / 10;
        long before, mine;
        do
        {
            before = Interlocked.Read(ref last);
            mine = Math.Max(wanted, before + 1);
        }
        while (Interlocked.CompareExchange(ref last, mine, before) != before);

        return Write((mine << 10) | ClockId);
    }

    internal static string Write(long value)
    {
        Span<char> text = stackalloc char[13];
        for (var i = 12; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }

        return new string(text);
    }
}
