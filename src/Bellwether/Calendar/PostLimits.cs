using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What happens to a post that is out when it holds no longer.</summary>
public enum AtExpiry
{
    /// <summary>It stays where it is, and is marked as over here.</summary>
    Mark,

    /// <summary>It is deleted where the network allows that, and marked as over everywhere.</summary>
    TakeBack,
}

/// <summary>Until when a post holds: what it says is true for a time, such as where the van stands at noon.</summary>
public sealed partial class Post
{
    /// <summary>The local time until which it holds, as it was meant; null when it holds for good.</summary>
    public LocalDateTime? ExpiresMeant { get; private set; }

    /// <summary>The instant until which it holds.</summary>
    public Instant? ExpiresAt { get; private set; }

    /// <summary>What happens to it then, where it is out.</summary>
    public AtExpiry AtExpiry { get; private set; }

    /// <summary>When it was found to hold no longer.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Whether what it says holds no longer.</summary>
    public bool IsOver(Instant now) => EndedAt is not null || ExpiresAt <= now;

    /// <summary>Limits the time for which it holds, or with null takes the limit away; the limit lies after its slot and ahead.</summary>
    public void HoldUntil(LocalDateTime? until, DateTimeZone zone, AtExpiry then, Instant now)
    {
        var at = until is { } local ? Clock.Resolve(local, zone) : (Instant?)null;
        Rule.Require(EndedAt is null, "post-over", "It is over already. Give it a new time first.", "until");
        Rule.Require(at is null || at > now, "expiry-passed", "The end of its time has passed. Choose one ahead.", "until");
        Rule.Require(at is null || DueAt is null || at > DueAt, "expiry-before-slot", "It would be over before it goes out. Choose a later end, or an earlier time.", "until");
        LimitTo(until, at, then);
        Edits++;
    }

    /// <summary>
    /// What it says holds no longer. What is not out never goes out; what is out is marked. Says whether it was waiting to go
    /// out.
    /// </summary>
    public bool End(Instant now)
    {
        Rule.Require(ExpiresAt <= now, "still-holds", "It still holds.");
        var waited = Status == PostStatus.Scheduled;
        EndedAt = now;
        Edits++;
        if (PostMoves.Of(Status, PostMove.Expire) is { } expired)
        {
            (Status, ScheduledAt) = (expired, null);
        }

        return waited;
    }

    /// <summary>The limit as it is told, without asking the clock: for a post read from a file or filled from a template.</summary>
    internal void LimitTo(LocalDateTime? until, Instant? at, AtExpiry then) => (ExpiresMeant, ExpiresAt, AtExpiry) = (until, at, then);

    /// <summary>Moves it to the same local time of the next day that lies ahead; null where what it says would no longer hold then.</summary>
    internal Slot? PutOff(Instant now)
    {
        var (local, zone) = (Meant!.Value, Clock.Zone(ZoneName!));
        Slot slot;
        do
        {
            local = local.PlusDays(1);
            slot = Calendar.Slot.Of(local, zone);
        }
        while (slot.At <= now);
        if (ExpiresAt <= slot.At)
        {
            return null;
        }

        (Meant, ZoneName, DueAt) = (slot.Meant, slot.Zone, slot.At);
        Edits++;
        return slot;
    }

    /// <summary>A post that is taken up again needs a new limit.</summary>
    private void ForgetEnd()
    {
        if (EndedAt is not null)
        {
            (ExpiresMeant, ExpiresAt, AtExpiry, EndedAt) = (null, null, AtExpiry.Mark, null);
        }
    }
}
