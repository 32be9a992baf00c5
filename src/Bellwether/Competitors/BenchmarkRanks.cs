using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A figure with its day and who told it.</summary>
public sealed record KnownFigure(decimal Value, LocalDate Day, string Source);

/// <summary>The newest that is known of each figure; they may be of different days.</summary>
public sealed record NewestFigures(IReadOnlyDictionary<BenchmarkMeasure, KnownFigure> Values, IReadOnlyDictionary<PublicPostForm, decimal>? Formats)
{
    public KnownFigure? Of(BenchmarkMeasure measure) => Values.GetValueOrDefault(measure);
}

/// <summary>Picks the newest figures and ranks them.</summary>
public static class BenchmarkRanks
{
    /// <summary>The figure of a measure.</summary>
    public static decimal? Value(this Figures figures, BenchmarkMeasure measure) => measure switch
    {
        BenchmarkMeasure.Followers => figures.Followers,
        BenchmarkMeasure.PostsPerWeek => figures.PostsPerWeek,
        BenchmarkMeasure.EngagementPerPost => figures.EngagementPerPost,
        _ => figures.ResponseMinutes,
    };

    /// <summary>
    /// For each measure the newest snapshot that knows it. What is on file of an own account stands in where it is alone or newer; what was
    /// counted over four weeks stands in only where the snapshot is older than these.
    /// </summary>
    public static NewestFigures Newest(IEnumerable<BenchmarkSnapshot> snapshots, NewestFigures? onFile)
    {
        var ordered = snapshots.OrderByDescending(row => row.Day).ToList();
        var values = new Dictionary<BenchmarkMeasure, KnownFigure>();
        foreach (var measure in Enum.GetValues<BenchmarkMeasure>())
        {
            if (ordered.Find(row => row.Figures.Value(measure) is not null) is { } row)
            {
                values[measure] = new KnownFigure(row.Figures.Value(measure)!.Value, row.Day, row.Source);
            }
        }

        foreach (var (measure, figure) in onFile?.Values ?? new Dictionary<BenchmarkMeasure, KnownFigure>())
        {
            if (!values.TryGetValue(measure, out var known) || known.Day < Old(measure, figure.Day))
            {
                values[measure] = figure;
            }
        }

        var formats = ordered.Find(row => row.Figures.Formats is not null);
        var counted = onFile?.Of(BenchmarkMeasure.PostsPerWeek)?.Day;
        return new NewestFigures(values, onFile?.Formats is { } shares && (formats is null || formats.Day < Old(BenchmarkMeasure.PostsPerWeek, counted!.Value)) ? shares : formats?.Figures.Formats);

        static LocalDate Old(BenchmarkMeasure measure, LocalDate day) => measure == BenchmarkMeasure.Followers ? day : day.PlusDays(-7 * PublicFigures.Weeks);
    }

    /// <summary>
    /// Places from 1, the best first; equal figures share a place and the next one is left out (standard competition ranking). A figure
    /// nobody knows has no place. Posts a week are a habit, not a contest: nobody is ranked by them.
    /// </summary>
    public static IReadOnlyList<int?> Of(BenchmarkMeasure measure, IReadOnlyList<decimal?> values)
    {
        var least = measure == BenchmarkMeasure.ResponseMinutes;
        return [.. values.Select(value => value is null || measure == BenchmarkMeasure.PostsPerWeek ? (int?)null : 1 + values.Count(other => other is not null && (least ? other < value : other > value)))];
    }
}
