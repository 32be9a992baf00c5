using Bellwether.Tracking.Sums;
using Microsoft.Data.Sqlite;

namespace Bellwether.Tracking;

/// <summary>The part that keeps the sums above the quarters of an hour.</summary>
internal sealed partial class SqliteClickLog
{
    private const string AddToLinkSum = """
        insert into link_sums (id, workspace, brand, link, span, start, outcome, served, scan, hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?6)
        on conflict (link, span, start, outcome, served, scan) do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private const string AddToGroupSum = """
        insert into group_sums (id, workspace, brand, source, span, start, outcome, "group", hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?6)
        on conflict (brand, source, span, start, outcome, "group") do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private const string AddToSiteSum = """
        insert into site_sums (id, workspace, brand, dimension, value, span, start, hits, visits, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?7)
        on conflict (brand, dimension, span, start, value) do update set hits = hits + excluded.hits, visits = visits + excluded.visits
        """;

    private const string AddToTimeSum = """
        insert into time_sums (id, workspace, brand, source, span, quarter, hits, visits, dropped, version, created_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10)
        on conflict (brand, source, span, quarter) do update set hits = hits + excluded.hits, visits = visits + excluded.visits, dropped = dropped + excluded.dropped
        """;

    private SqliteStatement? linkSum;
    private SqliteStatement? groupSum;
    private SqliteStatement? siteSum;
    private SqliteStatement? timeSum;

    private void Add(RollupSums sums)
    {
        foreach (var (key, sum) in sums.Links)
        {
            linkSum!.Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, key.Link).Text(5, ClickLog.Spans[(int)key.Span]).Number(6, key.Start)
                .Text(7, ClickLog.Outcomes[(int)key.Outcome]).Number(8, key.Served).Number(9, key.Scan ? 1 : 0).Number(10, sum.Hits).Number(11, sum.Visits).Run();
        }

        foreach (var (key, sum) in sums.Groups)
        {
            groupSum!.Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, ClickLog.Sources[(int)key.Source]).Text(5, ClickLog.Spans[(int)key.Span]).Number(6, key.Start)
                .Text(7, ClickLog.Outcomes[(int)key.Outcome]).Text(8, ClickLog.Groups[(int)key.Group]).Number(9, sum.Hits).Number(10, sum.Visits).Run();
        }

        foreach (var (key, sum) in sums.Sites)
        {
            siteSum!.Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, ClickLog.Dimensions[(int)key.Dimension]).Text(5, key.Value)
                .Text(6, ClickLog.Spans[(int)key.Span]).Number(7, key.Start).Number(8, sum.Hits).Number(9, sum.Visits).Run();
        }

        foreach (var (key, sum) in sums.Times)
        {
            timeSum!.Text(1, Guid.CreateVersion7()).Text(2, key.Workspace).Text(3, key.Brand).Text(4, ClickLog.Sources[(int)key.Source]).Text(5, ClickLog.Spans[(int)key.Span])
                .Number(6, key.Quarter).Number(7, sum.Hits).Number(8, sum.Visits).Number(9, sum.Dropped).Number(10, key.Quarter * RollupKey.QuarterTicks).Run();
        }
    }

    private void OpenSums(SqliteConnection fresh)
    {
        linkSum = new SqliteStatement(fresh.Handle!, AddToLinkSum);
        groupSum = new SqliteStatement(fresh.Handle!, AddToGroupSum);
        siteSum = new SqliteStatement(fresh.Handle!, AddToSiteSum);
        timeSum = new SqliteStatement(fresh.Handle!, AddToTimeSum);
    }

    private void CloseSums()
    {
        foreach (var held in new IDisposable?[] { linkSum, groupSum, siteSum, timeSum })
        {
            held?.Dispose();
        }

        (linkSum, groupSum, siteSum, timeSum) = (null, null, null, null);
    }
}
