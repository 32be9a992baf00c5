using System.Globalization;
using System.Text.RegularExpressions;

namespace Bellwether.Returns.Hours;

/// <summary>Reads how long something took, as people write it: 1:30, 1.5, 1,5, 90m, 1h 30m, 2h.</summary>
public static partial class HoursText
{
    /// <summary>The most minutes of one entry: a day has no more.</summary>
    public const int Most = 24 * 60;

    /// <summary>The minutes that a text says; null for what is no time. A bare number is hours.</summary>
    public static int? Minutes(string? text)
    {
        var typed = (text ?? "").Trim().ToLowerInvariant().Replace(',', '.');
        foreach (var way in new[] { Clock(), Both(), Minute(), Hour() })
        {
            if (way.Match(typed) is { Success: true } match)
            {
                return Within((Number(match, "h") * 60) + Number(match, "m"));
            }
        }

        return null;
    }

    /// <summary>Minutes as a clock would show them: 90 is “1:30”.</summary>
    public static string Say(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    private static decimal Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? decimal.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static int? Within(decimal minutes) => minutes is >= 0 and <= Most ? (int)decimal.Round(minutes, 0, MidpointRounding.ToEven) : null;

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>[0-5]\d)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<h>\d{1,2})\s*(?:h|hrs?|hours?|std\.?|stunden?)\s*(?<m>\d{1,2})\s*(?:m|mins?\.?|minutes?|minuten)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"^(?<m>\d{1,4})\s*(?:m|mins?\.?|minutes?|minuten)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Minute();

    [GeneratedRegex(@"^(?<h>\d{0,2}\.?\d{1,4})\s*(?:h|hrs?|hours?|std\.?|stunden?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Hour();
}
