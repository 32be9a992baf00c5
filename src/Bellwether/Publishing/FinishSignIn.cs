using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>What came of signing in at a network.</summary>
/// <param name="Works">Whether posts can go out, or can as soon as a place is chosen.</param>
/// <param name="Message">In words.</param>
/// <param name="Places">The places the sign-in reaches, where a person has to say which one is meant; empty otherwise.</param>
public sealed record SignedIn(Id<SocialAccount> Account, string Handle, string Network, string NetworkName, bool Works, string Message, IReadOnlyList<SignInPlace> Places);

/// <summary>
/// Takes what the network brought back and signs the account in. The state is good once, for whoever began, for fifteen
/// minutes; anything else is 404. What the network refuses is told and leaves the stored connection as it was.
/// </summary>
/// <param name="State">The state of the way back.</param>
/// <param name="Code">The code of the way back; absent where the network says no.</param>
/// <param name="Error">The network's word where it says no, such as access_denied.</param>
[Needs(Permission.Administer)]
public sealed record FinishSignIn([property: MaxLength(200)] string State, [property: MaxLength(4000)] string? Code = null, [property: MaxLength(1000)] string? Error = null) : ICommand<SignedIn>
{
    internal sealed class Handler(Db db, TimeProvider clock, Secrets secrets, ICurrent current, ConnectionBook book, IEnumerable<IConnector> connectors, IEnumerable<ISignIn> signIns) : IHandle<FinishSignIn, SignedIn>
    {
        public async Task<SignedIn> HandleAsync(FinishSignIn request, CancellationToken cancel)
        {
            var (account, travel) = await ClaimAsync(request.State, cancel);
            var name = NetworkCatalogue.Of(account.Network).Name;
            if (request.Code is not { Length: > 0 } code)
            {
                return No(request.Error is null or "access_denied" or "user_cancelled_login" or "user_cancelled_authorize" ? $"It was not allowed at {name}. Nothing was changed." : $"{name} did not allow it: {request.Error}. Nothing was changed.");
            }

            var signIn = signIns.First(one => one.Network == account.Network);
            var access = new AccountAccess($"new:{account.Id}", travel.Settings, travel.Secrets);
            if (await signIn.RedeemAsync(access, new SignInAsk(travel.Redirect, request.State, travel.Verifier), code, cancel) is SignInOutcome.Refused refused)
            {
                return No(refused.Message);
            }

            if (!signIn.ChoosesPlace)
            {
                return await KeepAsync(access);
            }

            var found = await signIn.PlacesAsync(access, cancel);
            if (found is not PlacesOutcome.Found { Places: { Count: > 0 } places })
            {
                return No(found is PlacesOutcome.Failed failed ? failed.Message : $"You are signed in at {name}, but nothing is there that you may post to. Ask for the role at the network, then sign in again.");
            }

            var before = (await book.FindAsync(account.Id, cancel))?.Settings.GetValueOrDefault(SignInPlace.Key);
            if (places.Count == 1 || places.Any(place => place.Id == before))
            {
                return await KeepAsync(await access.AtAsync(places.FirstOrDefault(place => place.Id == before) ?? places[0], cancel));
            }

            await book.StoreAsync(account, travel.Settings, access, null, true, cancel);
            return new SignedIn(account.Id, account.Handle, account.Network, name, true, "Signed in. Choose where posts shall go.", places);

            SignedIn No(string why) => new(account.Id, account.Handle, account.Network, name, false, why, []);

            async Task<SignedIn> KeepAsync(AccountAccess signed)
            {
                var outcome = await ConnectAccount.ConnectorOf(account, connectors).CheckAsync(signed, cancel);
                if (outcome.Works || outcome.Kind is ErrorKind.Transient or ErrorKind.RateLimited)
                {
                    await book.StoreAsync(account, signed.Settings, signed, outcome, false, cancel);
                }

                return new SignedIn(account.Id, account.Handle, account.Network, name, outcome.Works, outcome.Message, []);
            }
        }

        /// <summary>Takes a way back out of the store, so that nobody comes by it twice.</summary>
        private async Task<(SocialAccount Account, SignInTravel Travel)> ClaimAsync(string state, CancellationToken cancel)
        {
            var (hash, now, member) = (Codes.Hash(state), clock.Now(), current.MemberKey);
            var begun = await db.Set<SignInTry>().AsNoTracking().FirstOrDefaultAsync(row => row.State == hash, cancel);
            // Deleted at once and outside the command's own saving: of two that come at the same moment, one goes on.
            var mine = begun is not null && begun.Member == member && await db.Set<SignInTry>().Where(row => row.Id == begun.Id).ExecuteDeleteAsync(cancel) == 1;
            return mine && begun!.EndsAt > now
                ? (await db.FindAsync(begun.Account, "account", cancel), JsonSerializer.Deserialize<SignInTravel>(secrets.Unprotect(begun.Encrypted))!)
                : throw new ProblemException(ProblemKind.NotFound, "sign-in-over", "This way back from the network was used already, is older than fifteen minutes or was begun by somebody else. Begin again at the account.");
        }
    }
}
