using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>One profile: what stands in it and what it lacks.</summary>
/// <param name="NameLimit">The most the name takes, in characters as the network counts.</param>
/// <param name="BioLimit">The most the bio takes.</param>
/// <param name="Pictures">What is wrong with its pictures.</param>
/// <param name="MissingKeywords">Words people search for that it does not carry.</param>
/// <param name="MayRead">Whether this network can be read.</param>
public sealed record ProfileView(
    Id<SocialAccount> Account, string Network, string Handle, ProfileTexts Texts, Id<Asset>? Avatar, Id<Asset>? Cover, IReadOnlyList<Id<SocialAccount>> PointsTo,
    ProfileCompleteness Completeness, int? NameLimit, int? BioLimit, IReadOnlyList<PictureFinding> Pictures, IReadOnlyList<string> MissingKeywords,
    string? Source, Instant? ReadAt, bool MayRead, int Version) : IVersioned;

/// <summary>All profiles of a brand, beside each other; accounts that have none, as a webhook, are left out.</summary>
/// <param name="Share">Parts filled over parts asked, over all profiles that anybody has looked at.</param>
public sealed record ProfileReportView(
    IReadOnlyList<ProfileView> Profiles, IReadOnlyList<AspectComparison> Aspects, IReadOnlyList<CrossPromotion> Promotions, IReadOnlyList<string> Keywords, decimal? Share, int Unseen);

/// <summary>The profiles of a brand's accounts: completeness, consistency, who points to whom, keywords and picture sizes.</summary>
[Needs(Permission.Read)]
public sealed record ProfileReport(Id<Brand> Brand) : IQuery<ProfileReportView>
{
    internal sealed class Handler(Db db, PlanFinder plans, IEnumerable<IReadProfiles> readers) : IHandle<ProfileReport, ProfileReportView>
    {
        public async Task<ProfileReportView> HandleAsync(ProfileReport request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rules = await RulesOf.BrandAsync(db, brand.Id, cancel);
            var accounts = (await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand.Id && account.ArchivedAt == null && account.Status != AccountStatus.Closed).ToListAsync(cancel))
                .Where(account => NetworkCatalogue.Of(account.Network).Profile.Parts.Count > 0)
                .OrderBy(account => account.Network, StringComparer.Ordinal).ThenBy(account => account.Handle, StringComparer.OrdinalIgnoreCase).ToList();
            var stored = await db.Set<AccountProfile>().AsNoTracking().Where(profile => profile.Brand == brand.Id).ToDictionaryAsync(profile => profile.Account, cancel);
            var assets = await db.Set<Asset>().AsNoTracking().Where(asset => asset.Brand == brand.Id).ToDictionaryAsync(asset => asset.Id, cancel);
            var pairs = accounts.Select(account => (account, stored.GetValueOrDefault(account.Id))).ToList();
            var readable = readers.Select(reader => reader.Network).ToHashSet(StringComparer.Ordinal);
            var views = pairs.Select(pair => Profiles.View(pair.account, pair.Item2, rules, assets, readable.Contains(pair.account.Network))).ToList();
            var seen = views.Where(view => view.Completeness.Share is not null).ToList();
            return new ProfileReportView(
                views, ProfileConsistency.Of(pairs, profile => Profiles.PictureOf(profile, assets)), ProfileReach.Promotions(pairs), rules.Keywords,
                seen.Count == 0 ? null : decimal.Round((decimal)seen.Sum(view => view.Completeness.Filled) / seen.Sum(view => view.Completeness.All), 6), views.Count - seen.Count);
        }
    }
}

/// <summary>Makes views of profiles.</summary>
internal static class Profiles
{
    public static ProfileView View(SocialAccount account, AccountProfile? profile, AuditRules rules, IReadOnlyDictionary<Id<Asset>, Asset> assets, bool mayRead)
    {
        var network = NetworkCatalogue.Of(account.Network);
        Asset? Find(Id<Asset>? id) => id is { } key ? assets.GetValueOrDefault(key) : null;
        return new ProfileView(
            account.Id, account.Network, account.Handle, ProfileTexts.Of(profile), profile?.Avatar, profile?.Cover, profile?.PointsTo ?? [],
            ProfileCompleteness.Of(account.Network, profile), network.Profile.Name, network.Profile.Bio,
            [.. PictureCheck.Of(network, "avatar", Find(profile?.Avatar)), .. PictureCheck.Of(network, "cover", Find(profile?.Cover))],
            ProfileReach.MissingKeywords(account, profile, rules.Keywords), profile?.Source, profile?.ReadAt, mayRead, profile?.Version ?? 0);
    }

    /// <summary>The picture's name where it is in the library, else the first signs of its hash; both where another picture is called the same.</summary>
    public static string? PictureOf(AccountProfile profile, IReadOnlyDictionary<Id<Asset>, Asset> assets)
    {
        var hash = profile.AvatarHash ?? (profile.Avatar is { } id && assets.TryGetValue(id, out var chosen) ? chosen.Hash : null);
        var name = hash is null ? null : assets.Values.FirstOrDefault(asset => asset.Hash == hash)?.Name;
        return hash is null ? null : name is null ? hash[..12] : assets.Values.Any(other => other.Name == name && other.Hash != hash) ? $"{name} ({hash[..6]})" : name;
    }
}
