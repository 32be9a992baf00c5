using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>Times of day as files write them: 9:30, 09.30, 9h30, 9:30 pm, 9 am, or a spreadsheet's part of a day.</summary>
internal static partial class SheetTime
{
    public static LocalTime? Read(string text)
    {
        var said = text.Trim();
        // A spreadsheet's cell of a time alone comes as that time on its first day.
        if (said.LastIndexOf('T') is > 0 and var mark)
        {
            said = said[(mark + 1)..];
        }

        if (decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && said.Contains('.', StringComparison.Ordinal) && part is > 0 and < 1 && said.StartsWith("0.", StringComparison.Ordinal))
        {
            var minutes = (int)Math.Round(part * 1440, MidpointRounding.AwayFromZero) % 1440;
            return new LocalTime(minutes / 60, minutes % 60);
        }

        var found = Times().Match(said);
        if (!found.Success)
        {
            return null;
        }

        var (hour, minute) = (int.Parse(found.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), found.Groups["minute"].Success ? int.Parse(found.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0);
        var half = found.Groups["half"].Value;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (!found.Groups["minute"].Success)
        {
            return null;
        }

        return hour <= 23 && minute <= 59 ? new LocalTime(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2})([:.h](?<minute>\d{2})(:\d{2})?(\.\d+)?)?\s*(?<half>[AaPp])?(\.?[Mm]\.?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Times();
}
