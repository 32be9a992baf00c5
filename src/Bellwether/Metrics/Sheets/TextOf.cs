using System.Text;

namespace Bellwether.Metrics.Sheets;

/// <summary>Text from bytes: by the mark at the start, else strict UTF-8, else Windows-1252 with a notice.</summary>
public static class TextOf
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextOf() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text without its mark, the encoding's name, and what a person should know of it.</summary>
    public static (string Text, string Encoding, string? Notice) Bytes(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3), "UTF-8", null);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16", null);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16", null);
        }

        if (Unmarked(bytes) is { } wide)
        {
            return (wide.GetString(bytes), "UTF-16", null);
        }

        try
        {
            return (Strict.GetString(bytes), "UTF-8", null);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.GetEncoding(1252).GetString(bytes), "Windows-1252",
                "The file is not UTF-8; it was read as Windows-1252. Look whether accents and umlauts are right.");
        }
    }

    /// <summary>UTF-16 without a mark shows by every other byte being zero.</summary>
    private static UnicodeEncoding? Unmarked(byte[] bytes)
    {
        var looked = Math.Min(bytes.Length & ~1, 400);
        if (looked < 8)
        {
            return null;
        }

        int first = 0, second = 0;
        for (var i = 0; i < looked; i += 2)
        {
            first += bytes[i] == 0 ? 1 : 0;
            second += bytes[i + 1] == 0 ? 1 : 0;
        }

        var most = looked / 2 * 9 / 10;
        return second >= most && first == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : first >= most && second == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }
}
