using System.Security.Cryptography;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>The code of a short address: easy to read out, never a word by accident.</summary>
public static class LinkCode
{
    /// <summary>Digits and consonants that nobody mistakes for each other: no 0, 1, l, o, and no vowels.</summary>
    public const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    /// <summary>How long a fresh code is: about 10^10 possible ones.</summary>
    public const int Length = 7;

    /// <summary>The longest code a person may choose.</summary>
    public const int Longest = 40;

    /// <summary>A fresh random code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>A fresh code that is not taken; longer ones once the short ones run out.</summary>
    public static async Task<string> FreeAsync(Func<string, Task<bool>> taken, Func<int, string>? make = null)
    {
        make ??= length => RandomNumberGenerator.GetString(Alphabet, length);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var code = make(Length + (attempt / 10));
            if (!await taken(code))
            {
                return code;
            }
        }

        throw new InvalidOperationException("No free code was found in 100 tries; the generator must be broken.");
    }

    /// <summary>A code chosen by a person: letters, digits and hyphens, in lower case.</summary>
    public static string Chosen(string code, string field = "code")
    {
        var text = Rule.Text(code, field, Longest, "the code that stands behind the slash").ToLowerInvariant();
        Rule.Require(
            text.Length >= 3 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'),
            "code-invalid",
            $"A {field} has 3 to 40 letters, digits or hyphens, such as summer-menu.",
            field);
        return text;
    }
}
