using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>One account of the inventory.</summary>
/// <param name="Gaps">What is missing or wrong, as stable words: noOwner, noPurpose, outsideControl, noTwoFactor, stale.</param>
/// <param name="Attestation">When its owner confirms it again, and whether that is overdue.</param>
/// <param name="Profile">How much of the profile is filled in, as far as known.</param>
/// <param name="Suggestion">What the program suggests after 30 days without a purpose.</param>
public sealed record SocialAccountView(
    Id<SocialAccount> Id,
    Id<Brand> Brand,
    string Network,
    string Handle,
    string? Url,
    Id<Member>? Owner,
    IReadOnlyList<Id<Member>> Operators,
    Custody Custody,
    TwoFactor TwoFactor,
    AccountStatus Status,
    string? Purpose,
    string? BusinessGoal,
    bool Verified,
    bool Internal,
    LocalDate? LastPost,
    string? Notes,
    Disposition Disposition,
    string? DispositionReason,
    Id<SocialAccount>? MergeInto,
    string? Branch,
    IReadOnlyList<string> Kpis,
    string? TopContent,
    Instant? AttestedAt,
    Id<Member>? AttestedBy,
    AttestationState Attestation,
    ProfileCompleteness Profile,
    DispositionSuggestion? Suggestion,
    IReadOnlyList<AccountGap> Gaps,
    Instant? SetUpAt,
    Instant? ArchivedAt,
    int Version) : IVersioned
{
    public static SocialAccountView Of(SocialAccount account, AuditRules rules, ProfileCompleteness profile, Instant now)
    {
        var attestation = AttestationState.Of(account, rules, now);
        return new(
            account.Id, account.Brand, account.Network, account.Handle, account.Url, account.Owner, account.Operators, account.Custody,
            account.TwoFactor, account.Status, account.Purpose, account.BusinessGoal, account.Verified, account.Internal, account.LastPost, account.Notes, account.Disposition,
            account.DispositionReason, account.MergeInto, account.Branch, account.Kpis, account.TopContent, account.AttestedAt, account.AttestedBy,
            attestation, profile, PurposeCheck.Of(account, now), [.. AccountGaps.Of(account, attestation)], account.SetUpAt, account.ArchivedAt, account.Version);
    }
}

/// <summary>What the inventory can be filtered by.</summary>
public enum AccountGap
{
    /// <summary>No accountable person.</summary>
    NoOwner,

    /// <summary>Nobody says what it is for.</summary>
    NoPurpose,

    /// <summary>The keys are with an agency or with somebody who has left.</summary>
    OutsideControl,

    /// <summary>A password alone opens it, or nobody has looked.</summary>
    NoTwoFactor,

    /// <summary>Its owner has not confirmed it for longer than the brand's rule allows.</summary>
    Stale,
}

/// <summary>Finds what an account lacks.</summary>
public static class AccountGaps
{
    public static IEnumerable<AccountGap> Of(SocialAccount account, AttestationState attestation)
    {
        if (account.Owner is null)
        {
            yield return AccountGap.NoOwner;
        }

        if (account.Purpose is null)
        {
            yield return AccountGap.NoPurpose;
        }

        if (account.Custody.Outside)
        {
            yield return AccountGap.OutsideControl;
        }

        if (account.TwoFactor != TwoFactor.On)
        {
            yield return AccountGap.NoTwoFactor;
        }

        if (attestation.Stale)
        {
            yield return AccountGap.Stale;
        }
    }
}
