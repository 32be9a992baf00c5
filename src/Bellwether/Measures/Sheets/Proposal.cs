using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>Proposes a mapping from what a file's columns are called and what stands in them.</summary>
public sealed class Proposal(FoundTables tables, string kind, IReadOnlyList<Metric> metrics, string readerLocale, Func<string, string?> subjectOf)
{
    private static readonly HashSet<string> DateNames = ["date", "day", "datum", "tag", "time", "week", "month", "post date", "published", "publish time", "created", "period", "jour", "woche", "monat"];
    private static readonly string[] Locales = ["en-US", "de-DE", "fr-FR", "de-CH"];
    private readonly Profile? profile = Profiles.All.FirstOrDefault(each => each.Fits(tables));

    /// <summary>The proposal; columns without a metric say why.</summary>
    public ImportMapping Make()
    {
        var locale = Locale();
        var choices = tables.Tables.Select(Dated).ToList();
        var columns = new List<ColumnChoice>();
        foreach (var table in tables.Tables)
        {
            columns.AddRange(Enumerable.Range(0, table.Columns.Count).Where(place => place != choices[table.Index].Date && table.Columns[place].Length > 0).Select(place => Choose(table, place, locale)));
            if (profile?.Rows is { } rows)
            {
                columns.Add(new ColumnChoice(table.Index, -1, "(each row)", rows, Why: "Each row is one post."));
            }
        }

        var dated = choices.Any(choice => choice.Date is not null);
        var length = profile?.Length ?? (dated ? LengthOf(choices) : PeriodLength.ToDate);
        return new ImportMapping(
            profile?.Name ?? "a table", choices, WithoutTwins(columns), length, profile?.Meaning ?? DateMeaning.InPeriod, locale,
            profile?.Network is { } network ? subjectOf(network) : null);
    }

    private TableChoice Dated(FoundTable table)
    {
        var date = profile is null ? GuessDate(table) : profile.Date is { } name && table.Find(name) is >= 0 and var found ? found : (int?)null;
        var way = date is { } place ? DateText.Guess(Filled(table, place), readerLocale == "en-US").Way : null;
        if (way is null)
        {
            return new TableChoice(table.Index, null, null, profile?.AddUp ?? false, 0);
        }

        var days = Filled(table, date!.Value);
        var repeats = days.Distinct(StringComparer.Ordinal).Count() < days.Count;
        var told = Enumerable.Range(0, table.Columns.Count).Any(column => column != date && Filled(table, column) is { Count: > 0 } texts && !texts.Exists(TableFinder.IsValue));
        return new TableChoice(table.Index, date, way, profile?.AddUp ?? (repeats && told), profile?.Label is { } label ? table.Find(label) : null);
    }

    private static int? GuessDate(FoundTable table)
    {
        var possible = Enumerable.Range(0, table.Columns.Count).Where(place => DateText.Guess(Filled(table, place), false).Way is not null).ToList();
        var named = possible.FindIndex(place => DateNames.Contains(HeaderText.Key(table.Columns[place])));
        return possible.Count == 0 ? null : possible[Math.Max(named, 0)];
    }

    private ColumnChoice Choose(FoundTable table, int place, string locale)
    {
        var name = table.Columns[place];
        var said = HeaderText.Key(name) is "primary" or "value" or "fb_page" or "ig_account" && table.Title.Length > 0 || HeaderText.Key(name) is "fb page" or "ig account" ? table.Title : name;
        var subject = said == name ? null : NetworkIn(said) is { } network ? subjectOf(network) : null;
        var numbers = Filled(table, place).Where(text => NumberText.TryRead(text, locale, out _)).ToList();
        if (numbers.Count == 0)
        {
            return new ColumnChoice(table.Index, place, said, null, Why: "No numbers stand in it.");
        }

        if (profile?.Columns.GetValueOrDefault(HeaderText.Key(name)) is { } known)
        {
            var over = known.Over is { } under && table.Find(under) is >= 0 and var denominator ? denominator : (int?)null;
            return new ColumnChoice(table.Index, place, said, known.Metric, subject, known.Times, over, known.Why);
        }

        var metric = MetricGuess.Of(said, metrics);
        if (metric is null or { Enabled: false })
        {
            return new ColumnChoice(table.Index, place, said, null, Why: metric?.Note ?? "No metric of the catalogue is called like this. Choose one, or define one of your own.");
        }

        var percent = metric.Unit == MetricUnit.Percent && numbers.Exists(text => NumberText.TryRead(text, locale, out var number) && !number.Percent && Math.Abs(number.Value) > 1);
        return new ColumnChoice(table.Index, place, said, metric.Key, subject, percent ? 0.01m : 1m);
    }

    /// <summary>Two columns must not bring the same number twice; the later one waits for another subject.</summary>
    private static List<ColumnChoice> WithoutTwins(List<ColumnChoice> columns)
    {
        var seen = new Dictionary<(string, string?), string>();
        return columns.ConvertAll(column =>
        {
            if (column.Metric is null || seen.TryAdd((column.Metric, column.Subject), column.Column))
            {
                return column;
            }

            return column with { Metric = null, Why = $"“{seen[(column.Metric, column.Subject)]}” brings the same metric for the same account. Choose another account to take this one too." };
        });
    }

    private string Locale()
    {
        var texts = tables.Tables.SelectMany(table => table.Rows.Take(500).SelectMany(row => row.Cells)).Select(cell => cell.Trim()).Where(TableFinder.IsValue).Take(5000).ToList();
        var scores = Locales.Select(locale => (locale, Read: texts.Count(text => NumberText.TryRead(text, locale, out _)))).ToList();
        var most = scores.Max(score => score.Read);
        var best = scores.Where(score => score.Read == most).Select(score => score.locale).ToList();
        return kind.Contains("semicolon", StringComparison.Ordinal) && best.Contains(readerLocale) ? readerLocale : best[0];
    }

    private PeriodLength LengthOf(List<TableChoice> choices)
    {
        var days = choices.Where(choice => choice.Date is not null)
            .SelectMany(choice => tables.Tables[choice.Table].Rows.Select(row => DateText.TryRead(row.At(choice.Date!.Value), choice.Way!, out var day) ? day : (LocalDate?)null))
            .OfType<LocalDate>().Distinct().Order().ToList();
        var gaps = days.Zip(days.Skip(1), (one, next) => Period.DaysBetween(one, next)).Order().ToList();
        return gaps.Count == 0 ? PeriodLength.Day : gaps[gaps.Count / 2] switch
        {
            7 => PeriodLength.Week,
            >= 28 and <= 31 => PeriodLength.Month,
            >= 89 and <= 92 => PeriodLength.Quarter,
            >= 365 and <= 366 => PeriodLength.Year,
            _ => PeriodLength.Day,
        };
    }

    private static string? NetworkIn(string title) =>
        title.Contains("instagram", StringComparison.OrdinalIgnoreCase) ? "instagram"
        : title.Contains("facebook", StringComparison.OrdinalIgnoreCase) ? "facebook"
        : null;

    private static List<string> Filled(FoundTable table, int place) => [.. table.Rows.Select(row => row.At(place)).Where(text => text.Length > 0)];
}
