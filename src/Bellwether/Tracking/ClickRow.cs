using System.Runtime.InteropServices;
using Bellwether.Links;

namespace Bellwether.Tracking;

/// <summary>A hit on a short link on its way into the raw log. The agent is set for dropped hits only, to explain the verdict for 30 days.</summary>
/// <param name="Served">Which of the link's served addresses it got; 0 for none of them, once the link had ended.</param>
/// <param name="Scan">Whether a QR code was scanned.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClickRow(
    Guid Id, Guid Workspace, Guid Brand, Guid Link, long At, long Visitor, bool StartsVisit, string? ReferrerHost, ChannelGroup Group, DeviceClass Device, HitOutcome Outcome,
    string? Agent = null, int Served = 1, bool Scan = false);

/// <summary>What a rollup counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RollupKey(Guid Workspace, Guid Brand, Guid Link, long Quarter, HitOutcome Outcome, ChannelGroup Group, int Served = 0, bool Scan = false)
{
    /// <summary>A quarter of an hour in ticks of 100 ns.</summary>
    public const long QuarterTicks = 15L * 60 * 10_000_000;

    /// <summary>The beginning of the quarter an instant lies in.</summary>
    public static long QuarterOf(long ticks) => ticks - (((ticks % QuarterTicks) + QuarterTicks) % QuarterTicks);

    internal static RollupKey Of(in ClickRow row) => new(row.Workspace, row.Brand, row.Link, QuarterOf(row.At), row.Outcome, row.Group, row.Served, row.Scan);
}

/// <summary>What a rollup grows by.</summary>
/// <param name="Dropped">Hits that do not count, where a sum holds both kinds; 0 elsewhere.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RollupSum(long Hits, long Visits, long Dropped = 0)
{
    public static RollupSum operator -(RollupSum sum) => new(-sum.Hits, -sum.Visits, -sum.Dropped);

    public static RollupSum operator +(RollupSum left, RollupSum right) => new(left.Hits + right.Hits, left.Visits + right.Visits, left.Dropped + right.Dropped);
}
