using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Tracking;
using Bellwether.Tracking.Reports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>
/// The reports over a year with many events, half of them clicks on links and half page views, beside a bare sum of the same
/// rollups. Raw rows and rollups lie in the product's own tables; they are made in the database, faster than any door would take them.
/// </summary>
internal static class ReportsBenchmark
{
    private const int Links = 200;
    private const int Pages = 300;
    public const int Days = 364;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(long events, int rawDays)
    {
        await using var hall = await Hall.OpenAsync();
        var links = new List<LinkView>();
        for (var place = 0; place < Links; place++)
        {
            links.Add(await hall.RunAsync(new MakeLink(hall.Brand, "https://tacoloco.example/", "instagram", "social", $"campaign-{place % ReportsFilling.Campaigns}")));
        }

        var today = TimeProvider.System.Now().InUtc().Date;
        var first = today.PlusDays(1 - Days);
        var filling = new ReportsFilling(hall, Open(hall), Days, Pages);
        var took = await Hall.TimeAsync(() => Task.Run(() => filling.Run([.. links.Select(link => link.Id.Value)], first, events, rawDays)));
        Hall.Say($"{events:N0} events over {Days} days, single ones kept of the last {rawDays}, {Links} links and {Pages} pages, written in {took.TotalSeconds:F0} s; {filling.OfClicks:N0} rollups of clicks and {filling.OfSite:N0} of the site; the database has {await hall.BytesAsync() / 1e6:F0} MB");
        foreach (var days in new[] { 30, Days })
        {
            var from = today.PlusDays(1 - days);
            var bare = await MedianAsync(() => Task.FromResult(Bare(hall, from)));
            Hall.Say($"the last {days} days; a bare sum of their rollups takes {bare:F0} ms");
            var reports = new (string Name, Func<Task> Ask)[]
            {
                ("overview", () => hall.RunAsync(new TrackingOverview(hall.Brand, from, today))),
                ("one link", () => hall.RunAsync(new LinkTraffic(links[0].Id))),
                ("own site", () => hall.RunAsync(new SiteOverview(hall.Brand, from, today))),
                ("hours and devices", () => hall.RunAsync(new HoursAndDevices(hall.Brand, from, today))),
                ("funnel", () => hall.RunAsync(new StageFunnel(hall.Brand, from, today))),
                ("links as CSV", () => hall.RunAsync(new ExportLinks(hall.Brand))),
                ("what was dropped", () => hall.RunAsync(new DroppedHits(hall.Brand, from, today))),
                ("compared with the days before", () => hall.RunAsync(new PeriodComparison(hall.Brand, from, today))),
                ("single events, first page", () => hall.RunAsync(new HitList(hall.Brand, From: from, Until: today))),
            };
            foreach (var (name, ask) in reports)
            {
                var median = await MedianAsync(ask);
                Hall.Say($"  {name}: {median:F0} ms, {median / bare:F1} times the bare sum");
            }
        }

        var built = await hall.RunAsync(new RebuildRollups(hall.Brand, today));
        Hall.Say($"the last day built anew from its raw rows: {built.Rows:N0} rollups, {built.Mended} differed");
        Hall.Hold(built is { Rows: > 0, Mended: 0 }, "rollups equal their raw rows");
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        // The first ones compile the queries. What takes seconds is taken once.
        var first = await Hall.TimeAsync(work);
        if (first > Long)
        {
            return first.TotalMilliseconds;
        }

        await work();
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            times.Add((await Hall.TimeAsync(work)).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static SqliteConnection Open(Hall hall)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(hall.Folder, "bellwether.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static long Bare(Hall hall, LocalDate from)
    {
        using var connection = Open(hall);
        using var command = connection.CreateCommand();
        command.CommandText = "select sum(hits) from click_rollups where workspace = $workspace and brand = $brand and quarter >= $from";
        command.Parameters.AddWithValue("$workspace", hall.Workspace.Value);
        command.Parameters.AddWithValue("$brand", hall.Brand.Value);
        command.Parameters.AddWithValue("$from", from.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks());
        return (long)command.ExecuteScalar()!;
    }
}
