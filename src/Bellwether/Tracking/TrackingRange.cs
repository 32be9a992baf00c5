using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A range of whole days in the brand's zone, as every view of tracking takes it.</summary>
internal sealed record TrackingRange(LocalDate From, LocalDate Until, Instant Start, Instant End)
{
    /// <summary>The first of the latest days that have few enough hits together; the last day alone where it has more.</summary>
    public LocalDate Since(long most, Func<LocalDate, long> hits)
    {
        var (sum, since) = (hits(Until), Until);
        while (since > From && (sum += hits(since.PlusDays(-1))) <= most)
        {
            since = since.PlusDays(-1);
        }

        return since;
    }

    /// <summary>The last 30 days unless told otherwise; 422 for a range that ends before it begins or is longer than 800 days.</summary>
    public static TrackingRange Of(Brand brand, LocalDate? from, LocalDate? until, TimeProvider clock)
    {
        var last = until ?? clock.Today(brand.Zone);
        var first = from ?? last.PlusDays(-29);
        Rule.Require(first <= last, "range-reversed", "The range ends before it begins. Put the earlier day first.", "from");
        Rule.Require(Period.DaysBetween(first, last) <= 800, "range-too-long", "The range is longer than 800 days. Choose a shorter one.", "from");
        return new TrackingRange(first, last, first.AtStartOfDayInZone(brand.Zone).ToInstant(), last.PlusDays(1).AtStartOfDayInZone(brand.Zone).ToInstant());
    }
}
