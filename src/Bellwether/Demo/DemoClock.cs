using NodaTime;

namespace Bellwether.Demo;

/// <summary>The clock of the demo's own past; it goes forward only, and never beyond the present.</summary>
internal sealed class DemoClock(Instant start) : TimeProvider
{
    private Instant now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public void MoveTo(Instant at) => now = Instant.Max(now, at);
}
