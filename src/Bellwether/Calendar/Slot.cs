using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// A planned time as a person meant it, in a brand's zone, and the instant it stands for. A local time that the clocks
/// jump over moves on by the length of the jump; one that happens twice is the first of the two.
/// </summary>
/// <param name="Meant">The local time that was asked for, kept so that a change of zone or zone rules keeps it.</param>
/// <param name="Zone">IANA name of the zone.</param>
/// <param name="At">The instant.</param>
public sealed record Slot(LocalDateTime Meant, string Zone, Instant At)
{
    /// <summary>The slot of a local time in a zone.</summary>
    public static Slot Of(LocalDateTime local, DateTimeZone zone)
    {
        var meant = new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute);
        return new Slot(meant, zone.Id, Clock.Resolve(meant, zone));
    }

    /// <summary>This very moment, which a clock on the wall in a zone shows as the minute it is in.</summary>
    public static Slot Now(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        return new Slot(new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute), zone.Id, now);
    }

    /// <summary>The local time at which it really goes out.</summary>
    public LocalDateTime Local => At.InZone(Clock.Zone(Zone)).LocalDateTime;

    /// <summary>What is worth saying about the time; null for an ordinary one.</summary>
    public string? Note
    {
        get
        {
            var zone = Clock.Zone(Zone);
            var times = zone.MapLocal(Meant).Count;
            var (asked, day) = (Text(Meant, "HH:mm"), Text(Meant, "d MMM yyyy"));
            return times switch
            {
                0 => $"{asked} does not exist on {day} in {Zone}: the clocks jump forward. It moved to {Text(Local, "HH:mm")}.",
                2 => $"{asked} happens twice on {day} in {Zone}: the clocks are set back. The first one is taken.",
                _ => null,
            };
        }
    }

    /// <summary>As people say it: “Thu 26 Nov, 10:00, Berlin”.</summary>
    public override string ToString() => $"{Text(Local, "ddd d MMM, HH:mm")}, {Zone.Split('/')[^1].Replace('_', ' ')}";

    /// <summary>The same local time in another zone.</summary>
    public Slot In(DateTimeZone zone) => Of(Meant, zone);

    private static string Text(LocalDateTime time, string pattern) => time.ToString(pattern, CultureInfo.InvariantCulture);
}
