using System.Diagnostics;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage.Migrations;
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
    private const int Days = 364;

    public static async Task RunAsync(long events)
    {
        await using var hall = await Hall.OpenAsync();
        var links = new List<LinkView>();
        for (var place = 0; place < Links; place++)
        {
            links.Add(await hall.RunAsync(new MakeLink(hall.Brand, "https://tacoloco.example/", "instagram", "social", $"campaign-{place % 20}")));
        }

        var today = TimeProvider.System.Now().InUtc().Date;
        var first = today.PlusDays(1 - Days);
        var filling = await Hall.TimeAsync(() => Task.Run(() => Fill(hall, [.. links.Select(link => link.Id.Value)], first, events)));
        var bytes = Directory.GetFiles(hall.Folder, "*.db*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Hall.Say($"{events:N0} events over {Days} days, {Links} links and {Pages} pages, written in {filling.TotalSeconds:F0} s; {Count(hall, "click_rollups"):N0} rollups of clicks and {Count(hall, "site_rollups"):N0} of the site; the database has {bytes / 1e6:F0} MB");
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
                var took = await MedianAsync(ask);
                Hall.Say($"  {name}: {took:F0} ms, {took / bare:F1} times the bare sum");
            }
        }

        var built = await hall.RunAsync(new RebuildRollups(hall.Brand, today));
        Hall.Say($"the last day built anew from its raw rows: {built.Rows:N0} rollups, {built.Mended} differed");
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        // The first ones compile the queries.
        await work();
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

    private static long Count(Hall hall, string table)
    {
        using var connection = Open(hall);
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return (long)command.ExecuteScalar()!;
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

    /// <summary>Day by day, each with its rollups in its own transaction. Few links and pages have most of the events, as everywhere.</summary>
    private static void Fill(Hall hall, Guid[] links, LocalDate first, long events)
    {
        // Nobody else may have it open while it is written without a journal.
        SqliteConnection.ClearAllPools();
        using var connection = Open(hall);
        Run(connection, "pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-1000000; pragma temp_store=memory; create temp table known (number integer primary key, id text)");
        for (var number = 0; number < links.Length; number++)
        {
            Run(connection, "insert into known values ($number, $id)", ("$number", number), ("$id", links[number]));
        }

        var each = events / Days / 2;
        var began = Stopwatch.GetTimestamp();
        for (var day = 0; day < Days; day++)
        {
            var start = first.PlusDays(day).AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
            (string, object)[] values =
            [
                ("$many", each), ("$day", day), ("$start", start), ("$end", start + NodaConstants.TicksPerDay), ("$step", NodaConstants.TicksPerDay / Math.Max(1, each)),
                ("$quarter", NodaConstants.TicksPerMinute * 15), ("$workspace", hall.Workspace.Value), ("$brand", hall.Brand.Value), ("$rules", ChannelRules.Version), ("$pages", Pages), ("$links", links.Length),
            ];
            using var transaction = connection.BeginTransaction();
            Run(connection, Clicks, values);
            Run(connection, Views, values);
            Run(connection, ClickRollups, values);
            foreach (var (place, (dimension, value, which)) in Dimensions.Index())
            {
                Run(connection, SiteRollups.Replace("{number}", $"{4 + place}", StringComparison.Ordinal).Replace("{dimension}", dimension, StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal).Replace("{which}", which, StringComparison.Ordinal), values);
            }

            transaction.Commit();
            if (day % 20 == 0)
            {
                Console.Error.WriteLine($"{day * 100 / Days,3} % after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
            }
        }

        Console.Error.WriteLine("sums");
        foreach (var statement in SumsFilling.Statements(postgres: false))
        {
            Run(connection, statement);
        }

        Run(connection, "analyze");
        Run(connection, "pragma journal_mode=wal");
    }

    // Multiplying by a prime and taking the middle scatters the numbers, the same in each run.
    private const string Events = """
        with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < $many),
        events as (select n, $start + n * $step as at, (n * 2654435761 + $day * 40503) >> 8 & 65535 as a, (n * 2246822519 + $day * 30011) >> 7 & 65535 as b, (n * 3266489917 + $day * 668265) >> 9 & 65535 as c from numbers)
        """;

    private const string Group = "case when b % 10 < 5 then 'OrganicSocial' when b % 10 < 7 then 'Direct' when b % 10 = 7 then 'Email' when b % 10 = 8 then 'Referral' else 'PaidSocial' end";
    private const string Device = "case when c % 10 < 6 then 'Phone' when c % 10 < 9 then 'Desktop' else 'Tablet' end";
    private const string Outcome = "case when c % 20 = 0 then 'Bot' when c % 20 = 1 then 'Preview' else 'Counted' end";
    private const string Clicks = Events + " insert into clicks (id, workspace, brand, link, at, visitor, starts_visit, referrer_host, \"group\", device, outcome, rules, version, created_at, agent, served, scan) select printf('%08x-%04x-7000-8000-%012x', $day, 1, n), $workspace, $brand, known.id, at, a * 65536 + b, a % 3 = 0, 'bsky.app', " + Group + ", " + Device + ", " + Outcome + ", $rules, 1, at, null, 1, 0 from events join known on known.number = (a * a / 65536 * a / 65536) * $links / 65536";
    private const string Views = Events + " insert into site_events (id, workspace, brand, at, name, host, path, source, medium, campaign, referrer_host, origin, \"group\", device, visitor, starts_visit, outcome, agent, data, rules, version, created_at) select printf('%08x-%04x-7000-8000-%012x', $day, 2, n), $workspace, $brand, at, null, 'tacoloco.example', '/page/' || ((a * a / 65536 * a / 65536) * $pages / 65536), null, null, 'campaign-' || (c % 20), 'bsky.app', case when b % 10 < 5 then 'Bluesky' else 'direct' end, " + Group + ", " + Device + ", a * 65536 + b, a % 3 = 0, " + Outcome + ", null, null, $rules, 1, at from events";
    private const string ClickRollups = "insert into click_rollups (id, workspace, brand, link, quarter, outcome, \"group\", hits, visits, version, created_at, served, scan) select printf('%08x-%04x-7000-8000-%012x', $day, 3, row_number() over ()), workspace, brand, link, at - at % $quarter as q, outcome, \"group\", count(*), sum(starts_visit), 1, $start, served, scan from clicks where workspace = $workspace and at >= $start and at < $end group by link, q, outcome, \"group\", served, scan";
    private const string SiteRollups = "insert into site_rollups (id, workspace, brand, quarter, dimension, value, outcome, \"group\", hits, visits, version, created_at) select printf('%08x-%04x-7000-8000-%012x', $day, {number}, row_number() over ()), workspace, brand, at - at % $quarter as q, '{dimension}', {value} as what, outcome, \"group\", count(*), sum(starts_visit), 1, $start from site_events where workspace = $workspace and at >= $start and at < $end {which} group by q, what, outcome, \"group\"";

    private static readonly (string Dimension, string Value, string Which)[] Dimensions =
    [
        (nameof(SiteDimension.Views), "''", ""), (nameof(SiteDimension.Page), "host || path", "and outcome = 'Counted'"),
        (nameof(SiteDimension.Origin), "origin", "and outcome = 'Counted'"), (nameof(SiteDimension.Campaign), "campaign", "and outcome = 'Counted'"),
    ];

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        command.ExecuteNonQuery();
    }
}
