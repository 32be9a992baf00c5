using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Tracking;

/// <summary>
/// Tells programs from people by their user agent, with the public list in Data/bots.txt.
/// The many plain patterns are searched for in one pass; the few real expressions are one automaton; verdicts are kept by agent.
/// </summary>
public sealed class BotPatterns
{
    /// <summary>More verdicts than this are never kept, whoever asks.</summary>
    public const int MostKept = 20_000;

    private const int LongestAgent = 512;
    private readonly List<string> patterns;
    private readonly SearchValues<string> plain;
    private readonly Regex others;
    private ConcurrentDictionary<string, bool> kept = new(StringComparer.Ordinal);

    public BotPatterns(IEnumerable<string> lines)
    {
        patterns = [.. lines];
        plain = SearchValues.Create([.. patterns.Where(IsPlain).Select(Regex.Unescape)], StringComparison.Ordinal);
        var expressions = patterns.Where(pattern => !IsPlain(pattern)).Select(pattern => $"(?:{pattern})");
        others = new Regex(string.Join('|', expressions), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Searching.Longest);
    }

    /// <summary>The list that comes with the program.</summary>
    public static BotPatterns Shipped { get; } = new(ShippedData.Lines("bots.txt"));

    /// <summary>How many patterns the list has.</summary>
    public int Count => patterns.Count;

    /// <summary>How many agents' verdicts are kept at the moment.</summary>
    public int Kept => kept.Count;

    /// <summary>Whether any pattern occurs in the user agent; case matters.</summary>
    public bool Matches(string agent)
    {
        if (kept.TryGetValue(agent, out var known))
        {
            return known;
        }

        var seen = agent.AsSpan(0, Math.Min(agent.Length, LongestAgent));
        var verdict = seen.ContainsAny(plain) || others.IsMatch(seen);
        if (agent.Length > LongestAgent)
        {
            return verdict;
        }

        if (kept.Count >= MostKept)
        {
            // Somebody invents agents; starting over costs less than remembering who came last.
            kept = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        }

        kept[agent] = verdict;
        return verdict;
    }

    /// <summary>The first pattern of the list that occurs in the agent, to explain a verdict; null for a person.</summary>
    public string? FirstMatch(string agent) =>
        patterns.Find(pattern => IsPlain(pattern)
            ? agent.Contains(Regex.Unescape(pattern), StringComparison.Ordinal)
            : Regex.IsMatch(agent, pattern, RegexOptions.CultureInvariant, Searching.Longest));

    private static bool IsPlain(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
                if (i < pattern.Length && char.IsAsciiLetterOrDigit(pattern[i]))
                {
                    return false;
                }
            }
            else if ("[](){}|+*?^$.".Contains(pattern[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
