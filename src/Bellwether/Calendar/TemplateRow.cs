using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A row of a template's table, as it is typed.</summary>
/// <param name="Id">The row it was; null for a fresh one.</param>
/// <param name="Day">Weekdays (“Mon, Wed”), a date (“2026-12-24”), “daily”, or a rule such as FREQ=MONTHLY;BYDAY=1SU.</param>
/// <param name="Place">Where; a dash says that nothing is on that day.</param>
/// <param name="From">When it begins there.</param>
/// <param name="To">When it ends there; before the beginning means the next day.</param>
/// <param name="Values">Further variables by their names.</param>
public sealed record RowText(string Day, string? Place = null, LocalTime? From = null, LocalTime? To = null, IReadOnlyDictionary<string, string>? Values = null, Id<TemplateRow>? Id = null);

/// <summary>One line of the table that fills a template: the days it is for, where, from when until when, and what else is said.</summary>
public sealed class TemplateRow : Entity<TemplateRow>
{
    private static readonly string[] Dashes = ["-", "–", "—"];

    private TemplateRow()
    {
    }

    internal TemplateRow(Id<PostTemplate> template, LocalDate since) => (Template, Since) = (template, since);

    public Id<PostTemplate> Template { get; private set; }

    /// <summary>The day it was first written: where “every other week” counts from.</summary>
    public LocalDate Since { get; private set; }

    /// <summary>The days it is for: a date or a rule, as <see cref="RowDay"/> writes it.</summary>
    public string Day { get; private set; } = "";

    public string? Place { get; private set; }

    public LocalTime? From { get; private set; }

    public LocalTime? To { get; private set; }

    /// <summary>Further variables by their names in small letters.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its place in the table.</summary>
    public int Rank { get; private set; }

    public RowDay When => RowDay.Parse(Day);

    /// <summary>Whether it says that nothing is on.</summary>
    public bool IsOff => Place is not null && Dashes.Contains(Place);

    internal void Become(RowDay when, RowText written, int rank, string field)
    {
        Day = when.ToString();
        Place = Rule.OptionalText(written.Place, $"{field}.place", 300);
        (From, To, Rank) = (Minute(written.From), Minute(written.To), rank);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in written.Values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            var known = PostVariables.Name(name);
            Rule.Require(known.Length is > 0 and <= 60 && !known.Contains('{') && !known.Contains('}'), "variable-invalid", $"“{name}” is no name for a variable. Use a word or two.", $"{field}.values");
            Rule.Require(!RowValues.Own.Contains(known), "variable-own", $"“{name}” is filled from the row itself. Choose another name.", $"{field}.values");
            if (Rule.OptionalText(value, $"{field}.values", 2_000) is { } text)
            {
                values[known] = text;
            }
        }

        Values = values;
    }

    private static LocalTime? Minute(LocalTime? time) => time is { } given ? new LocalTime(given.Hour, given.Minute) : null;
}
