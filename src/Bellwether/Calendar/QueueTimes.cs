using NodaTime;

namespace Bellwether.Calendar;

/// <summary>The times that a queue has ahead: each keeps its local hour whatever the clocks do, and no moment comes twice.</summary>
public static class QueueTimes
{
    /// <summary>How far a queue looks ahead.</summary>
    public const int MostDays = 3 * 366;

    /// <summary>The slots after a moment, in time order. A time that the clocks jump over moves on; where that meets the next one, one of them is left.</summary>
    public static IEnumerable<Slot> After(IReadOnlyList<QueueSlot> slots, DateTimeZone zone, Instant now)
    {
        var byDay = slots.ToLookup(slot => slot.Day, slot => slot.Time);
        var first = now.InZone(zone).Date;
        var last = now;
        for (var day = first; Period.DaysBetween(first, day) <= MostDays; day = day.PlusDays(1))
        {
            // By instant: a time moved over a jump may come after the next one.
            foreach (var slot in byDay[day.DayOfWeek].Select(time => Slot.Of(day.At(time), zone)).OrderBy(slot => slot.At).Where(slot => slot.At > last))
            {
                last = slot.At;
                yield return slot;
            }
        }
    }
}
