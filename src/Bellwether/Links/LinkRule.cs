using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Links;

/// <summary>
/// One rule of a link: who fits all of its conditions is led to its target. The rules of a link are asked in their order and the
/// first that fits is served; where none fits, the link's own target is.
/// </summary>
/// <param name="Target">Where it leads: an absolute http or https address; on the brand's own hosts it gets the link's campaign tags.</param>
/// <param name="Device">Only this class of device.</param>
/// <param name="Language">Only people whose browser asks for this language first, such as “de”; “de-at” fits Austrian German alone.</param>
/// <param name="From">Only from this day on, in the brand's zone.</param>
/// <param name="Until">Only until this day, it included.</param>
public sealed record LinkRule(string Target, DeviceClass? Device = null, string? Language = null, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>The most rules of one link.</summary>
    public const int Most = 20;

    /// <summary>Whether somebody with this device and this first language fits on this day.</summary>
    public bool Fits(DeviceClass device, ReadOnlySpan<char> language, LocalDate today) =>
        (Device is not { } wanted || wanted == device) && (From is not { } from || today >= from) && (Until is not { } until || today <= until) && (Language is not { } tongue || Speaks(language, tongue));

    /// <summary>The language a browser asks for first (RFC 9110, 12.5.4): the highest weight, the earlier one among equals.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> accepted)
    {
        var best = ReadOnlySpan<char>.Empty;
        var weight = 0.0;
        // Nobody needs more to say what he reads; what goes on for ever is no browser.
        accepted = accepted[..Math.Min(accepted.Length, 500)];
        foreach (var range in accepted.Split(','))
        {
            var part = accepted[range].Trim();
            var cut = part.IndexOf(';');
            var name = cut < 0 ? part : part[..cut].TrimEnd();
            var so = cut < 0 ? 1 : WeightOf(part[(cut + 1)..]);
            if (so > weight && name.Length > 0 && name is not "*")
            {
                best = name;
                weight = so;
            }
        }

        return best;
    }

    internal LinkRule Checked(string field)
    {
        Rule.Require(Device is not null || Language is not null || From is not null || Until is not null, "rule-without-condition", "The rule has no condition, so nobody would reach what comes after it. Choose a device, a language or days.", field);
        Rule.Require(Device != DeviceClass.Unknown, "rule-device-unknown", "Choose phone, tablet or desktop.", field);
        Rule.Require(From is not { } from || Until is not { } until || from <= until, "rule-days-turned", "The last day lies before the first. Exchange them.", field);
        return this with { Target = Target.Trim(), Language = Tongue(Language, field) };
    }

    private static string? Tongue(string? language, string field)
    {
        if (Rule.OptionalText(language, "language", 20)?.ToLowerInvariant() is not { } text)
        {
            return null;
        }

        var parts = text.Split('-');
        Rule.Require(
            parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter) && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)),
            "rule-language-unknown", $"“{text}” is no language code. Write two or three letters such as de, or with a country such as pt-br.", field);
        return text;
    }

    private static bool Speaks(ReadOnlySpan<char> asked, string wanted) =>
        asked.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (asked.Length == wanted.Length || asked[wanted.Length] == '-');

    private static double WeightOf(ReadOnlySpan<char> parameter)
    {
        var text = parameter.Trim();
        return text.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? Math.Clamp(weight, 0, 1) : 1;
    }
}

/// <summary>A rule as it is served.</summary>
/// <param name="Destination">Its target with the tags it may carry.</param>
/// <param name="Number">Which of the link's served addresses it is.</param>
/// <param name="IsOwnHost">Whether it leads to one of the brand's own hosts.</param>
public sealed record KeptRule(LinkRule Rule, string Destination, int Number, bool IsOwnHost)
{
    /// <summary>The place of the first rule that fits; -1 where none does.</summary>
    public static int Choose(IReadOnlyList<KeptRule> rules, DeviceClass device, ReadOnlySpan<char> language, LocalDate today)
    {
        for (var place = 0; place < rules.Count; place++)
        {
            if (rules[place].Rule.Fits(device, language, today))
            {
                return place;
            }
        }

        return -1;
    }
}

/// <summary>
/// An address that a link has served at some time. Clicks keep its number, and none of them is ever changed or given away: later rules
/// do not rewrite what was served before.
/// </summary>
/// <param name="Number">Its number within the link, from 1.</param>
/// <param name="Address">The address with its tags.</param>
/// <param name="Rule">The rule it was served by; null for the link's own target.</param>
/// <param name="Since">When it was first served.</param>
public sealed record ServedTarget(int Number, string Address, LinkRule? Rule, Instant Since);
