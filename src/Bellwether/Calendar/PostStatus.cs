namespace Bellwether.Calendar;

/// <summary>Where a post stands. The first six are moved by people, the others follow from its publications.</summary>
public enum PostStatus
{
    /// <summary>Being written; may already have a slot in the calendar.</summary>
    Draft,

    /// <summary>Waits for an approval.</summary>
    InReview,

    /// <summary>Approved, but without a time.</summary>
    Approved,

    /// <summary>Goes out at its slot.</summary>
    Scheduled,

    /// <summary>Taken out of the flow until somebody resumes it.</summary>
    OnHold,

    /// <summary>Its slot passed before it was approved, or what it says held no longer before it was out.</summary>
    Expired,

    /// <summary>At least one publication is on its way.</summary>
    Publishing,

    /// <summary>Out on every account.</summary>
    Published,

    /// <summary>Out on some accounts, not on others.</summary>
    Partial,

    /// <summary>Refused on every account.</summary>
    Failed,

    /// <summary>Too late to send without asking.</summary>
    Missed,

    /// <summary>Whether it is out is not known yet; a person looks.</summary>
    Unknown,
}

/// <summary>What people do to a post's status.</summary>
public enum PostMove
{
    /// <summary>Puts it up for approval.</summary>
    Submit,

    /// <summary>Says yes to it.</summary>
    Approve,

    /// <summary>Back to its author, with a reason.</summary>
    SendBack,

    /// <summary>Gives an approved post its slot for good.</summary>
    Schedule,

    /// <summary>Takes the slot back; the approval stays.</summary>
    Unschedule,

    /// <summary>Takes it out of the flow.</summary>
    Hold,

    /// <summary>Back into the flow, as a draft.</summary>
    Resume,

    /// <summary>Its slot passed before it was approved, or what it says holds no longer.</summary>
    Expire,

    /// <summary>Changed after its approval, so it needs a new one.</summary>
    Reopen,
}
