using System.Globalization;

namespace Bellwether.Plans;

/// <summary>
/// How sentences name an account. A short handle may be a word of every day, such as “crew”: it is meant only behind an @ or
/// alone in quotation marks. A handle that is no word, such as “taco-team”, is meant wherever it stands.
/// </summary>
internal static class Mention
{
    private const int NoAccident = 6;

    // What may follow a whole handle; a full stop alone may still belong to one, such as @taco.example.
    private static readonly string[] Ends = [" ", ":", ",", ";", ")", "”", "’", "?", ". "];

    /// <summary>The pieces of text any of which names it; case does not matter. The text has to end with a space.</summary>
    public static IEnumerable<string> Of(string handle)
    {
        var name = handle.TrimStart('@');
        return name.Length >= NoAccident && name.Any(sign => !char.IsLetter(sign)) ? [name] : [$"“{name}”", .. Ends.Select(end => string.Create(CultureInfo.InvariantCulture, $"@{name}{end}"))];
    }
}
