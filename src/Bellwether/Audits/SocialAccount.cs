using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>One profile of a brand on a network, as the inventory knows it: who answers for it, who holds the keys, what it is for. Never a secret.</summary>
public sealed class SocialAccount : Entity<SocialAccount>
{
    private SocialAccount()
    {
    }

    /// <summary>An account needs a network and a handle; everything else may be found out later.</summary>
    /// <param name="asWritten">Whether the handle comes from a file and is taken as it stands, whatever the network’s rule says today.</param>
    public SocialAccount(Id<Brand> brand, string network, string handle, string? url, Instant now, bool asWritten = false)
    {
        Brand = brand;
        Network = NetworkName.Of(network);
        PurposeMissingSince = now;
        (Handle, Url) = (asWritten ? AccountAddress.Handle(handle) : AccountAddress.Handle(Network, handle), AccountAddress.Url(url));
        Key = AccountAddress.Key(Network, Handle, Url);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The network's key, such as “instagram”; networks we know nothing of are welcome.</summary>
    public string Network { get; private set; } = "";

    /// <summary>The name on the network, without the leading @.</summary>
    public string Handle { get; private set; } = "";

    /// <summary>The public address of the profile.</summary>
    public string? Url { get; private set; }

    /// <summary>The address in the one spelling that tells twins apart; unique within the brand.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The accountable person; exactly one or none yet.</summary>
    public Id<Member>? Owner { get; private set; }

    /// <summary>Who posts and answers day by day.</summary>
    public IReadOnlyList<Id<Member>> Operators { get; private set; } = [];

    /// <summary>Who holds the keys and where recovery goes.</summary>
    public Custody Custody { get; private set; } = Custody.NotKnown;

    public TwoFactor TwoFactor { get; private set; }

    /// <summary>Whether it is in use; nothing is before somebody says what for.</summary>
    public AccountStatus Status { get; private set; } = AccountStatus.Unexplained;

    /// <summary>What the account is for, in a sentence.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Which business goal it helps to reach, in a sentence.</summary>
    public string? BusinessGoal { get; private set; }

    /// <summary>Since when nobody could say what it is for; null while it has a purpose.</summary>
    public Instant? PurposeMissingSince { get; private set; }

    /// <summary>Whether it is for employees only: no guest sees it, and no public page names it.</summary>
    public bool Internal { get; private set; }

    /// <summary>Whether the network has verified it.</summary>
    public bool Verified { get; private set; }

    /// <summary>The day of the most recent post, as far as anybody knows.</summary>
    public LocalDate? LastPost { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>What was decided about its future; a person decides, never the program.</summary>
    public Disposition Disposition { get; private set; }

    public string? DispositionReason { get; private set; }

    /// <summary>The account it goes into, where it is merged.</summary>
    public Id<SocialAccount>? MergeInto { get; private set; }

    /// <summary>The place or unit it speaks for, where a brand has several; null for the brand as a whole.</summary>
    public string? Branch { get; private set; }

    /// <summary>Keys of the metrics it is judged by.</summary>
    public IReadOnlyList<string> Kpis { get; private set; } = [];

    /// <summary>What has worked best on it so far.</summary>
    public string? TopContent { get; private set; }

    /// <summary>When its owner last confirmed what stands here; null until the first time.</summary>
    public Instant? AttestedAt { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public Id<Member>? AttestedBy { get; private set; }

    /// <summary>When the owner was last asked to confirm it.</summary>
    public Instant? AskedAt { get; private set; }

    /// <summary>When its set-up checklist was completed.</summary>
    public Instant? SetUpAt { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>Gives the account its handle and address; a handle that stays is not looked at again.</summary>
    public void Locate(string handle, string? url)
    {
        Handle = handle == Handle ? handle : AccountAddress.Handle(Network, handle);
        Url = AccountAddress.Url(url);
        Key = AccountAddress.Key(Network, Handle, Url);
    }

    public void Own(Id<Member>? owner) => Owner = owner;

    public void Operate(IEnumerable<Id<Member>> operators) => Operators = [.. operators.Distinct()];

    public void Keep(Custody custody) => Custody = custody.Checked();

    public void Protect(TwoFactor twoFactor) => TwoFactor = twoFactor;

    /// <summary>Moves to another status; nothing is taken into use before somebody says what it is for.</summary>
    public void Become(AccountStatus status)
    {
        Rule.Require(
            status != AccountStatus.Active || Status == AccountStatus.Active || Purpose is not null, "purpose-missing",
            "For what purpose, and to answer which business goal? Say it before the account is taken into use, or list it as unexplained.", "purpose");
        Rule.Require(status != AccountStatus.Unexplained || Purpose is null, "purpose-said", "The account says what it is for. Empty its purpose, and it counts as unexplained.", "status");
        Status = status;
    }

    /// <summary>Comes in as a file tells it, with a purpose or without; the inventory warns of one that is in use without.</summary>
    internal void Bring(AccountStatus status) => Status = status;

    public void Verify(bool verified) => Verified = verified;

    public void Restrict(bool toEmployees) => Internal = toEmployees;

    public void SawPost(LocalDate? day) => LastPost = day;

    public void Note(string? notes) => Notes = NoSecret.Check(Rule.OptionalText(notes, "notes"), "notes");

    /// <summary>
    /// Says what it is for; the clock of “no purpose” starts when the purpose goes. An account in use is unexplained from then
    /// on, and an unexplained one is in use once its purpose is said.
    /// </summary>
    public void Serve(string? purpose, Instant now)
    {
        Purpose = NoSecret.Check(Rule.OptionalText(purpose, "purpose", 400), "purpose");
        PurposeMissingSince = Purpose is null ? PurposeMissingSince ?? now : null;
        Status = (Purpose, Status) switch
        {
            (null, AccountStatus.Active) => AccountStatus.Unexplained,
            (not null, AccountStatus.Unexplained) => AccountStatus.Active,
            _ => Status,
        };
    }

    /// <summary>Says which business goal it answers.</summary>
    public void Answer(string? businessGoal) => BusinessGoal = NoSecret.Check(Rule.OptionalText(businessGoal, "businessGoal", 400), "businessGoal");

    /// <summary>Writes down what becomes of it; merging names the account it goes into.</summary>
    public void Decide(Disposition disposition, string? reason, SocialAccount? into = null)
    {
        Rule.Require(into is null || disposition == Disposition.Merge, "merge-only", "Only a merge names another account. Leave it out.", "into");
        Rule.Require(into is null || (into.Id != Id && into.Brand == Brand), "merge-elsewhere", "An account is merged into another one of the same brand.", "into");
        Rule.Require(into?.Disposition is null or Disposition.Undecided or Disposition.Keep or Disposition.Update, "merge-into-leaving", "That account is to go itself. Choose one that stays.", "into");
        (Disposition, MergeInto) = (disposition, into?.Id);
        DispositionReason = Rule.OptionalText(reason, "reason", 400);
    }

    public void SpeakFor(string? branch) => Branch = Rule.OptionalText(branch, "branch", 80);

    public void Judge(IEnumerable<string> kpis) => Kpis = [.. kpis.Distinct(StringComparer.Ordinal)];

    public void Remember(string? topContent) => TopContent = Rule.OptionalText(topContent, "topContent", 400);

    /// <summary>The owner confirms what stands here: 422 without an owner, 403 for anybody else.</summary>
    public void Attest(Id<Member>? by, Instant now)
    {
        Rule.Require(Owner is not null, "no-owner", "Nobody answers for this account yet. Name its owner, who then confirms it.", "owner");
        if (by is null || by != Owner)
        {
            throw Rule.Forbidden("Only the owner of the account confirms it. Ask the owner, or name another one first.");
        }

        (AttestedAt, AttestedBy, AskedAt) = (now, by, null);
    }

    /// <summary>The owner has been asked to confirm it.</summary>
    public void Ask(Instant now) => AskedAt = now;

    public void FinishSetUp(Instant now) => SetUpAt ??= now;

    public void ReopenSetUp() => SetUpAt = null;

    public void Archive(Instant now)
    {
        if (ArchivedAt is not null)
        {
            throw Rule.Conflict("already-archived", "This account is in the archive already. Restore it to use it again.");
        }

        ArchivedAt = now;
    }

    public void Restore() => ArchivedAt = null;
}
