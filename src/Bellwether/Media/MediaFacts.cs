using System.Buffers.Binary;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>What a file's first bytes tell: what it really is and how large the picture is. Its name is never believed.</summary>
/// <param name="ContentType">Media type, such as image/png.</param>
/// <param name="Width">Width in pixels; null where the content does not tell.</param>
/// <param name="Height">Height in pixels; null where the content does not tell.</param>
public sealed record MediaFacts(string ContentType, int? Width, int? Height)
{
    /// <summary>The facts of a picture or video that networks take; 415 for anything else, an empty file included.</summary>
    public static MediaFacts Of(ReadOnlySpan<byte> content) =>
        Png(content) ?? Jpeg(content) ?? Gif(content) ?? WebP(content) ?? Mp4(content)
        ?? throw new ProblemException(ProblemKind.Unsupported, "media-unsupported", "This is no picture or video that networks take. Use PNG, JPEG, GIF, WebP or MP4.", new FieldProblem("content", "Use PNG, JPEG, GIF, WebP or MP4."));

    private static MediaFacts? Png(ReadOnlySpan<byte> content) =>
        content.Length >= 24 && content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]))
            : null;

    private static MediaFacts? Gif(ReadOnlySpan<byte> content) =>
        content.Length >= 10 && (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            ? new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..]))
            : null;

    private static MediaFacts? WebP(ReadOnlySpan<byte> content)
    {
        if (content.Length < 30 || !content.StartsWith("RIFF"u8) || !content[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var kind = content[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new("image/webp", 1 + (content[24] | content[25] << 8 | content[26] << 16), 1 + (content[27] | content[28] << 8 | content[29] << 16));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[21..]);
            return new("image/webp", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return new("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(content[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[28..]) & 0x3FFF);
    }

    private static MediaFacts? Jpeg(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        // Segments follow one another; the one that starts a frame (C0 to CF, but not C4, C8 and CC) tells the size.
        for (var at = 2; at + 9 < content.Length && content[at] == 0xFF;)
        {
            var marker = content[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            at += marker is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }

        return new("image/jpeg", null, null);
    }

    private static MediaFacts? Mp4(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content[4..].StartsWith("ftyp"u8) ? new("video/mp4", null, null) : null;
}
