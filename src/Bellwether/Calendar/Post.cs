using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>
/// One thing to say: an idea and its intent, told on one or more accounts. It carries the shared text; each
/// <see cref="Variant"/> follows it or has words of its own.
/// </summary>
[SeenByPlace(typeof(PostPlace))]
public sealed partial class Post : Entity<Post>
{
    private readonly List<Variant> variants = [];

    private Post()
    {
    }

    /// <summary>A new post is a draft; it needs a title a person recognises it by.</summary>
    public Post(Id<Brand> brand, string title, string? text, Guid? author)
    {
        Brand = brand;
        Title = Rule.Text(title, "title", 200);
        Text = Words(text);
        Author = author;
        IsTouched = true;
    }

    public Id<Brand> Brand { get; private set; }

    public Id<Plan>? Plan { get; private set; }

    /// <summary>The goal it serves; null when it serves none or none was chosen yet.</summary>
    public Id<Goal>? Goal { get; private set; }

    /// <summary>Said on purpose: this post serves no goal.</summary>
    public bool Unguided { get; private set; }

    /// <summary>The action item it belongs to.</summary>
    public Id<ActionItem>? Action { get; private set; }

    /// <summary>The theme it belongs to.</summary>
    public Id<ContentPillar>? Theme { get; private set; }

    /// <summary>The campaign it belongs to.</summary>
    public Id<Campaign>? Campaign { get; private set; }

    /// <summary>The idea in a line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The shared text; a line of three dashes starts the next part of a thread.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The member who wrote it; null for the program itself.</summary>
    public Guid? Author { get; private set; }

    public PostStatus Status { get; private set; }

    /// <summary>The local time that was meant; null without a slot.</summary>
    public LocalDateTime? Meant { get; private set; }

    /// <summary>IANA name of the zone the slot is meant in.</summary>
    public string? ZoneName { get; private set; }

    /// <summary>The instant of the slot.</summary>
    public Instant? DueAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    /// <summary>When it was scheduled for good; the slot minus this is its lead time.</summary>
    public Instant? ScheduledAt { get; private set; }

    /// <summary>The last reason given: for sending back, holding, or scheduling against a warning.</summary>
    public string? Note { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>Grows with every change to the post or one of its variants.</summary>
    public int Edits { get; private set; }

    /// <summary>What it says, account by account.</summary>
    public IReadOnlyList<Variant> Variants => variants;

    public Slot? Slot => Meant is { } meant && DueAt is { } at ? new Slot(meant, ZoneName!, at) : null;

    /// <summary>Whether its words may still change: nothing of it is on its way.</summary>
    public bool IsOpen => ArchivedAt is null && Status is PostStatus.Draft or PostStatus.InReview or PostStatus.Approved
        or PostStatus.Scheduled or PostStatus.OnHold or PostStatus.Expired;

    /// <summary>Changes the idea and the shared text.</summary>
    public void Write(string title, string? text)
    {
        MustBeOpen();
        Title = Rule.Text(title, "title", 200);
        Text = Words(text);
        IsTouched = true;
        Edits++;
    }

    /// <summary>Says what it is for: a goal of a plan, or explicitly none.</summary>
    public void Serve(Id<Plan>? plan, Id<Goal>? goal, bool unguided, Id<ActionItem>? action, Id<ContentPillar>? theme, Id<Campaign>? campaign = null)
    {
        Rule.Require(!(unguided && goal is not null), "unguided-with-goal", "A post serves a goal or is left without one on purpose, not both. Remove the goal or the mark.", "unguided");
        (Plan, Goal, Unguided, Action, Theme, Campaign) = (plan, goal, unguided, action, theme, campaign);
        Edits++;
    }

    /// <summary>Replaces the variants: those of accounts that stay keep their identity, the others go.</summary>
    public void Tell(IReadOnlyList<VariantDraft> drafts)
    {
        MustBeOpen();
        Rule.Require(drafts.Select(draft => draft.Account).Distinct().Count() == drafts.Count, "account-twice", "An account appears twice. One variant per account is enough.", "variants");
        variants.RemoveAll(variant => drafts.All(draft => draft.Account != variant.Account));
        for (var place = 0; place < drafts.Count; place++)
        {
            var draft = drafts[place];
            var variant = variants.Find(known => known.Account == draft.Account);
            if (variant is null)
            {
                variants.Add(variant = new Variant(Id, draft.Account, draft.Network) { Id = draft.Id ?? Id<Variant>.New() });
            }

            variant.Become(draft, place);
        }

        IsTouched = true;
        Edits++;
    }

    /// <summary>Gives it a slot or moves it there; refuses a time that has passed. Says whether a scheduled post moved.</summary>
    public bool MoveTo(Slot slot, Instant now)
    {
        MustBeOpen();
        Rule.Require(slot.At >= now, "time-passed", $"{slot} has passed. Choose a time from now on.", "at");
        (Meant, ZoneName, DueAt) = (slot.Meant, slot.Zone, slot.At);
        Edits++;
        if (Status == PostStatus.Expired)
        {
            Make(PostMove.Resume);
            ForgetEnd();
        }

        return Status == PostStatus.Scheduled;
    }

    /// <summary>A slot and a status as they are told, without asking the clock: for a draft that is only checked, or read from a file.</summary>
    internal void Preview(Slot slot, PostStatus status) => (Meant, ZoneName, DueAt, Status) = (slot.Meant, slot.Zone, slot.At, status);

    /// <summary>Takes the slot away; a scheduled post is unscheduled first.</summary>
    public void LoseSlot()
    {
        MustBeOpen();
        Rule.Require(Status != PostStatus.Scheduled, "still-scheduled", "It is scheduled. Unschedule it first.");
        (Meant, ZoneName, DueAt) = (null, null, null);
        Edits++;
    }

    /// <summary>The brand moved to another zone: the local time stays, the instant follows.</summary>
    internal void KeepLocalTime(DateTimeZone zone)
    {
        if (Slot is { } slot)
        {
            var moved = slot.In(zone);
            (ZoneName, DueAt) = (moved.Zone, moved.At);
            ExpiresAt = ExpiresMeant is { } until ? Clock.Resolve(until, zone) : null;
            Edits++;
        }
    }

    /// <summary>Puts it up for approval.</summary>
    public void Submit(Guid? by)
    {
        Rule.Require(variants.Count > 0, "no-account", "It has no account to go out on. Choose at least one.", "variants");
        Make(PostMove.Submit);
        (SubmittedBy, Note) = (by, null);
    }

    /// <summary>Approves it; with four eyes, never by the one who wrote it or put it up (403).</summary>
    public void Approve(Guid? by, bool fourEyes, Instant now)
    {
        if (fourEyes && by is not null && (by == Author || by == SubmittedBy))
        {
            throw Rule.Forbidden("This brand asks for four eyes: somebody else than the author approves. Ask a colleague who may.");
        }

        Make(PostMove.Approve);
        (ApprovedBy, ApprovedAt, Note) = (by, now, null);
    }

    public void SendBack(string why)
    {
        Make(PostMove.SendBack);
        (Note, ApprovedBy, ApprovedAt, ApprovedRevision, ScheduledAt) = (Rule.Text(why, "why", 1000), null, null, null, null);
    }

    public void Hold(string? why)
    {
        Make(PostMove.Hold);
        (Note, ScheduledAt) = (Rule.OptionalText(why, "why", 1000), null);
    }

    public void Resume()
    {
        Make(PostMove.Resume);
        ForgetEnd();
        (Note, ApprovedBy, ApprovedAt, ApprovedRevision, ScheduledAt) = (null, null, null, null, null);
    }

    /// <summary>Schedules an approved post for its slot; a slot that has passed is refused.</summary>
    public void Schedule(Instant now, string? overrideReason = null)
    {
        Rule.Require(DueAt is not null, "no-slot", "It has no time yet. Choose one.", "at");
        Rule.Require(DueAt >= now, "time-passed", $"{Slot} has passed. Choose a time from now on.", "at");
        Rule.Require(variants.Count > 0, "no-account", "It has no account to go out on. Choose at least one.", "variants");
        Make(PostMove.Schedule);
        (ScheduledAt, Note) = (now, Rule.OptionalText(overrideReason, "overrideReason", 1000));
    }

    public void Unschedule()
    {
        Make(PostMove.Unschedule);
        ScheduledAt = null;
    }

    /// <summary>Its slot passed before it was approved.</summary>
    public void Expire(Instant now)
    {
        Rule.Require(DueAt <= now, "slot-ahead", "Its slot has not passed yet.");
        Make(PostMove.Expire);
    }

    /// <summary>Its words changed: where approvals count, it needs a new one.</summary>
    public void Reopen()
    {
        if (PostMoves.Of(Status, PostMove.Reopen) is { } status)
        {
            (Status, ApprovedBy, ApprovedAt, ApprovedRevision, ScheduledAt) = (status, null, null, null, null);
        }
    }

    public void Archive(Instant now)
    {
        Rule.Require(Status is not (PostStatus.Scheduled or PostStatus.Publishing), "still-scheduled", "It is about to go out. Unschedule it first.");
        ArchivedAt ??= now;
    }

    public void Restore() => ArchivedAt = null;

    /// <summary>The status that follows from how its publications stand; called by Publishing after each change of one.</summary>
    public void Follow(IReadOnlyCollection<PublicationOutcome> outcomes)
    {
        if (PostOutcome.Of(outcomes) is { } status && status != Status)
        {
            Status = status;
            Edits++;
        }
    }

    private void Make(PostMove move)
    {
        Rule.Require(ArchivedAt is null, "archived", "It is archived. Restore it first.");
        Status = PostMoves.Make(Status, move);
        Edits++;
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw Rule.Conflict("post-closed", $"A post that is {(ArchivedAt is null ? PostMoves.Words(Status) : "archived")} no longer changes. Duplicate it to say it again.");
        }
    }

    private static string Words(string? text) => Rule.OptionalText(text, "text", 20_000) ?? "";
}
