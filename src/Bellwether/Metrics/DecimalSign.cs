using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>What stands before the cents.</summary>
public enum DecimalSign
{
    /// <summary>12.50; thousands as 1,234.56.</summary>
    Point,

    /// <summary>12,50; thousands as 1.234,56.</summary>
    Comma,
}

/// <summary>A number of a file as it stands there.</summary>
/// <param name="Whole">Whether it counts something, so that its last three digits cannot be decimals.</param>
public sealed record WrittenNumber(int Line, string Text, bool Whole = false);

/// <summary>
/// Finds which sign is the decimal one in a whole file, from numbers that can be read one way only: <c>12,50</c>, <c>1.234,56</c>.
/// “1.234” alone can be read two ways and is never guessed.
/// </summary>
public static class DecimalSigns
{
    private static readonly DecimalSign[] Signs = [DecimalSign.Point, DecimalSign.Comma];

    /// <summary>How numbers with such a sign are written, for <see cref="NumberText"/>.</summary>
    public static string Locale(this DecimalSign sign) => sign == DecimalSign.Comma ? "de-DE" : "en-US";

    /// <summary>The sign of the numbers; null where none of them has any. 422 beside <paramref name="field"/> where they can be read two ways, or contradict one another.</summary>
    public static DecimalSign? Of(IEnumerable<WrittenNumber> numbers, string field)
    {
        var (found, unclear) = Look(numbers);
        Rule.Require(found.Count < 2, "decimal-mixed", found.Count < 2 ? "" : $"Line {found[DecimalSign.Comma].Line} has a decimal comma (“{Short(found[DecimalSign.Comma])}”) and line {found[DecimalSign.Point].Line} a decimal point (“{Short(found[DecimalSign.Point])}”). Choose the one that is right: lines with the other one are then named, to be mended.", field);
        Rule.Require(
            found.Count > 0 || unclear is null, "decimal-unclear", unclear is null ? "" : $"“{Short(unclear)}” in line {unclear.Line} can be read with a decimal point or with a decimal comma, and no other number of the file tells which. Choose the decimal sign.", field);
        return found.Count == 0 ? null : found.Keys.Single();
    }

    /// <summary>The sign of the numbers where they tell it, else none.</summary>
    public static DecimalSign? Told(IEnumerable<WrittenNumber> numbers) => Look(numbers).Found is { Count: 1 } found ? found.Keys.Single() : null;

    /// <summary>The number, with thousands in threes between the other sign, an apostrophe or spaces; null when it is none.</summary>
    public static decimal? Read(string text, DecimalSign sign) =>
        NumberText.TryRead(Plain(text), sign.Locale(), out var number) && !number.Percent && char.IsAsciiDigit(Plain(text)[^1]) ? number.Value : null;

    private static (Dictionary<DecimalSign, WrittenNumber> Found, WrittenNumber? Unclear) Look(IEnumerable<WrittenNumber> numbers)
    {
        var found = new Dictionary<DecimalSign, WrittenNumber>();
        WrittenNumber? unclear = null;
        foreach (var number in numbers)
        {
            if (Tells(number) is { } sign)
            {
                found.TryAdd(sign, number);
            }
            else if (number.Text.AsSpan().ContainsAny('.', ','))
            {
                unclear ??= Signs.Any(one => Read(number.Text, one) is not null) ? number : null;
            }
        }

        return (found, unclear);
    }

    /// <summary>The sign under which alone it is a number.</summary>
    private static DecimalSign? Tells(WrittenNumber number)
    {
        if (!number.Text.AsSpan().ContainsAny('.', ','))
        {
            return null;
        }

        // A number does not begin its thousands with a nought: 0,125 has decimals.
        var digits = Plain(number.Text).TrimStart('-', '+');
        var nought = digits.StartsWith("0.", StringComparison.Ordinal) || digits.StartsWith("0,", StringComparison.Ordinal);
        var fits = Signs.Where(sign => Read(number.Text, sign) is { } value && (!nought || Math.Abs(value) < 1) && (!number.Whole || nought || value == decimal.Truncate(value))).ToList();
        return fits.Count == 1 ? fits[0] : null;
    }

    private static string Plain(string text) => text.Trim().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    private static string Short(WrittenNumber number) => Excerpt.Of(number.Text, 30);
}
