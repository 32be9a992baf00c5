using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Audits;

/// <summary>What is compared across the accounts of a brand.</summary>
public enum ProfileAspect
{
    /// <summary>The display name.</summary>
    Name,

    /// <summary>The handle.</summary>
    Handle,

    /// <summary>The bio.</summary>
    Bio,

    /// <summary>The site that the profile leads to.</summary>
    Link,

    /// <summary>The profile picture.</summary>
    Avatar,
}

/// <summary>What one account shows of an aspect.</summary>
/// <param name="Text">What it shows; null when nobody knows.</param>
/// <param name="Odd">Whether it differs from what most accounts show; nobody is odd where no two say the same.</param>
public sealed record ShownAspect(Id<SocialAccount> Account, string Network, string Handle, string? Text, bool Odd);

/// <summary>One aspect, account beside account.</summary>
/// <param name="Agrees">Whether all that are known are the same; null with fewer than two.</param>
/// <param name="Likeness">For bios, the least likeness of two of them, from 0 to 1.</param>
public sealed record AspectComparison(ProfileAspect Aspect, bool? Agrees, double? Likeness, IReadOnlyList<ShownAspect> Shown);

/// <summary>Compares what a brand's profiles say. Case, spacing, the scheme of a link and its tags do not count.</summary>
public static class ProfileConsistency
{
    public static IReadOnlyList<AspectComparison> Of(IReadOnlyList<(SocialAccount Account, AccountProfile? Profile)> profiles, Func<AccountProfile, string?> picture) =>
    [
        Compare(ProfileAspect.Name, profiles, (_, profile) => profile?.Name),
        Compare(ProfileAspect.Handle, profiles, (account, _) => account.Handle.Split('@')[0].Split('.')[0]),
        Compare(ProfileAspect.Bio, profiles, (_, profile) => profile?.Bio),
        Compare(ProfileAspect.Link, profiles, (_, profile) => profile?.Link),
        Compare(ProfileAspect.Avatar, profiles, (_, profile) => profile is null ? null : picture(profile)),
    ];

    private static AspectComparison Compare(ProfileAspect aspect, IReadOnlyList<(SocialAccount Account, AccountProfile? Profile)> profiles, Func<SocialAccount, AccountProfile?, string?> shown)
    {
        var rows = profiles.Select(pair => (pair.Account, Text: shown(pair.Account, pair.Profile))).ToList();
        var known = rows.Where(row => row.Text is not null).Select(row => row.Text!).ToList();
        var shapes = known.GroupBy(text => Normal(aspect, text), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();
        bool? agrees = known.Count < 2 ? null : shapes.Count == 1;
        // Where no two say the same, nobody is the odd one.
        var usual = agrees == false && shapes[0].Count() > shapes[1].Count() ? shapes[0].Key : null;
        double? likeness = aspect != ProfileAspect.Bio || known.Count < 2
            ? null
            : Math.Round(known.SelectMany((one, i) => known.Skip(i + 1).Select(other => Similarity.Of(one, other))).Min(), 3);
        return new AspectComparison(aspect, agrees, likeness,
            [.. rows.Select(row => new ShownAspect(row.Account.Id, row.Account.Network, row.Account.Handle, row.Text, agrees == false && usual is not null && row.Text is not null && Normal(aspect, row.Text) != usual))]);
    }

    private static string Normal(ProfileAspect aspect, string text) => aspect == ProfileAspect.Link && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        ? uri.Host.Replace("www.", "", StringComparison.OrdinalIgnoreCase).ToLowerInvariant() + uri.AbsolutePath.TrimEnd('/')
        : Similarity.Normal(text);
}

/// <summary>Who points to whom among a brand's accounts.</summary>
/// <param name="To">The accounts that a profile points to, declared or found in its bio or link.</param>
/// <param name="Unreached">Whether no other account points to it.</param>
public sealed record CrossPromotion(Id<SocialAccount> Account, IReadOnlyList<Id<SocialAccount>> To, bool Unreached);

/// <summary>Finds who points to whom, and which keywords a profile carries.</summary>
public static class ProfileReach
{
    public static IReadOnlyList<CrossPromotion> Promotions(IReadOnlyList<(SocialAccount Account, AccountProfile? Profile)> profiles)
    {
        var to = profiles.ToDictionary(pair => pair.Account.Id, pair => profiles.Where(other => other.Account.Id != pair.Account.Id && Points(pair.Profile, other.Account)).Select(other => other.Account.Id).ToList());
        var reached = to.Values.SelectMany(ids => ids).ToHashSet();
        return [.. profiles.Select(pair => new CrossPromotion(pair.Account.Id, to[pair.Account.Id], profiles.Count > 1 && !reached.Contains(pair.Account.Id)))];
    }

    /// <summary>The keywords that stand in neither name, handle nor bio.</summary>
    public static IReadOnlyList<string> MissingKeywords(SocialAccount account, AccountProfile? profile, IReadOnlyList<string> keywords)
    {
        var text = Similarity.Normal($"{profile?.Name} {account.Handle} {profile?.Bio}");
        return [.. keywords.Where(word => !text.Contains(Similarity.Normal(word), StringComparison.Ordinal))];
    }

    private static bool Points(AccountProfile? profile, SocialAccount other)
    {
        if (profile is null)
        {
            return false;
        }

        var key = other.Url is null ? null : AccountAddress.Key(other.Network, other.Handle, other.Url);
        var text = $"{profile.Bio} {profile.Link}";
        return profile.PointsTo.Contains(other.Id)
            || (key is not null && text.Contains(key, StringComparison.OrdinalIgnoreCase))
            || (profile.Bio?.Contains($"@{other.Handle}", StringComparison.OrdinalIgnoreCase) ?? false);
    }
}
