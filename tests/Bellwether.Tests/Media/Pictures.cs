using System.Buffers.Binary;

namespace Bellwether.Tests.Media;

/// <summary>The first bytes of files, as far as anybody looks at them.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height)
    {
        var bytes = new byte[33];
        ((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Gif(ushort width, ushort height)
    {
        var bytes = new byte[20];
        "GIF89a"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(6), width);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), height);
        return bytes;
    }

    /// <summary>A JPEG whose frame comes after two other segments, as cameras write them.</summary>
    public static byte[] Jpeg(ushort width, ushort height, byte frame = 0xC2)
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 5, 9, 9, 9, 0xFF, frame, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xFF, 0xD9];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(22), width);
        return bytes;
    }

    /// <summary>The three kinds of WebP, each with its own way to say how large it is.</summary>
    public static byte[] WebP(string kind, int width, int height)
    {
        var bytes = new byte[40];
        "RIFF"u8.CopyTo(bytes);
        "WEBP"u8.CopyTo(bytes.AsSpan(8));
        System.Text.Encoding.ASCII.GetBytes(kind).CopyTo(bytes, 12);
        switch (kind)
        {
            case "VP8X":
                (bytes[24], bytes[25], bytes[26]) = ((byte)((width - 1) & 0xFF), (byte)(((width - 1) >> 8) & 0xFF), (byte)((width - 1) >> 16));
                (bytes[27], bytes[28], bytes[29]) = ((byte)((height - 1) & 0xFF), (byte)(((height - 1) >> 8) & 0xFF), (byte)((height - 1) >> 16));
                break;
            case "VP8L":
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(21), (uint)((width - 1) | ((height - 1) << 14)));
                break;
            default:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(26), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28), (ushort)height);
                break;
        }

        return bytes;
    }

    public static byte[] Mp4() => [0, 0, 0, 24, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i', (byte)'s', (byte)'o', (byte)'m', 0, 0, 2, 0];
}
