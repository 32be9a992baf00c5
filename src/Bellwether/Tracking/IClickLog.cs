using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;

namespace Bellwether.Tracking;

/// <summary>Keeps hits and their rollups in one transaction, in the database's own words: this is the hot path.</summary>
public interface IClickLog : IAsyncDisposable
{
    /// <summary>Stores the batch; when it returns, it is on disk.</summary>
    Task WriteAsync(ClickBatch batch, CancellationToken cancel);

    /// <summary>Whether the batch is stored already.</summary>
    Task<bool> HasAsync(ClickBatch batch, CancellationToken cancel);
}

/// <summary>Finds the click log of a database.</summary>
public static class ClickLog
{
    internal static readonly string[] Groups = Enum.GetNames<ChannelGroup>();
    internal static readonly string[] Devices = Enum.GetNames<DeviceClass>();
    internal static readonly string[] Outcomes = Enum.GetNames<HitOutcome>();
    internal static readonly string[] Dimensions = Enum.GetNames<SiteDimension>();
    internal static readonly string[] Spans = Enum.GetNames<RollupSpan>();
    internal static readonly string[] Sources = Enum.GetNames<HitSource>();

    /// <summary>The click log of a database.</summary>
    public static IClickLog On(DatabaseAddress address) =>
        address.Kind == DatabaseKind.Sqlite ? new SqliteClickLog(address.ConnectionString) : new PostgresClickLog(address.ConnectionString);
}
