using System.Diagnostics;
using Bellwether.Storage.Migrations;
using Bellwether.Tracking;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Bellwether.Benchmarks;

/// <summary>
/// Writes a year of clicks and page views into the product's own tables. The hits of a day are made in memory; from them come the raw rows, where these are
/// kept, and the rollups. Few links and pages have most of the hits, as everywhere.
/// </summary>
internal sealed class ReportsFilling(Hall hall, SqliteConnection connection, int days, int pages)
{
    public const int Campaigns = 20;

    private static readonly (string Dimension, string Value, string Which)[] Dimensions =
    [
        (nameof(SiteDimension.Views), "''", ""), (nameof(SiteDimension.Page), "'tacoloco.example/page/' || page", "where outcome = 'Counted'"),
        (nameof(SiteDimension.Origin), "origin", "where outcome = 'Counted'"), (nameof(SiteDimension.Campaign), "campaign", "where outcome = 'Counted'"),
    ];

    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>How many rollups of clicks were written.</summary>
    public long OfClicks { get; private set; }

    /// <summary>How many rollups of the site were written.</summary>
    public long OfSite { get; private set; }

    public void Run(Guid[] links, LocalDate first, long events, int rawDays)
    {
        using var open = connection;
        // Nobody else may have it open while it is written without a journal.
        SqliteConnection.ClearAllPools();
        Run("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-1000000; pragma temp_store=memory");
        Run("create temp table known (number integer primary key, id text)");
        Run("create temp table day (n integer primary key, at integer, quarter integer, link text, page integer, campaign text, origin text, visitor integer, first integer, \"group\" text, device text, outcome text)");
        for (var number = 0; number < links.Length; number++)
        {
            Run("insert into known values ($number, $id)", ("$number", number), ("$id", links[number]));
        }

        for (var day = 0; day < days; day++)
        {
            Day(day, first.PlusDays(day), events / days / 2, links.Length, raw: day >= days - rawDays);
            if (day % 20 == 0)
            {
                Say($"{day * 100 / days,3} %");
            }
        }

        foreach (var statement in SumsFilling.Statements(postgres: false).Where(statement => !OfRollups(statement)))
        {
            Run(statement);
            Say("one more of the longer sums");
        }

        // No statistics are taken: the product takes none either.
        Run("pragma journal_mode=wal");
        Say("done");
    }

    private void Day(int number, LocalDate day, long each, int links, bool raw)
    {
        var start = day.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
        (string, object)[] values =
        [
            ("$many", each), ("$day", number), ("$start", start), ("$end", start + NodaConstants.TicksPerDay), ("$step", NodaConstants.TicksPerDay / Math.Max(1, each)), ("$quarter", NodaConstants.TicksPerMinute * 15),
            ("$workspace", hall.Workspace.Value), ("$brand", hall.Brand.Value), ("$rules", ChannelRules.Version), ("$pages", pages), ("$links", links), ("$campaigns", Campaigns),
        ];
        using var transaction = connection.BeginTransaction();
        Run("delete from day");
        Run(Hits, values);
        if (raw)
        {
            Run(Clicks, values);
            Run(Views, values);
        }

        OfClicks += Run(ClickRollups, values);
        foreach (var (place, (dimension, value, which)) in Dimensions.Index())
        {
            OfSite += Run(
                SiteRollups.Replace("{number}", $"{4 + place}", StringComparison.Ordinal).Replace("{dimension}", dimension, StringComparison.Ordinal)
                    .Replace("{value}", value, StringComparison.Ordinal).Replace("{which}", which, StringComparison.Ordinal),
                values);
        }

        // The sums of a day come from its rollups while these are at hand; reading all of them again takes hours.
        foreach (var statement in SumsFilling.Statements(postgres: false).Where(OfRollups))
        {
            Run(OfOneDay(OfOneDay(statement, "click_rollups"), "site_rollups"), values);
        }

        transaction.Commit();
    }

    private static bool OfRollups(string statement) => statement.Contains("_rollups", StringComparison.Ordinal);

    private static string OfOneDay(string statement, string table) => statement.Replace(
        $"from {table}", $"from (select * from {table} where workspace = $workspace and brand = $brand and quarter >= $start and quarter < $end)", StringComparison.Ordinal);

    // Multiplying by a prime and taking the middle scatters the numbers, the same in each run.
    private const string Hits = """
        with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < $many),
        hits as (select n, $start + n * $step as at, (n * 2654435761 + $day * 40503) >> 8 & 65535 as a, (n * 2246822519 + $day * 30011) >> 7 & 65535 as b, (n * 3266489917 + $day * 668265) >> 9 & 65535 as c from numbers)
        insert into day
        select n, at, at - at % $quarter, known.id, (a * a / 65536 * a / 65536) * $pages / 65536, 'campaign-' || (c % $campaigns), case when b % 10 < 5 then 'Bluesky' else 'direct' end, a * 65536 + b, a % 3 = 0,
            case when b % 10 < 5 then 'OrganicSocial' when b % 10 < 7 then 'Direct' when b % 10 = 7 then 'Email' when b % 10 = 8 then 'Referral' else 'PaidSocial' end,
            case when c % 10 < 6 then 'Phone' when c % 10 < 9 then 'Desktop' else 'Tablet' end,
            case when c % 20 = 0 then 'Bot' when c % 20 = 1 then 'Preview' else 'Counted' end
        from hits cross join known on known.number = (a * a / 65536 * a / 65536) * $links / 65536
        """;

    private const string Clicks = """
        insert into clicks (id, workspace, brand, link, at, visitor, starts_visit, referrer_host, "group", device, outcome, rules, version, created_at, agent, served, scan)
        select printf('%08x-%04x-7000-8000-%012x', $day, 1, n), $workspace, $brand, link, at, visitor, first, 'bsky.app', "group", device, outcome, $rules, 1, at, null, 1, 0 from day order by n
        """;

    private const string Views = """
        insert into site_events (id, workspace, brand, at, name, host, path, source, medium, campaign, referrer_host, origin, "group", device, visitor, starts_visit, outcome, agent, data, rules, version, created_at)
        select printf('%08x-%04x-7000-8000-%012x', $day, 2, n), $workspace, $brand, at, null, 'tacoloco.example', '/page/' || page, null, null, campaign, 'bsky.app', origin, "group", device, visitor, first, outcome, null, null, $rules, 1, at from day order by n
        """;

    private const string ClickRollups = """
        insert into click_rollups (id, workspace, brand, link, quarter, outcome, "group", hits, visits, version, created_at, served, scan)
        select printf('%08x-%04x-7000-8000-%012x', $day, 3, row_number() over ()), $workspace, $brand, link, quarter, outcome, "group", count(*), sum(first), 1, $start, 1, 0 from day group by link, quarter, outcome, "group"
        """;

    private const string SiteRollups = """
        insert into site_rollups (id, workspace, brand, quarter, dimension, value, outcome, "group", hits, visits, version, created_at)
        select printf('%08x-%04x-7000-8000-%012x', $day, {number}, row_number() over ()), $workspace, $brand, quarter, '{dimension}', {value} as what, outcome, "group", count(*), sum(first), 1, $start from day {which} group by quarter, what, outcome, "group"
        """;

    private void Say(string line) => Console.Error.WriteLine(FormattableString.Invariant($"{line} after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));

    private int Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values.Where(one => sql.Contains(one.Name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }
}
