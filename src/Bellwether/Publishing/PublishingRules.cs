using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>How a brand publishes: how late is too late, and whether everything stands still.</summary>
public sealed class PublishingRules : Entity<PublishingRules>
{
    /// <summary>Later than this many minutes, a person is asked instead of sending.</summary>
    public const int UsualLateMinutes = 120;

    private PublishingRules()
    {
    }

    public PublishingRules(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    public int LateMinutes { get; private set; } = UsualLateMinutes;

    /// <summary>Since when nothing goes out; null when all is normal.</summary>
    public Instant? PausedAt { get; private set; }

    public string? PausedBy { get; private set; }

    public string? PauseReason { get; private set; }

    public bool IsPaused => PausedAt is not null;

    public void AskWhenLaterThan(int minutes)
    {
        Rule.Require(minutes is >= 5 and <= 2880, "late-minutes-out-of-range", "Between 5 minutes and 48 hours (2880 minutes) make sense.", "lateMinutes");
        LateMinutes = minutes;
    }

    /// <summary>Stops everything, with a reason that people will read.</summary>
    public void Pause(string why, string by, Instant now)
    {
        if (IsPaused)
        {
            throw Rule.Conflict("already-paused", $"Publishing is paused already, by {PausedBy}: {PauseReason}");
        }

        (PausedAt, PausedBy, PauseReason) = (now, by, Rule.Text(why, "why", 400));
    }

    public void Resume()
    {
        if (!IsPaused)
        {
            throw Rule.Conflict("not-paused", "Publishing is not paused.");
        }

        (PausedAt, PausedBy, PauseReason) = (null, null, null);
    }
}
