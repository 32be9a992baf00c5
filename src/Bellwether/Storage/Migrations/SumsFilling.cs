namespace Bellwether.Storage.Migrations;

/// <summary>Fills the empty sums by hour, day and month from the quarters of an hour: at the upgrade that brings them, and from a backup that is older than they are.</summary>
public static class SumsFilling
{
    /// <summary>One of the tables that are filled.</summary>
    public const string Table = "link_sums";

    /// <summary>The statements in their order.</summary>
    public static IReadOnlyList<string> Statements(bool postgres)
    {
        // Ids look like those that the program makes; on SQLite they lie as text in capitals.
        var id = postgres
            ? "gen_random_uuid()"
            : "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
        var day = "quarter - quarter % 864000000000";
        var month = postgres
            ? "cast(extract(epoch from date_trunc('month', to_timestamp(start / 10000000) at time zone 'UTC') at time zone 'UTC') as bigint) * 10000000"
            : "cast(strftime('%s', start / 10000000, 'unixepoch', 'start of month') as integer) * 10000000";
        var (hits, visits) = ("cast(sum(hits) as bigint)", "cast(sum(visits) as bigint)");
        var source = "case dimension when 'Views' then 'Views' else 'Events' end";
        var times = "cast(sum(case outcome when 'Counted' then hits else 0 end) as bigint), cast(sum(case outcome when 'Counted' then visits else 0 end) as bigint), cast(sum(case outcome when 'Counted' then 0 else hits end) as bigint)";
        return
        [
            $"""
            insert into link_sums (id, workspace, brand, link, span, start, outcome, served, scan, hits, visits, version, created_at)
            select {id}, workspace, brand, link, 'Day', {day}, outcome, served, scan, {hits}, {visits}, 1, {day} from click_rollups group by workspace, brand, link, {day}, outcome, served, scan
            """,
            $"""
            insert into link_sums (id, workspace, brand, link, span, start, outcome, served, scan, hits, visits, version, created_at)
            select {id}, workspace, brand, link, 'Month', {month}, outcome, served, scan, {hits}, {visits}, 1, {month} from link_sums where span = 'Day' group by workspace, brand, link, {month}, outcome, served, scan
            """,
            $"""
            insert into group_sums (id, workspace, brand, source, span, start, outcome, "group", hits, visits, version, created_at)
            select {id}, workspace, brand, 'Clicks', 'Day', {day}, outcome, "group", {hits}, {visits}, 1, {day} from click_rollups group by workspace, brand, {day}, outcome, "group"
            """,
            $"""
            insert into group_sums (id, workspace, brand, source, span, start, outcome, "group", hits, visits, version, created_at)
            select {id}, workspace, brand, {source}, 'Day', {day}, outcome, "group", {hits}, {visits}, 1, {day} from site_rollups where dimension in ('Views', 'Event') group by workspace, brand, {source}, {day}, outcome, "group"
            """,
            $"""
            insert into group_sums (id, workspace, brand, source, span, start, outcome, "group", hits, visits, version, created_at)
            select {id}, workspace, brand, source, 'Month', {month}, outcome, "group", {hits}, {visits}, 1, {month} from group_sums where span = 'Day' group by workspace, brand, source, {month}, outcome, "group"
            """,
            $"""
            insert into site_sums (id, workspace, brand, dimension, value, span, start, hits, visits, version, created_at)
            select {id}, workspace, brand, dimension, value, 'Day', {day}, {hits}, {visits}, 1, {day} from site_rollups where dimension <> 'Views' and outcome = 'Counted' group by workspace, brand, dimension, value, {day}
            """,
            $"""
            insert into site_sums (id, workspace, brand, dimension, value, span, start, hits, visits, version, created_at)
            select {id}, workspace, brand, dimension, value, 'Month', {month}, {hits}, {visits}, 1, {month} from site_sums where span = 'Day' group by workspace, brand, dimension, value, {month}
            """,
            $"""
            insert into time_sums (id, workspace, brand, source, span, quarter, hits, visits, dropped, version, created_at)
            select {id}, workspace, brand, 'Clicks', 'Quarter', quarter / 9000000000, {times}, 1, quarter from click_rollups group by workspace, brand, quarter
            """,
            $"""
            insert into time_sums (id, workspace, brand, source, span, quarter, hits, visits, dropped, version, created_at)
            select {id}, workspace, brand, {source}, 'Quarter', quarter / 9000000000, {times}, 1, quarter from site_rollups where dimension in ('Views', 'Event') group by workspace, brand, {source}, quarter
            """,
            $"""
            insert into time_sums (id, workspace, brand, source, span, quarter, hits, visits, dropped, version, created_at)
            select {id}, workspace, brand, source, 'Hour', quarter / 4 * 4, {hits}, {visits}, cast(sum(dropped) as bigint), 1, quarter / 4 * 36000000000
            from time_sums where span = 'Quarter' group by workspace, brand, source, quarter / 4 * 4, quarter / 4 * 36000000000
            """,
        ];
    }
}
