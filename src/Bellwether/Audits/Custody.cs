using Bellwether.Kernel;

namespace Bellwether.Audits;

/// <summary>What kind of hands the credentials are in.</summary>
public enum CustodyKind
{
    /// <summary>Nobody could say.</summary>
    NotKnown,

    /// <summary>A person of the team.</summary>
    Team,

    /// <summary>A shared vault that the team controls.</summary>
    Vault,

    /// <summary>An agency or another partner.</summary>
    Agency,

    /// <summary>Somebody who has left.</summary>
    FormerEmployee,
}

/// <summary>Who holds the credentials and where recovery goes: names of people, vaults and mailboxes, never the secret itself.</summary>
/// <param name="Kind">What kind of hands.</param>
/// <param name="HeldBy">Who, in words: “Ana”, “team vault”, “Agency North”.</param>
/// <param name="RecoveryTo">Where a lost password's mail goes: “social@ mailbox”.</param>
public sealed record Custody(CustodyKind Kind, string? HeldBy = null, string? RecoveryTo = null)
{
    public static readonly Custody NotKnown = new(CustodyKind.NotKnown);

    /// <summary>Whether the team has lost hold of the account: an agency or somebody who has left holds the keys.</summary>
    public bool Outside => Kind is CustodyKind.Agency or CustodyKind.FormerEmployee;

    /// <summary>The same, trimmed, and refused when it looks like a secret.</summary>
    public Custody Checked() => new(
        Kind,
        NoSecret.Check(Rule.OptionalText(HeldBy, "heldBy", 200), "heldBy"),
        NoSecret.Check(Rule.OptionalText(RecoveryTo, "recoveryTo", 200), "recoveryTo"));
}
