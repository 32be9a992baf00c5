using NodaTime;

namespace Bellwether.Kernel;

/// <summary>NodaTime's values from the one clock, <see cref="TimeProvider"/>.</summary>
public static class Clock
{
    /// <summary>Nothing that this program is about was done before: there were no social networks. An earlier day is a slip of the year.</summary>
    public static readonly LocalDate FirstDay = new(2004, 1, 1);

    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Today's date in a zone.</summary>
    public static LocalDate Today(this TimeProvider clock, DateTimeZone zone) => clock.Now().InZone(zone).Date;

    /// <summary>The zone of an IANA name, or a problem beside the field.</summary>
    public static DateTimeZone Zone(string name, string field = "zone") =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? throw Rule.Broken("zone-unknown", $"“{name}” is no time zone. Use a name such as Europe/Berlin.", field);

    /// <summary>
    /// The instant a person meant by a local time: a time in a spring gap moves on by the gap's length (02:30 becomes 03:30),
    /// a time that happens twice in autumn is the first of the two.
    /// </summary>
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone) => zone.AtLeniently(local).ToInstant();
}
