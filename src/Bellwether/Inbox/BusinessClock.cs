using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;
using NodaTime.TimeZones;

namespace Bellwether.Inbox;

/// <summary>
/// Counts time only while a brand works: within its working hours, in its own zone, not on its days off. Hours are what really
/// passes on the clock of the world, so a span across a change of summer time is an hour shorter or longer.
/// </summary>
public sealed class BusinessClock(WorkingHours hours, DateTimeZone zone, IReadOnlyCollection<LocalDate>? daysOff = null)
{
    // Ten years: a brand that works a minute a week still comes to an end.
    private const int FarthestInDays = 3660;

    // A time that does not exist is the moment after the gap, one that happens twice the first of the two: later times never come earlier, so spans cannot overlap.
    private static readonly ZoneLocalMappingResolver InOrder = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly HashSet<LocalDate> off = [.. daysOff ?? []];

    /// <summary>The clock of a brand that is off on some days.</summary>
    public static BusinessClock Of(Brand brand, IReadOnlyCollection<LocalDate>? daysOff = null) => new(brand.Hours, brand.Zone, daysOff);

    /// <summary>How much working time lies between two instants; none when the second is not later.</summary>
    public Duration Between(Instant from, Instant to)
    {
        var sum = Duration.Zero;
        if (to <= from)
        {
            return sum;
        }

        for (var (day, last) = (Day(from).PlusDays(-1), Day(to).PlusDays(1)); day <= last; day = day.PlusDays(1))
        {
            foreach (var (start, end) in SpansOf(day))
            {
                var (begin, finish) = (Instant.Max(start, from), Instant.Min(end, to));
                sum += finish > begin ? finish - begin : Duration.Zero;
            }
        }

        return sum;
    }

    /// <summary>Whole business minutes between two instants.</summary>
    public int Minutes(Instant from, Instant to) => (int)Math.Min(int.MaxValue, Math.Floor(Between(from, to).TotalMinutes));

    /// <summary>The first instant at which so many business minutes have passed; null for a brand without working hours.</summary>
    public Instant? DueAt(Instant from, int minutes) => DueAt(from, Duration.FromMinutes(minutes));

    /// <summary>The first instant at which so much working time has passed; null for a brand without working hours.</summary>
    public Instant? DueAt(Instant from, Duration work)
    {
        if (work <= Duration.Zero)
        {
            return from;
        }

        var left = work;
        for (var (day, last) = (Day(from).PlusDays(-1), Day(from).PlusDays(FarthestInDays)); day <= last; day = day.PlusDays(1))
        {
            foreach (var (start, end) in SpansOf(day))
            {
                var begin = Instant.Max(start, from);
                if (end <= begin)
                {
                    continue;
                }

                if (end - begin >= left)
                {
                    return begin + left;
                }

                left -= end - begin;
            }
        }

        return null;
    }

    private LocalDate Day(Instant at) => at.InZone(zone).Date;

    private IEnumerable<(Instant Start, Instant End)> SpansOf(LocalDate day) => off.Contains(day)
        ? []
        : hours.Spans.Where(span => span.Day == day.DayOfWeek).OrderBy(span => span.From)
            .Select(span => (zone.ResolveLocal(day + span.From, InOrder).ToInstant(), zone.ResolveLocal(day + span.Until, InOrder).ToInstant()));
}
