using System.Globalization;
using System.Text;
using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>A number as a person typed it.</summary>
/// <param name="Value">The number; a percentage as a fraction.</param>
/// <param name="Percent">Whether a percent sign stood with it.</param>
public sealed record TypedNumber(decimal Value, bool Percent);

/// <summary>
/// Numbers as people write them where they live: “1.234,5” in German, “1,234.5” in English, 12k, 3,4 %.
/// What could be read two ways or is no number is refused, never guessed.
/// </summary>
public static class NumberText
{
    /// <summary>The number in a text, or 422 in words beside the field.</summary>
    public static TypedNumber Read(string? text, string locale, string field = "value") =>
        TryRead(text, locale, out var number)
            ? number
            : throw Rule.Broken("number-unreadable", $"“{text}” is no number in {Locale.Of(locale).EnglishName}. Write it like {Write(1234.5m, MetricUnit.Count, locale)}.", field);

    /// <summary>The number for a metric: where it is a rate, a plain 3.4 means 3.4 %.</summary>
    public static decimal ReadFor(Metric metric, string? text, string locale, string field = "value")
    {
        var number = Read(text, locale, field);
        Rule.Require(!number.Percent || metric.Unit == MetricUnit.Percent, "number-not-percent", $"{metric.Name} is no percentage. Leave out the % sign.", field);
        return metric.Unit == MetricUnit.Percent && !number.Percent ? number.Value / 100 : number.Value;
    }

    /// <summary>Whether the text is exactly one number in the locale.</summary>
    public static bool TryRead(string? text, string locale, out TypedNumber number)
    {
        number = new TypedNumber(0, false);
        var format = Locale.Of(locale).NumberFormat;
        var rest = Plain(text ?? "");
        var percent = rest.EndsWith('%');
        rest = percent ? rest[..^1] : rest;
        var scale = rest.Length == 0 ? 1m : ScaleOf(rest[^1]);
        rest = scale == 1m ? rest : rest[..^1];
        var negative = rest.StartsWith('-');
        rest = negative || rest.StartsWith('+') ? rest[1..] : rest;
        if ((percent && scale != 1m) || rest.Length == 0 || !TryDigits(rest, format, out var value))
        {
            return false;
        }

        try
        {
            value *= percent ? 0.01m : scale;
        }
        catch (OverflowException)
        {
            return false;
        }

        number = new TypedNumber(negative ? -value : value, percent);
        return true;
    }

    /// <summary>A number for a reader, with thousands separated by the locale and no more decimals than it has (six at most).</summary>
    public static string Write(decimal value, MetricUnit unit, string locale)
    {
        var format = (NumberFormatInfo)Locale.Of(locale).NumberFormat.Clone();
        format.NumberGroupSizes = [3];
        return unit == MetricUnit.Percent
            ? (value * 100).ToString("#,##0.####", format) + " %"
            : value.ToString("#,##0.######", format);
    }

    /// <summary>All kinds of spaces go; minus signs of print become the keyboard's.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                plain.Append(character is '−' or '–' ? '-' : character is '’' ? '\'' : character);
            }
        }

        return plain.ToString();
    }

    private static decimal ScaleOf(char letter) => letter switch { 'k' or 'K' => 1_000m, 'M' => 1_000_000m, _ => 1m };

    private static bool TryDigits(string text, NumberFormatInfo format, out decimal value)
    {
        value = 0;
        var group = Plain(format.NumberGroupSeparator);
        var halves = text.Split(Plain(format.NumberDecimalSeparator));
        if (halves.Length > 2 || (halves.Length == 2 && !OnlyDigits(halves[1])))
        {
            return false;
        }

        // Groups are three digits each, so that “1,23” is never taken for 123.
        var groups = group.Length == 0 ? [halves[0]] : halves[0].Split(group);
        var grouped = groups.Length > 1;
        if (!groups.All(OnlyDigits) || (grouped && (groups[0].Length > 3 || groups.Skip(1).Any(part => part.Length != 3))))
        {
            return false;
        }

        var digits = string.Concat(groups) + (halves.Length == 2 ? "." + halves[1] : "");
        return digits.Length <= 25 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool OnlyDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
