using System.Globalization;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What a row says on one of its days, by the names of the variables.</summary>
internal static class RowValues
{
    /// <summary>Names that come from the row and its day; nobody can fill them otherwise.</summary>
    public static readonly IReadOnlyList<string> Own = ["place", "from", "to", "until", "day", "date"];

    public static IReadOnlyDictionary<string, string> Of(TemplateRow row, LocalDate day)
    {
        var values = new Dictionary<string, string>(row.Values, StringComparer.Ordinal)
        {
            ["day"] = day.DayOfWeek.ToString(),
            ["date"] = day.ToString("d MMM", CultureInfo.InvariantCulture),
        };
        Add("place", row.Place);
        Add("from", Time(row.From));
        Add("to", Time(row.To));
        Add("until", Time(row.To));
        return values;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                values[name] = value;
            }
        }
    }

    private static string? Time(LocalTime? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
