using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>The way to the network.</summary>
/// <param name="Address">The network's own page, where the person allows it.</param>
/// <param name="Until">How long the way back is open.</param>
public sealed record SignInBegun(string Address, Instant Until);

/// <summary>
/// Begins signing an account in at its network, with an application of one's own: gives the address of the network's page. The
/// network leads back with a code that <see cref="FinishSignIn"/> takes. A secret left empty is taken from what is stored for
/// the same application.
/// </summary>
/// <param name="Fields">The fields of the network's guide by their keys.</param>
/// <param name="Redirect">Where the network shall lead back to, as registered there: this program's address with /settings/networks/back.</param>
[Needs(Permission.Administer)]
public sealed record BeginSignIn(Id<SocialAccount> Account, IReadOnlyDictionary<string, string> Fields, [property: MaxLength(500)] string Redirect) : ICommand<SignInBegun>
{
    internal sealed class Handler(Db db, TimeProvider clock, Secrets secrets, AccountKeys keys, OutgoingRules rules, ICurrent current, IEnumerable<IConnector> connectors, IEnumerable<ISignIn> signIns)
        : IHandle<BeginSignIn, SignInBegun>
    {
        public async Task<SignInBegun> HandleAsync(BeginSignIn request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var guide = ConnectAccount.ConnectorOf(account, connectors).Guide;
            var signIn = signIns.FirstOrDefault(one => one.Network == account.Network)
                ?? throw Rule.Broken("no-sign-in", $"{NetworkCatalogue.Of(account.Network).Name} is connected by its form alone.", "account");
            CheckRedirect(request.Redirect);
            var (settings, secret) = GuideFields.Read(guide, request.Fields, rules, await KnownAsync(account, request.Fields, cancel));
            var ask = new SignInAsk(request.Redirect, Codes.New(), Codes.New());
            var now = clock.Now();
            await db.Set<SignInTry>().Where(row => row.Account == account.Id || row.EndsAt < now).ExecuteDeleteAsync(cancel);
            var travel = new SignInTravel(settings, secret, ask.Redirect, ask.Verifier);
            var started = new SignInTry(account, current.MemberKey, Codes.Hash(ask.State), secrets.Protect(JsonSerializer.Serialize(travel)), now);
            db.Add(started);
            return new SignInBegun(signIn.Address(new AccountAccess($"new:{account.Id}", settings, secret), ask), started.EndsAt);
        }

        private static void CheckRedirect(string redirect) => Rule.Require(
            Uri.TryCreate(redirect, UriKind.Absolute, out var address) && address.AbsolutePath == ISignIn.BackPath && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
                && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)),
            "redirect-refused", $"Networks lead back only to an https address of this program that ends with {ISignIn.BackPath}. Open the program under its https address, or on this machine as localhost, and sign in from there.", "redirect");

        /// <summary>Secrets of the same application, at this account or at another one on the network.</summary>
        private async Task<IReadOnlyDictionary<string, string>?> KnownAsync(SocialAccount account, IReadOnlyDictionary<string, string> typed, CancellationToken cancel)
        {
            var there = await db.Set<Connection>().AsNoTracking().Where(row => row.Network == account.Network).OrderBy(row => row.Id).ToListAsync(cancel);
            var same = there.OrderBy(row => row.Account != account.Id).FirstOrDefault(row => row.Settings.TryGetValue("clientId", out var id) && id == typed.GetValueOrDefault("clientId")?.Trim());
            return same is null ? null : keys.Open(same).Secrets;
        }
    }
}
