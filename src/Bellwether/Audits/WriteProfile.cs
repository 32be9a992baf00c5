using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>
/// Writes down what stands in an account's profile; what is left out stays, an empty text clears. A name or bio longer than
/// the network allows is 422.
/// </summary>
/// <param name="Avatar">The profile picture in the media library.</param>
/// <param name="Cover">The wide picture in the media library.</param>
/// <param name="PointsTo">Other accounts of the brand that the profile points to.</param>
[Needs(Permission.EditPlan)]
public sealed record WriteProfile(
    Id<SocialAccount> Account, string? Name = null, string? Bio = null, string? Link = null, string? Location = null, string? Contact = null, string? Category = null,
    string? Hours = null, string? Pinned = null, Id<Asset>? Avatar = null, Id<Asset>? Cover = null, IReadOnlyList<Id<SocialAccount>>? PointsTo = null, int? IfVersion = null)
    : ICommand<ProfileView>, IExpectsVersion
{
    internal sealed class Handler(Db db, AccountFinder accounts, ProfileDesk desk, Journal journal) : IHandle<WriteProfile, ProfileView>
    {
        public async Task<ProfileView> HandleAsync(WriteProfile request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var profile = await desk.OfAsync(account, cancel);
            if (request.IfVersion > 0)
            {
                profile.Expect(request.IfVersion);
            }

            profile.Write(new ProfileTexts(
                request.Name ?? profile.Name, request.Bio ?? profile.Bio, request.Link ?? profile.Link, request.Location ?? profile.Location, request.Contact ?? profile.Contact,
                request.Category ?? profile.Category, request.Hours ?? profile.Hours, request.Pinned ?? profile.Pinned));
            profile.Show(await PictureAsync(request.Avatar, account, cancel) ?? profile.Avatar, await PictureAsync(request.Cover, account, cancel) ?? profile.Cover);
            foreach (var other in request.PointsTo ?? [])
            {
                Rule.Found((await accounts.FindAsync(other, cancel)).Brand == account.Brand ? account : null, "account");
            }

            profile.Point(request.PointsTo ?? profile.PointsTo);
            journal.Say($"wrote down the profile of “{account.Handle}”", account.Brand.Value, null, account.Id);
            return await desk.ViewAsync(account, profile, cancel);
        }

        private async Task<Id<Asset>?> PictureAsync(Id<Asset>? id, SocialAccount account, CancellationToken cancel)
        {
            if (id is not { } key)
            {
                return null;
            }

            var asset = await db.FindAsync(key, "asset", cancel);
            Rule.Require(asset.Brand == account.Brand && !asset.IsVideo, "picture-elsewhere", "Choose a picture from this brand’s library.", "avatar");
            return key;
        }
    }
}

/// <summary>Finds an account's profile or begins it.</summary>
[Scoped]
public sealed class ProfileDesk(Db db, IEnumerable<IReadProfiles> readers)
{
    public async Task<AccountProfile> OfAsync(SocialAccount account, CancellationToken cancel)
    {
        var profile = await db.Set<AccountProfile>().FirstOrDefaultAsync(row => row.Account == account.Id, cancel);
        if (profile is null)
        {
            db.Add(profile = new AccountProfile(account));
        }

        return profile;
    }

    internal async Task<ProfileView> ViewAsync(SocialAccount account, AccountProfile profile, CancellationToken cancel)
    {
        var wanted = new[] { profile.Avatar, profile.Cover }.OfType<Id<Asset>>().ToList();
        var assets = await db.Set<Asset>().AsNoTracking().Where(asset => wanted.Contains(asset.Id)).ToDictionaryAsync(asset => asset.Id, cancel);
        return Profiles.View(account, profile, await RulesOf.BrandAsync(db, account.Brand, cancel), assets, readers.Any(reader => reader.Network == account.Network));
    }
}
