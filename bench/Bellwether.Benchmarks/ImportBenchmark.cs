using System.Globalization;
using System.Text;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>A million numbers out of CSV files, beside inserting as many bare rows into a table of the same columns.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Metrics = ["likes", "comments", "shares", "impressions", "reach"];

    public static async Task RunAsync(int numbers)
    {
        await using var hall = await Hall.OpenAsync();
        const int Days = 2000;
        var files = Math.Max(1, numbers / (Days * Metrics.Length));
        var subjects = new List<string>();
        for (var i = 0; i < files; i++)
        {
            subjects.Add((await hall.RunAsync(new AddSocialAccount(hall.Brand, "mastodon", $"taco{i}", Purpose: "News"))).Id.ToString());
        }

        var stored = 0;
        var real = await Hall.TimeAsync(async () =>
        {
            for (var i = 0; i < files; i++)
            {
                var run = await hall.RunAsync(new ImportNumbers(hall.Brand, $"export-{i}.csv", FileOf(i, Days), MappingOf(subjects[i])));
                stored += run.Recorded;
                if (i % Math.Max(1, files / 20) == 0)
                {
                    Console.Error.Write($"\r{(i + 1) * 100 / files,3} %");
                }
            }
        });
        Console.Error.WriteLine();
        var bare = await Hall.TimeAsync(() => Task.Run(() => Bare(Path.Combine(hall.Folder, "bare.db"), stored)));
        Hall.Say($"import of {stored} numbers in {files} files: {real.TotalSeconds:F1} s, {stored / real.TotalSeconds:F0}/s; bare inserts: {bare.TotalSeconds:F1} s; ratio {real / bare:F1} (limit 60 s a million)");
        Hall.Hold(stored == files * Days * Metrics.Length, "every number is stored");
    }

    private static byte[] FileOf(int seed, int days)
    {
        var text = new StringBuilder("Date," + string.Join(',', Metrics) + "\n");
        var last = new LocalDate(2026, 1, 1);
        for (var day = 0; day < days; day++)
        {
            text.Append(last.PlusDays(-day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            for (var metric = 0; metric < Metrics.Length; metric++)
            {
                text.Append(',').Append((((seed + day) * 31) + metric) % 997);
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ImportMapping MappingOf(string subject) =>
        new("benchmark", [new TableChoice(0, 0, "year-month-day")], [.. Metrics.Select((metric, place) => new ColumnChoice(0, place + 1, metric, metric))], Subject: subject);

    private static void Bare(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var setUp = connection.CreateCommand();
        setUp.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; create table observations (id text primary key, workspace text, batch text, brand text, metric text, subject text, start text, length text, value integer, source text, recorded_at integer, revision integer, is_current integer); create index series on observations (subject, metric, start)";
        setUp.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into observations values ($id, 'w', 'b', 'brand', 'likes', $subject, $start, 'day', $value, 'import', 1, 1, 1)";
        var (id, subject, start, value) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$subject", SqliteType.Text), insert.Parameters.Add("$start", SqliteType.Text), insert.Parameters.Add("$value", SqliteType.Integer));
        for (var row = 0; row < rows; row++)
        {
            (id.Value, subject.Value, start.Value, value.Value) = (Guid.CreateVersion7().ToString(), $"account_{row / 10_000}", $"2026-{row % 10_000:D5}", row);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
