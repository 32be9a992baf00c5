using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Whether a publication waits for a person's look after publishing was paused.</summary>
public enum PublicationHold
{
    /// <summary>Nothing keeps it.</summary>
    None,

    /// <summary>Publishing was paused while it waited; it goes out only after somebody looked at it.</summary>
    Held,

    /// <summary>Looked at during the pause; goes on when the pause ends.</summary>
    Kept,
}

/// <summary>How many parts there are to send.</summary>
/// <param name="OfPost">Parts of the post itself, one unless it is a thread.</param>
/// <param name="InAll">The same with the first comment.</param>
public sealed record PartCount(int OfPost, int InAll);

/// <summary>One variant on its way to one account, from the queue to the network's confirmation.</summary>
public sealed class Publication : Entity<Publication>
{
    private Publication()
    {
    }

    /// <summary>A publication waits for its instant; while publishing is paused it is held as well.</summary>
    public Publication(Id<Brand> brand, Id<Plan>? plan, Id<Post> post, PlannedVariant variant, Instant dueAt, bool paused)
    {
        (Brand, Plan, Post, Variant, Account, Network) = (brand, plan, post, variant.Variant, variant.Account, variant.Network);
        DueAt = NextTryAt = dueAt;
        Hold = paused ? PublicationHold.Held : PublicationHold.None;
    }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    public Id<Post> Post { get; private set; }

    public Id<Variant> Variant { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    /// <summary>Key of the network.</summary>
    public string Network { get; private set; } = "";

    /// <summary>When it is meant to go out.</summary>
    public Instant DueAt { get; private set; }

    public PublicationStatus Status { get; private set; }

    public PublicationHold Hold { get; private set; }

    /// <summary>When a worker looks at it next: its time, the next try, or the next look at an unknown outcome.</summary>
    public Instant NextTryAt { get; private set; }

    /// <summary>How often the current part was tried, whether or not a call left.</summary>
    public int Tries { get; private set; }

    /// <summary>When the first try of the current part began.</summary>
    public Instant? FirstTriedAt { get; private set; }

    /// <summary>Looks at the network since the outcome became unknown.</summary>
    public int Checks { get; private set; }

    /// <summary>The visible call of the current part as it was planned; kept over every try.</summary>
    public PlannedCall? Call { get; private set; }

    /// <summary>Whether the planned call may have arrived: then only the identical call may be repeated.</summary>
    public bool MayBeOut { get; private set; }

    /// <summary>Whether a person said to send it although it is late.</summary>
    public bool EvenLate { get; private set; }

    /// <summary>The parts that are out, in their order.</summary>
    public IReadOnlyList<RemotePost> Parts { get; private set; } = [];

    /// <summary>When the post itself was out; its first comment may still follow.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>Whether the post is out and only its first comment is not done with.</summary>
    public bool IsAtComment => ConfirmedAt is not null && Status is not (PublicationStatus.Confirmed or PublicationStatus.Deleted);

    /// <summary>Where people see it.</summary>
    public string? Url { get; private set; }

    public ErrorKind? ProblemKind { get; private set; }

    /// <summary>What went wrong, in words.</summary>
    public string? Problem { get; private set; }

    /// <summary>How it counts for the post's own status.</summary>
    public PublicationOutcome Outcome => Status switch
    {
        _ when ConfirmedAt is not null => PublicationOutcome.Confirmed,
        PublicationStatus.Queued => Parts.Count > 0 || Tries > 0 ? PublicationOutcome.Sending : PublicationOutcome.Waiting,
        PublicationStatus.Confirmed or PublicationStatus.Deleted => PublicationOutcome.Confirmed,
        PublicationStatus.Rejected => PublicationOutcome.Failed,
        PublicationStatus.Missed => PublicationOutcome.Missed,
        PublicationStatus.Skipped => PublicationOutcome.Skipped,
        PublicationStatus.NeedsPerson when !MayBeOut && Parts.Count == 0 => PublicationOutcome.Waiting,
        PublicationStatus.Unknown or PublicationStatus.Reconciling or PublicationStatus.NeedsPerson => PublicationOutcome.Unknown,
        _ => PublicationOutcome.Sending,
    };

    /// <summary>Whether the calendar took it back.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>Whether the calendar may still take it back or move it: certainly nothing of it is out.</summary>
    public bool IsUntouched => Parts.Count == 0 && !MayBeOut
        && (Withdrawn || Status is PublicationStatus.Queued or PublicationStatus.Missed or PublicationStatus.Rejected or PublicationStatus.NeedsPerson);

    /// <summary>Follows the calendar to another instant, or to other words at the same one.</summary>
    public void MoveTo(Instant dueAt, bool paused)
    {
        if (Status != PublicationStatus.Queued)
        {
            Go(PublicationMove.Requeue);
        }

        (DueAt, NextTryAt, Tries, FirstTriedAt, Problem, ProblemKind, Withdrawn, EvenLate) = (dueAt, dueAt, 0, null, null, null, false, false);
        Hold = paused ? PublicationHold.Held : PublicationHold.None;
    }

    /// <summary>The calendar takes it back.</summary>
    public void Withdraw()
    {
        if (!Withdrawn)
        {
            Skip("The calendar took it back.");
            Withdrawn = true;
        }
    }

    public void Claim(Instant now)
    {
        Go(PublicationMove.Claim);
        FirstTriedAt ??= now;
        Tries++;
    }

    public void Prepare() => Go(PublicationMove.Prepare);

    /// <summary>Stores what will be sent before it is sent.</summary>
    public void Arm(PlannedCall call)
    {
        Go(PublicationMove.Arm);
        Call = call;
    }

    public void Send() => Go(PublicationMove.Send);

    /// <summary>A part is out: the post's last one confirms it, the very last one ends it, another one makes room for the next.</summary>
    public void Confirm(RemotePost post, PartCount parts, Instant now)
    {
        Parts = [.. Parts, post];
        Url ??= post.Url;
        (Call, MayBeOut, Tries, Checks, FirstTriedAt, Problem, ProblemKind) = (null, false, 0, 0, null, null, null);
        ConfirmedAt = Parts.Count >= parts.OfPost ? ConfirmedAt ?? now : null;
        if (Parts.Count < parts.InAll)
        {
            Go(PublicationMove.Continue);
            NextTryAt = now;
        }
        else
        {
            Go(PublicationMove.Confirm);
        }
    }

    /// <summary>A person found it published, or published it by hand; <paramref name="left"/> says what of it the program could not send after that.</summary>
    public void ConfirmByHand(string? url, Instant now, string? left = null)
    {
        Go(PublicationMove.Confirm);
        // Where only the comment was open, the post keeps its own address and time.
        (Url, ConfirmedAt) = ConfirmedAt is null ? (url ?? Url, now) : (Url, ConfirmedAt);
        (MayBeOut, Problem, ProblemKind) = (false, left, null);
    }

    /// <summary>The post stays as it is out, without what has not been sent of it.</summary>
    public void Finish()
    {
        Go(PublicationMove.Finish);
        (MayBeOut, Problem, ProblemKind, Hold) = (false, null, null, PublicationHold.None);
    }

    public void Reject(ErrorKind kind, string problem)
    {
        Go(PublicationMove.Reject);
        (ProblemKind, Problem, MayBeOut) = (kind, problem, false);
    }

    /// <summary>Nothing of the call is out: another try at an instant.</summary>
    public void TryAgain(Instant at, ErrorKind kind, string problem)
    {
        Go(PublicationMove.Requeue);
        (NextTryAt, ProblemKind, Problem) = (at, kind, problem);
    }

    /// <summary>The worker died before anything visible could have happened.</summary>
    public void Return() => Go(PublicationMove.Requeue);

    /// <summary>The call may be out; the network is asked at an instant.</summary>
    public void Lose(string why, Instant askAt)
    {
        Go(PublicationMove.Lose);
        (MayBeOut, NextTryAt, ProblemKind, Problem) = (true, askAt, ErrorKind.UnknownOutcome, why);
    }

    public void Check()
    {
        Go(PublicationMove.Check);
        Checks++;
    }

    /// <summary>It is certainly not out (or repeating is harmless): the same call goes out again.</summary>
    public void Repeat(bool certainlyNotOut, Instant at)
    {
        Go(PublicationMove.Requeue);
        (MayBeOut, NextTryAt) = (!certainlyNotOut, at);
    }

    public void Ask(ErrorKind kind, string why)
    {
        Go(PublicationMove.Ask);
        (ProblemKind, Problem) = (kind, why);
    }

    public void Miss(string why)
    {
        Go(PublicationMove.Miss);
        (ProblemKind, Problem) = (null, why);
    }

    public void Skip(string? why)
    {
        if (IsAtComment)
        {
            Finish();
            return;
        }

        Go(PublicationMove.Skip);
        (ProblemKind, Problem) = (null, Rule.OptionalText(why, "why", 1000));
    }

    /// <summary>A person sends it (again), late or not; a planned call that may be out keeps its key and its exact content.</summary>
    public void SendAgain(Instant now)
    {
        Go(PublicationMove.Requeue);
        (NextTryAt, EvenLate, Tries, Checks, FirstTriedAt, Hold, Problem, ProblemKind) = (now, true, 0, 0, null, PublicationHold.None, null, null);
    }

    /// <summary>It is taken back from its network; a first comment that was still to come goes with it.</summary>
    public void Delete()
    {
        MustBeDeletable();
        if (IsAtComment)
        {
            Finish();
        }

        Go(PublicationMove.Delete);
    }

    /// <summary>409 unless it is out and nothing of it is on its way.</summary>
    public void MustBeDeletable()
    {
        if (!IsAtComment || PublicationMoves.Of(Status, PublicationMove.Finish) is null)
        {
            PublicationMoves.Go(Status, PublicationMove.Delete);
        }
    }

    /// <summary>Publishing is paused: it waits for a person's look.</summary>
    public void Pause() => Hold = PublicationHold.Held;

    /// <summary>A person looked at it: it goes out, at once or when the pause ends.</summary>
    public void Keep(bool paused) => Hold = paused ? PublicationHold.Kept : PublicationHold.None;

    public void EndPause() => Hold = Hold == PublicationHold.Kept ? PublicationHold.None : Hold;

    private void Go(PublicationMove move) => Status = PublicationMoves.Go(Status, move);
}
