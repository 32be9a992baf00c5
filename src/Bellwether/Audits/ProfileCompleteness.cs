using Bellwether.Networks;

namespace Bellwether.Audits;

/// <summary>
/// How much of a profile is filled in: parts that are there over parts that a complete profile of the network has.
/// Nobody has looked is no share at all, not zero.
/// </summary>
/// <param name="Filled">How many parts are there.</param>
/// <param name="All">How many a complete profile of this network has; 0 where an account has no profile, as a webhook.</param>
/// <param name="Share">Filled over all, from 0 to 1; null while nothing is known of the profile, or there is none.</param>
/// <param name="Missing">The parts that are not there, or not known to be.</param>
public sealed record ProfileCompleteness(int Filled, int All, decimal? Share, IReadOnlyList<ProfilePart> Missing)
{
    public static ProfileCompleteness Of(string network, AccountProfile? profile)
    {
        var parts = NetworkCatalogue.Of(network).Profile.Parts;
        var missing = parts.Where(part => !Has(profile, part)).ToList();
        var filled = parts.Count - missing.Count;
        return new ProfileCompleteness(filled, parts.Count, profile is null || parts.Count == 0 ? null : decimal.Round((decimal)filled / parts.Count, 6), missing);
    }

    private static bool Has(AccountProfile? profile, ProfilePart part) => profile is not null && part switch
    {
        ProfilePart.Name => profile.Name is not null,
        ProfilePart.Avatar => profile.Avatar is not null || profile.ShowsAvatar == true,
        ProfilePart.Cover => profile.Cover is not null || profile.ShowsCover == true,
        ProfilePart.Bio => profile.Bio is not null,
        ProfilePart.Link => profile.Link is not null,
        ProfilePart.Location => profile.Location is not null,
        ProfilePart.Contact => profile.Contact is not null,
        ProfilePart.Category => profile.Category is not null,
        ProfilePart.Hours => profile.Hours is not null,
        _ => profile.Pinned is not null,
    };
}
