using Bellwether.Brands;
using Bellwether.Kernel;
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
    public SocialAccount(Id<Brand> brand, string network, string handle, string? url, Instant now)
    {
        Brand = brand;
        Network = NetworkName.Of(network);
        PurposeMissingSince = now;
        Locate(handle, url);
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

    public AccountStatus Status { get; private set; } = AccountStatus.Active;

    /// <summary>What the account is for, in a sentence.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Since when nobody could say what it is for; null while it has a purpose.</summary>
    public Instant? PurposeMissingSince { get; private set; }

    /// <summary>Whether the network has verified it.</summary>
    public bool Verified { get; private set; }

    /// <summary>The day of the most recent post, as far as anybody knows.</summary>
    public LocalDate? LastPost { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>What was decided about its future; a person decides, never the program.</summary>
    public Disposition Disposition { get; private set; }

    public string? DispositionReason { get; private set; }

    /// <summary>When its set-up checklist was completed.</summary>
    public Instant? SetUpAt { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    /// <summary>Gives the account its handle and address.</summary>
    public void Locate(string handle, string? url)
    {
        Handle = AccountAddress.Handle(handle);
        Url = AccountAddress.Url(url);
        Key = AccountAddress.Key(Network, Handle, Url);
    }

    public void Own(Id<Member>? owner) => Owner = owner;

    public void Operate(IEnumerable<Id<Member>> operators) => Operators = [.. operators.Distinct()];

    public void Keep(Custody custody) => Custody = custody.Checked();

    public void Protect(TwoFactor twoFactor) => TwoFactor = twoFactor;

    public void Become(AccountStatus status) => Status = status;

    public void Verify(bool verified) => Verified = verified;

    public void SawPost(LocalDate? day) => LastPost = day;

    public void Note(string? notes) => Notes = NoSecret.Check(Rule.OptionalText(notes, "notes"), "notes");

    /// <summary>Says what it is for; the clock of “no purpose” starts when the purpose goes.</summary>
    public void Serve(string? purpose, Instant now)
    {
        Purpose = NoSecret.Check(Rule.OptionalText(purpose, "purpose", 400), "purpose");
        PurposeMissingSince = Purpose is null ? PurposeMissingSince ?? now : null;
    }

    public void Decide(Disposition disposition, string? reason)
    {
        Disposition = disposition;
        DispositionReason = Rule.OptionalText(reason, "reason", 400);
    }

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
