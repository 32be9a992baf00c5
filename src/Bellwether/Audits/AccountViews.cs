using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>One account of the inventory.</summary>
/// <param name="Gaps">What is missing or wrong, as stable words: noOwner, noPurpose, outsideControl, noTwoFactor.</param>
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
    bool Verified,
    LocalDate? LastPost,
    string? Notes,
    Disposition Disposition,
    string? DispositionReason,
    DispositionSuggestion? Suggestion,
    IReadOnlyList<AccountGap> Gaps,
    Instant? SetUpAt,
    Instant? ArchivedAt,
    int Version) : IVersioned
{
    public static SocialAccountView Of(SocialAccount account, Instant now) => new(
        account.Id, account.Brand, account.Network, account.Handle, account.Url, account.Owner, account.Operators, account.Custody,
        account.TwoFactor, account.Status, account.Purpose, account.Verified, account.LastPost, account.Notes, account.Disposition,
        account.DispositionReason, PurposeCheck.Of(account, now), [.. AccountGaps.Of(account)], account.SetUpAt, account.ArchivedAt, account.Version);
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
}

/// <summary>Finds what an account lacks.</summary>
public static class AccountGaps
{
    public static IEnumerable<AccountGap> Of(SocialAccount account)
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
    }
}
