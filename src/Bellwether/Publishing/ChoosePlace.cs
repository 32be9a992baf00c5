using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;

namespace Bellwether.Publishing;

/// <summary>The places that an account's sign-in reaches, asked of the network now: pages, organisations, boards.</summary>
[Needs(Permission.Administer)]
public sealed record PlaceList(Id<SocialAccount> Account) : IQuery<IReadOnlyList<SignInPlace>>
{
    internal sealed class Handler(Db db, ConnectionBook book, AccountKeys keys, IEnumerable<ISignIn> signIns) : IHandle<PlaceList, IReadOnlyList<SignInPlace>>
    {
        public async Task<IReadOnlyList<SignInPlace>> HandleAsync(PlaceList request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var connection = Rule.Found(await book.FindAsync(account.Id, cancel), "connection");
            var signIn = Rule.Found(signIns.FirstOrDefault(one => one.Network == account.Network && one.ChoosesPlace), "choice of places");
            return await signIn.PlacesAsync(keys.Open(connection), cancel) switch
            {
                PlacesOutcome.Found found => found.Places,
                PlacesOutcome.Failed failed => throw Rule.Broken("places-unread", failed.Message),
                _ => throw new InvalidOperationException("An outcome of an unknown kind."),
            };
        }
    }
}

/// <summary>Says which of the places that a sign-in reaches is meant, tries it and stores it. A place the sign-in does not reach is 422.</summary>
/// <param name="Place">The id of the place, as in the list.</param>
[Needs(Permission.Administer)]
public sealed record ChoosePlace(Id<SocialAccount> Account, [property: MaxLength(300)] string Place) : ICommand<ConnectionView>
{
    internal sealed class Handler(Db db, ConnectionBook book, AccountKeys keys, IEnumerable<IConnector> connectors, IEnumerable<ISignIn> signIns) : IHandle<ChoosePlace, ConnectionView>
    {
        public async Task<ConnectionView> HandleAsync(ChoosePlace request, CancellationToken cancel)
        {
            var places = await new PlaceList.Handler(db, book, keys, signIns).HandleAsync(new PlaceList(request.Account), cancel);
            var place = places.FirstOrDefault(one => one.Id == request.Place)
                ?? throw Rule.Broken("place-unknown", "The sign-in does not reach this place. Choose one of the list, or sign in as somebody who may post there.", "place");
            var account = await db.FindAsync(request.Account, "account", cancel);
            var access = await keys.Open((await book.FindAsync(account.Id, cancel))!).AtAsync(place, cancel);
            var outcome = await ConnectAccount.ConnectorOf(account, connectors).CheckAsync(access, cancel);
            Rule.Require(outcome.Works, "connection-refused", outcome.Message, "place");
            return await book.StoreAsync(account, access.Settings, access, outcome, false, cancel);
        }
    }
}
