using NodaTime;

namespace Bellwether.Channels;

/// <summary>One week of an account: what is planned and what the cadence asks for.</summary>
/// <param name="Week">First day of the week.</param>
/// <param name="Planned">Posts planned or published in it.</param>
/// <param name="Verdict">Where the number stands against the policy.</param>
/// <param name="Openings">Proposed times that would fill it up to the target; drawn as dashed slots.</param>
public sealed record CadenceWeek(LocalDate Week, int Planned, CadenceVerdict Verdict, IReadOnlyList<LocalDateTime> Openings);

/// <summary>How a number of posts stands against min, target and max.</summary>
public enum CadenceVerdict
{
    /// <summary>No policy speaks of it.</summary>
    Free,

    /// <summary>Fewer than the minimum.</summary>
    BelowMin,

    /// <summary>At least the minimum, fewer than the target.</summary>
    BelowTarget,

    /// <summary>At the target, not above the maximum.</summary>
    OnTarget,

    /// <summary>More than the maximum.</summary>
    AboveMax,
}

/// <summary>Compares what is planned with the cadence, week by week, and proposes times for what is missing.</summary>
public static class CadenceGaps
{
    // Proposals keep to the hours in which people are awake, the usual one first, and do not crowd each other.
    private static readonly int[] Hours = [10, 12, 14, 16, 18, 20, 8, 11, 13, 15, 17, 19, 9, 21];
    private const int Apart = 120;

    /// <summary>The weeks that touch the days from <paramref name="from"/> to <paramref name="to"/> (both included).</summary>
    public static IReadOnlyList<CadenceWeek> Of(Cadence cadence, IReadOnlyCollection<LocalDateTime> planned, LocalDate from, LocalDate to, IsoDayOfWeek weekStart, LocalDateTime now)
    {
        var weeks = new List<CadenceWeek>();
        for (var week = Weeks.StartOf(from, weekStart); week <= to; week = week.PlusDays(7))
        {
            var end = week.PlusDays(7);
            var times = planned.Where(time => time.Date >= week && time.Date < end).ToList();
            weeks.Add(new CadenceWeek(week, times.Count, Judge(cadence, times.Count), Openings(cadence, times, week, now)));
        }

        return weeks;
    }

    /// <summary>The posts a week should have: its target, else its minimum, else seven times the day's.</summary>
    public static int? Wanted(Cadence cadence) =>
        cadence.Week.Target ?? cadence.Week.Min ?? 7 * (cadence.Day.Target ?? cadence.Day.Min);

    private static CadenceVerdict Judge(Cadence cadence, int count)
    {
        var (min, target, max) = (cadence.Week.Min ?? 7 * cadence.Day.Min, Wanted(cadence), cadence.Week.Max ?? 7 * cadence.Day.Max);
        return (min, target, max) switch
        {
            (null, null, null) => CadenceVerdict.Free,
            _ when count > max => CadenceVerdict.AboveMax,
            _ when count < min => CadenceVerdict.BelowMin,
            _ when count < target => CadenceVerdict.BelowTarget,
            _ => CadenceVerdict.OnTarget,
        };
    }

    private static List<LocalDateTime> Openings(Cadence cadence, List<LocalDateTime> times, LocalDate week, LocalDateTime now)
    {
        var openings = new List<LocalDateTime>();
        var all = new List<LocalDateTime>(times);
        var wanted = Wanted(cadence) ?? 0;
        // What earlier days left out is not caught up in one: a day gets its own share.
        var aDay = cadence.Day.Target ?? (wanted + 6) / 7;
        for (var missing = wanted - times.Count; missing > 0 && Best(cadence, all, week, aDay, now) is { } opening; missing--)
        {
            openings.Add(opening);
            all.Add(opening);
        }

        openings.Sort();
        return openings;
    }

    /// <summary>The day with the fewest posts, the farthest from the others; at the first of the usual hours that breaks nothing.</summary>
    private static LocalDateTime? Best(Cadence cadence, List<LocalDateTime> times, LocalDate week, int aDay, LocalDateTime now) =>
        Enumerable.Range(0, 7)
            .Select(week.PlusDays)
            .Where(day => times.Count(time => time.Date == day) < aDay)
            .Select(day => Free(cadence, times, day, week.DayOfWeek, now))
            .Where(opening => opening is not null)
            .OrderBy(opening => times.Count(time => time.Date == opening!.Value.Date))
            .ThenByDescending(opening => times.Count == 0 ? 0 : times.Min(time => Math.Abs(NodaTime.Period.DaysBetween(time.Date, opening!.Value.Date))))
            .ThenBy(opening => opening)
            .FirstOrDefault();

    private static LocalDateTime? Free(Cadence cadence, List<LocalDateTime> times, LocalDate day, IsoDayOfWeek weekStart, LocalDateTime now)
    {
        foreach (var hour in Hours)
        {
            var at = day.At(new LocalTime(hour, 0));
            var free = times.TrueForAll(time => Math.Abs((long)NodaTime.Period.Between(time, at, PeriodUnits.Minutes).Minutes) >= Apart);
            if (at > now && free && cadence.Check(at, times, weekStart).Count == 0)
            {
                return at;
            }
        }

        return null;
    }
}
