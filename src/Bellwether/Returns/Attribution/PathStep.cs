using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>One touch on the way to a conversion, as it is stored: when, by which group of channels, and the link or deal it came by.</summary>
/// <param name="At">When it was, in ticks of 100 ns since 1970.</param>
/// <param name="Group">The channel group; direct only where nothing is known of where it came from.</param>
/// <param name="Source">The key of the link that was followed or the deal whose code was used.</param>
/// <param name="IsDeal">Whether it is a deal.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PathStep(long At, ChannelGroup Group, Guid Source, bool IsDeal = false)
{
    /// <summary>When it was.</summary>
    public Instant Instant => NodaTime.Instant.FromUnixTimeTicks(At);
}

/// <summary>
/// A path as bytes: a million of them are read in a second, which as many rows of touches would not be. The first byte says how the
/// rest is laid out; each step then takes 26. Groups lie there by their number: new ones are added at the end of the list alone.
/// </summary>
public static class PathBytes
{
    private const byte Layout = 1;
    private const int Size = 26;

    /// <summary>The bytes of some steps.</summary>
    public static byte[] Of(IReadOnlyList<PathStep> steps)
    {
        var bytes = new byte[1 + (steps.Count * Size)];
        bytes[0] = Layout;
        for (var place = 0; place < steps.Count; place++)
        {
            var (at, group, source, isDeal) = steps[place];
            var room = bytes.AsSpan(1 + (place * Size), Size);
            BinaryPrimitives.WriteInt64LittleEndian(room, at);
            room[8] = (byte)group;
            room[9] = isDeal ? (byte)1 : (byte)0;
            source.TryWriteBytes(room[10..]);
        }

        return bytes;
    }

    /// <summary>How many steps lie in some bytes.</summary>
    public static int Count(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && bytes[0] == Layout ? (bytes.Length - 1) / Size : throw new InvalidDataException("A stored path is laid out in a way this version does not know.");

    /// <summary>The step at a place.</summary>
    public static PathStep At(ReadOnlySpan<byte> bytes, int place)
    {
        var room = bytes.Slice(1 + (place * Size), Size);
        return new PathStep(BinaryPrimitives.ReadInt64LittleEndian(room), (ChannelGroup)room[8], new Guid(room[10..]), room[9] == 1);
    }

    /// <summary>All steps.</summary>
    public static PathStep[] Read(ReadOnlySpan<byte> bytes)
    {
        var steps = new PathStep[Count(bytes)];
        for (var place = 0; place < steps.Length; place++)
        {
            steps[place] = At(bytes, place);
        }

        return steps;
    }
}
