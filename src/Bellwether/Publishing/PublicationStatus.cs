using System.Collections.Frozen;
using Bellwether.Kernel;

namespace Bellwether.Publishing;

/// <summary>Where one variant stands on its way to one account.</summary>
public enum PublicationStatus
{
    /// <summary>Waits for its time, or for the next try.</summary>
    Queued,

    /// <summary>A worker has taken it.</summary>
    Claimed,

    /// <summary>Uploads and the like are done; nobody can see anything yet.</summary>
    MediaReady,

    /// <summary>The attempt is stored; the visible call comes next.</summary>
    Armed,

    /// <summary>The call was made.</summary>
    Sent,

    /// <summary>It is published.</summary>
    Confirmed,

    /// <summary>Refused for good; nothing was published.</summary>
    Rejected,

    /// <summary>The call may or may not have arrived.</summary>
    Unknown,

    /// <summary>The network is being asked whether it arrived.</summary>
    Reconciling,

    /// <summary>Only a person can tell or do what comes next.</summary>
    NeedsPerson,

    /// <summary>Too late to send without asking.</summary>
    Missed,

    /// <summary>Left out on purpose.</summary>
    Skipped,

    /// <summary>Was published, then taken back.</summary>
    Deleted,
}

/// <summary>What happens to a publication.</summary>
public enum PublicationMove
{
    /// <summary>A worker takes it.</summary>
    Claim,

    /// <summary>Everything invisible is in place.</summary>
    Prepare,

    /// <summary>The attempt is stored.</summary>
    Arm,

    /// <summary>The visible call is made.</summary>
    Send,

    /// <summary>A part of a thread is out and another one follows.</summary>
    Continue,

    /// <summary>It is out.</summary>
    Confirm,

    /// <summary>It is refused.</summary>
    Reject,

    /// <summary>Nobody can tell whether it is out.</summary>
    Lose,

    /// <summary>The network is asked.</summary>
    Check,

    /// <summary>A person is asked.</summary>
    Ask,

    /// <summary>Back into the queue: certainly nothing is out, or the same call may be repeated.</summary>
    Requeue,

    /// <summary>Its time passed too long ago.</summary>
    Miss,

    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It is taken back from the network.</summary>
    Delete,

    /// <summary>The post is out and stays so, without its first comment.</summary>
    Finish,
}

/// <summary>The one table of allowed moves of a publication; whatever is not in it throws.</summary>
public static class PublicationMoves
{
    private static readonly FrozenDictionary<(PublicationStatus, PublicationMove), PublicationStatus> Table = Make().ToFrozenDictionary();

    /// <summary>What a move leads to, or null where it is not allowed.</summary>
    public static PublicationStatus? Of(PublicationStatus from, PublicationMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    /// <summary>What a move leads to; 409 where it is not allowed.</summary>
    public static PublicationStatus Go(PublicationStatus from, PublicationMove move) => Of(from, move)
        ?? throw Rule.Conflict("move-not-allowed", $"This is {Words(from)}; “{move.ToString().ToLowerInvariant()}” is not possible from there. Reload to see where it stands.");

    /// <summary>The status as a person says it, within a sentence.</summary>
    public static string Words(PublicationStatus status) => status switch
    {
        PublicationStatus.Queued => "waiting for its time",
        PublicationStatus.Claimed or PublicationStatus.MediaReady or PublicationStatus.Armed or PublicationStatus.Sent => "on its way",
        PublicationStatus.Confirmed => "published",
        PublicationStatus.Rejected => "refused",
        PublicationStatus.Unknown or PublicationStatus.Reconciling => "sent, outcome being looked up",
        PublicationStatus.NeedsPerson => "waiting for a person",
        PublicationStatus.Missed => "too late to send without asking",
        PublicationStatus.Skipped => "left out",
        _ => "taken back",
    };

    /// <summary>The same where the post is out and only its first comment is not yet.</summary>
    public static string WordsOfComment(PublicationStatus status) => status switch
    {
        PublicationStatus.Queued => "published, its first comment follows",
        PublicationStatus.Unknown or PublicationStatus.Reconciling => "published, whether its first comment is out is being looked up",
        PublicationStatus.Rejected or PublicationStatus.Missed or PublicationStatus.NeedsPerson => "published without its first comment so far",
        _ => "published, its first comment is on its way",
    };

    private static Dictionary<(PublicationStatus, PublicationMove), PublicationStatus> Make()
    {
        var table = new Dictionary<(PublicationStatus, PublicationMove), PublicationStatus>();
        Add(PublicationMove.Claim, PublicationStatus.Claimed, PublicationStatus.Queued);
        Add(PublicationMove.Prepare, PublicationStatus.MediaReady, PublicationStatus.Claimed);
        Add(PublicationMove.Arm, PublicationStatus.Armed, PublicationStatus.MediaReady);
        Add(PublicationMove.Send, PublicationStatus.Sent, PublicationStatus.Armed);
        Add(PublicationMove.Continue, PublicationStatus.Queued, PublicationStatus.Sent, PublicationStatus.Reconciling);
        Add(PublicationMove.Confirm, PublicationStatus.Confirmed, PublicationStatus.Sent, PublicationStatus.Reconciling, PublicationStatus.NeedsPerson, PublicationStatus.Rejected, PublicationStatus.Missed);
        Add(PublicationMove.Reject, PublicationStatus.Rejected, PublicationStatus.Claimed, PublicationStatus.Sent);
        // A worker that died after arming may have sent: that is as unknown as a time-out.
        Add(PublicationMove.Lose, PublicationStatus.Unknown, PublicationStatus.Armed, PublicationStatus.Sent, PublicationStatus.Reconciling);
        Add(PublicationMove.Check, PublicationStatus.Reconciling, PublicationStatus.Unknown);
        Add(PublicationMove.Ask, PublicationStatus.NeedsPerson, PublicationStatus.Queued, PublicationStatus.Claimed, PublicationStatus.Reconciling);
        Add(PublicationMove.Requeue, PublicationStatus.Queued,
            PublicationStatus.Claimed, PublicationStatus.MediaReady, PublicationStatus.Sent, PublicationStatus.Reconciling,
            PublicationStatus.Rejected, PublicationStatus.NeedsPerson, PublicationStatus.Missed, PublicationStatus.Skipped);
        Add(PublicationMove.Miss, PublicationStatus.Missed, PublicationStatus.Queued);
        Add(PublicationMove.Skip, PublicationStatus.Skipped, PublicationStatus.Queued, PublicationStatus.Missed, PublicationStatus.Rejected, PublicationStatus.NeedsPerson);
        Add(PublicationMove.Finish, PublicationStatus.Confirmed, PublicationStatus.Queued, PublicationStatus.Missed, PublicationStatus.Rejected, PublicationStatus.NeedsPerson);
        Add(PublicationMove.Delete, PublicationStatus.Deleted, PublicationStatus.Confirmed);
        return table;

        void Add(PublicationMove move, PublicationStatus to, params PublicationStatus[] from)
        {
            foreach (var status in from)
            {
                table[(status, move)] = to;
            }
        }
    }
}
