using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>
/// Reads an account's profile as the network shows it, with the account's own access where it is connected. Takes over texts,
/// pictures and the last post, and records the follower count. A network that cannot be read is 422; what it does not tell stays.
/// </summary>
[Needs(Permission.EditPlan)]
public sealed record ReadProfile(Id<SocialAccount> Account) : ICommand<ProfileView>
{
    internal sealed class Handler(
        Db db, AccountFinder accounts, ProfileDesk desk, IEnumerable<IReadProfiles> readers, IEnumerable<IOpenAccounts> keys, ObservationWriter numbers, TimeProvider clock, Journal journal)
        : IHandle<ReadProfile, ProfileView>
    {
        private static readonly Duration Back = Duration.FromDays(90);

        public async Task<ProfileView> HandleAsync(ReadProfile request, CancellationToken cancel)
        {
            var account = await accounts.FindAsync(request.Account, cancel);
            var reader = readers.FirstOrDefault(one => one.Network == account.Network)
                ?? throw Rule.Broken("network-not-read", $"{NetworkCatalogue.Of(account.Network).Name} shows profiles only to people who are signed in. Type what stands there.", "account");
            AccountAccess? access = null;
            foreach (var key in keys)
            {
                access ??= await key.OpenAsync(account.Id.ToString(), cancel);
            }

            var now = clock.Now();
            return await reader.ReadAsync(new ProfileAddress(account.Handle), access, now - Back, cancel) switch
            {
                ProfileOutcome.Found found => await TakeAsync(account, found.Profile, now, cancel),
                ProfileOutcome.Failed failed => throw Rule.Broken("profile-unread", failed.Message, "account"),
                _ => throw new InvalidOperationException("Reading a profile ends in one of two ways."),
            };
        }

        private async Task<ProfileView> TakeAsync(SocialAccount account, PublicProfile shown, Instant now, CancellationToken cancel)
        {
            var profile = await desk.OfAsync(account, cancel);
            profile.Take(shown, now);
            var brand = await db.FindAsync(account.Brand, "brand", cancel);
            if (shown.Posts is [var last, ..] && last.At.InZone(brand.Zone).Date is var day && (account.LastPost is null || day > account.LastPost))
            {
                account.SawPost(day);
            }

            account.Verify(shown.Verified ?? account.Verified);
            if (shown.Followers is { } followers)
            {
                await numbers.WriteAsync(brand.Id, [new ObservationEntry("followers", account.Id.ToString(), now.InZone(brand.Zone).Date, PeriodLength.Day, followers)], account.Network, WhenPresent.Correct, cancel);
            }

            journal.Say($"read the profile of “{account.Handle}” from {shown.Source}", account.Brand.Value, null, account.Id);
            return await desk.ViewAsync(account, profile, cancel);
        }
    }
}
