using System.Numerics;
using System.Text;

namespace Bellwether.Kernel;

/// <summary>Writes a UUID as 26 characters of Crockford's base 32, in lower case, keeping its order.</summary>
internal static class IdText
{
    public const int Length = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Encode(Guid value)
    {
        var number = new BigInteger(value.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true);
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(number & 31)];
            number >>= 5;
        }

        return new string(text);
    }

    public static bool TryDecode(ReadOnlySpan<char> text, out Guid value)
    {
        value = default;
        // 26 characters hold 130 bits; a first character above 7 would not fit into 128.
        if (text.Length != Length || text[0] > '7')
        {
            return false;
        }

        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            number = (number << 5) | digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var size = number.GetByteCount(isUnsigned: true);
        number.TryWriteBytes(bytes[(16 - size)..], out _, isUnsigned: true, isBigEndian: true);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }

    public static string SnakeCase(string name) => Words(name, '_');

    public static string KebabCase(string name) => Words(name, '-');

    private static string Words(string name, char between)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append(between);
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
