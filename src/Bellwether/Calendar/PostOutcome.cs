namespace Bellwether.Calendar;

/// <summary>How one publication of a post stands, as far as the post's own status goes. Publishing tells it to <see cref="Post.Follow"/>.</summary>
public enum PublicationOutcome
{
    /// <summary>Queued for its time.</summary>
    Waiting,

    /// <summary>Claimed or on its way.</summary>
    Sending,

    /// <summary>Out.</summary>
    Confirmed,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>Too late to send without asking.</summary>
    Missed,

    /// <summary>Sent, and nobody knows yet whether it is out.</summary>
    Unknown,

    /// <summary>Left out on purpose; counts neither way.</summary>
    Skipped,
}

/// <summary>Derives a post's status from its publications.</summary>
public static class PostOutcome
{
    /// <summary>The status that follows; null when nothing counts, so the post keeps its own.</summary>
    public static PostStatus? Of(IReadOnlyCollection<PublicationOutcome> outcomes)
    {
        var counted = outcomes.Where(outcome => outcome != PublicationOutcome.Skipped).ToList();
        bool Any(PublicationOutcome outcome) => counted.Contains(outcome);
        bool All(PublicationOutcome outcome) => counted.TrueForAll(one => one == outcome);

        return counted switch
        {
            [] => null,
            _ when All(PublicationOutcome.Waiting) => PostStatus.Scheduled,
            _ when Any(PublicationOutcome.Sending) || Any(PublicationOutcome.Waiting) => PostStatus.Publishing,
            _ when All(PublicationOutcome.Confirmed) => PostStatus.Published,
            _ when Any(PublicationOutcome.Unknown) => PostStatus.Unknown,
            _ when Any(PublicationOutcome.Confirmed) => PostStatus.Partial,
            _ when Any(PublicationOutcome.Missed) => PostStatus.Missed,
            _ => PostStatus.Failed,
        };
    }
}
