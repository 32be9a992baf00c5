using System.Runtime.InteropServices;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>Over how much time hits are added up, from UTC boundary to UTC boundary.</summary>
public enum RollupSpan
{
    /// <summary>A quarter of an hour.</summary>
    Quarter,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>Where spans begin and end.</summary>
internal static class RollupSpans
{
    /// <summary>The beginning of the day an instant lies in, in ticks.</summary>
    public static long DayOf(long ticks) => ticks - (((ticks % NodaConstants.TicksPerDay) + NodaConstants.TicksPerDay) % NodaConstants.TicksPerDay);

    /// <summary>The beginning of the month an instant lies in, in ticks.</summary>
    public static long MonthOf(long ticks) => Ticks(Date(ticks).With(DateAdjusters.StartOfMonth));

    /// <summary>The beginning of the month after it.</summary>
    public static long MonthAfter(long ticks) => Ticks(Date(ticks).With(DateAdjusters.StartOfMonth).PlusMonths(1));

    private static LocalDate Date(long ticks) => Instant.FromUnixTimeTicks(ticks).InUtc().Date;

    private static long Ticks(LocalDate day) => day.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
}

/// <summary>One piece of a range: sums of one span from one instant to another, added or taken away.</summary>
/// <param name="Sign">1 or -1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RollupPiece(RollupSpan Span, Instant From, Instant Until, int Sign)
{
    /// <summary>
    /// Takes a range apart into whole months, whole days and quarters of an hour whose sums together are the sum of the range. Of a month or day that is
    /// cut, the smaller part is read: where more than half of it belongs to the range, all of it is added and the rest taken away. So at most
    /// five pieces with at most twice sixteen days and twice twelve hours are read, however long the range.
    /// </summary>
    public static List<RollupPiece> Of(Instant start, Instant end)
    {
        var pieces = new List<RollupPiece>();
        Split(RollupSpan.Month, Up(start.ToUnixTimeTicks()), Up(end.ToUnixTimeTicks()), 1, pieces);
        return pieces;
    }

    private static void Split(RollupSpan span, long start, long end, int sign, List<RollupPiece> pieces)
    {
        if (start >= end)
        {
            return;
        }

        if (span == RollupSpan.Quarter)
        {
            pieces.Add(new RollupPiece(span, Instant.FromUnixTimeTicks(start), Instant.FromUnixTimeTicks(end), sign));
            return;
        }

        var lower = span == RollupSpan.Month ? RollupSpan.Day : RollupSpan.Quarter;
        var (from, until) = (Nearest(span, start), Nearest(span, end));
        if (from >= until)
        {
            Split(lower, start, end, sign, pieces);
            return;
        }

        pieces.Add(new RollupPiece(span, Instant.FromUnixTimeTicks(from), Instant.FromUnixTimeTicks(until), sign));
        Split(lower, start, from, sign, pieces);
        Split(lower, from, start, -sign, pieces);
        Split(lower, until, end, sign, pieces);
        Split(lower, end, until, -sign, pieces);
    }

    private static long Nearest(RollupSpan span, long ticks)
    {
        var (before, after) = span == RollupSpan.Month
            ? (RollupSpans.MonthOf(ticks), RollupSpans.MonthAfter(ticks)) : (RollupSpans.DayOf(ticks), RollupSpans.DayOf(ticks) + NodaConstants.TicksPerDay);
        return ticks - before <= after - ticks ? before : after;
    }

    private static long Up(long ticks) => RollupKey.QuarterOf(ticks + RollupKey.QuarterTicks - 1);
}
