using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>Counts the sentences of a text, as far as a mission statement needs it: abbreviations, initials and decimals do not end one.</summary>
public static partial class OneSentence
{
    /// <summary>Abbreviations after which a sentence always goes on.</summary>
    private static readonly HashSet<string> GoesOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "eg", "ie", "cf", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "rev", "gen", "no", "nr", "fig", "vol", "p", "pp",
        "approx", "ca", "incl", "excl", "esp", "resp", "max", "min", "z.b", "d.h", "u.a", "bzw", "evtl", "ggf", "p.ex", "m", "mme", "sr", "sra",
    };

    /// <summary>Abbreviations after which a sentence may end: it does when a new one plainly starts.</summary>
    private static readonly HashSet<string> MayEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "etc", "inc", "ltd", "co", "corp", "jr", "sr", "bros", "dept", "est", "a.m", "p.m", "usw", "gmbh", "b.v", "n.v", "s.a",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ave", "blvd",
    };

    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "A", "An", "And", "But", "For", "He", "Here", "How", "I", "If", "In", "It", "Its", "Let", "My", "Our", "She", "So", "That", "The", "Then",
        "There", "These", "They", "This", "Those", "To", "We", "What", "When", "Where", "Who", "Why", "With", "You", "Your",
        "Wir", "Unser", "Unsere", "Die", "Der", "Das", "Es", "Sie", "Nous", "Notre", "Il", "Elle", "Le", "La", "Les",
    };

    /// <summary>How many sentences the text has; none when it has no word.</summary>
    public static int Count(string? text)
    {
        var sentences = 0;
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!line.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            sentences++;
            sentences += Stops().Matches(line).Count(stop => Ends(line, stop));
        }

        return sentences;
    }

    private static bool Ends(string line, Match stop)
    {
        var rest = line[(stop.Index + stop.Length)..];
        if (!rest.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        var next = Word().Match(rest).Value;
        if (stop.Groups["wide"].Success)
        {
            return true;
        }

        var mark = stop.Groups["mark"].Value;
        if (mark.Contains('?'))
        {
            return true;
        }

        if (mark.Contains('!') || mark is "…" || mark.StartsWith("..", StringComparison.Ordinal))
        {
            return next.Length > 0 && !char.IsLower(next[0]);
        }

        var word = LastWord().Match(line[..stop.Index]).Value;
        if (GoesOn.Contains(word))
        {
            return false;
        }

        // A short capitalised word before a small letter is an abbreviation we do not know: “Mo. and”.
        if (word.Length is > 0 and <= 4 && char.IsUpper(word[0]) && next.Length > 0 && char.IsLower(next[0]))
        {
            return false;
        }

        // Initials and acronyms (U.S., J.) are one letter before the dot, or letters between dots.
        var initials = word.Length == 1 || Acronym().IsMatch(word);
        return initials || MayEnd.Contains(word) ? Starters.Contains(next) : true;
    }

    [GeneratedRegex("(?<mark>[.!?…]+)[\"'”’»)\\]]*\\s+|(?<wide>[。！？]+)", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Stops();

    [GeneratedRegex(@"[\p{L}\p{N}']+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{N}.]+$", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^(\p{L}\.)+\p{L}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Acronym();
}
