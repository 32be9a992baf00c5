using NodaTime;

namespace Bellwether.Networks;

/// <summary>What came of preparing.</summary>
public abstract record PrepareOutcome
{
    /// <summary>Everything invisible is in place.</summary>
    public sealed record Ready(PreparedPost Post) : PrepareOutcome;

    /// <summary>It did not work; <paramref name="Until"/> is the network's own word on when to come back.</summary>
    public sealed record Failed(ErrorKind Kind, string Message, Instant? Until = null, string? Raw = null) : PrepareOutcome;
}

/// <summary>What came of the visible call. Exactly one of five, never an exception.</summary>
public abstract record SendOutcome
{
    /// <summary>The network's raw answer, cut to a length worth keeping.</summary>
    public string? Raw { get; init; }

    /// <summary>Until when the account had better rest, because the network's own counters say that its limit is nearly reached.</summary>
    public Instant? RestUntil { get; init; }

    /// <summary>It is published, and the network says where.</summary>
    public sealed record Confirmed(RemotePost Post) : SendOutcome;

    /// <summary>Not one byte of it reached the network: repeating is safe.</summary>
    public sealed record NotSent(string Why) : SendOutcome;

    /// <summary>The network refused it: nothing was published.</summary>
    public sealed record Rejected(ErrorKind Kind, string Message, string? Field = null) : SendOutcome;

    /// <summary>The network takes nothing now: nothing was published.</summary>
    public sealed record Throttled(Instant? Until, ErrorKind Kind = ErrorKind.RateLimited) : SendOutcome;

    /// <summary>Nobody can tell whether it was published.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

/// <summary>What reading back showed.</summary>
public abstract record ReconcileOutcome
{
    public string? Raw { get; init; }

    /// <summary>It is there.</summary>
    public sealed record Found(RemotePost Post) : ReconcileOutcome;

    /// <summary>It is not there, on the word of a source that would know: sending again is safe.</summary>
    public sealed record NotThere : ReconcileOutcome;

    /// <summary>The network cannot be asked now, or never.</summary>
    /// <param name="Why">In words.</param>
    /// <param name="Never">Whether asking again is of no use.</param>
    public sealed record CannotTell(string Why, bool Never = false) : ReconcileOutcome
    {
        /// <summary>Whether the network has it for certain and works on it: it is asked again, for as long as a day.</summary>
        public bool AtWork { get; init; }
    }
}

/// <summary>What came of taking a post back.</summary>
public abstract record DeleteOutcome
{
    /// <summary>It is gone.</summary>
    public sealed record Gone : DeleteOutcome;

    /// <summary>It is still there, or nobody knows.</summary>
    public sealed record Failed(ErrorKind Kind, string Message) : DeleteOutcome;
}
