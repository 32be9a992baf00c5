using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Tells goals that the account their numbers are read from is not connected, or no longer.</summary>
internal sealed class SourceTrouble(Db db, TimeProvider clock, IEnumerable<IConnector> connectors) : ISourceTrouble
{
    public async Task<IReadOnlyDictionary<ReadSource, string>> OfAsync(Id<Brand> brand, IReadOnlyCollection<ReadSource> sources, CancellationToken cancel)
    {
        var networks = connectors.Select(connector => connector.Network).ToHashSet(StringComparer.Ordinal);
        var accounts = (await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand && row.ArchivedAt == null && row.Status != AccountStatus.Closed).OrderBy(row => row.Id).ToListAsync(cancel))
            .Where(account => networks.Contains(account.Network)).ToList();
        var named = sources.Select(source => (Source: source, Accounts: Named(source, accounts))).Where(pair => pair.Accounts.Count > 0).ToList();
        var troubles = new Dictionary<ReadSource, string>();
        if (named.Count == 0)
        {
            return troubles;
        }

        var connections = await db.Set<Connection>().AsNoTracking().Where(row => row.Brand == brand).ToDictionaryAsync(row => row.Account, cancel);
        var now = clock.Now();
        foreach (var (source, meant) in named)
        {
            // A pause or a network's rest keeps posts in; numbers still come.
            var found = meant.ConvertAll(account => new AccountStanding(account, connections.GetValueOrDefault(account.Id), null, null, true))
                .ConvertAll(standing => standing.Trouble(now) is { } trouble && (standing.Connection is null || trouble.Severity == Severity.Broken) ? trouble : null);
            if (found.TrueForAll(trouble => trouble is not null))
            {
                troubles[source] = $"{found[0]!.Found} {found[0]!.Mend}".TrimEnd();
            }
        }

        return troubles;
    }

    /// <summary>The accounts that a source means: the one it names by handle, else the one that is measured, else all of the network it names.</summary>
    private static List<SocialAccount> Named(ReadSource source, List<SocialAccount> accounts)
    {
        var byHandle = accounts.FindAll(account => Says(source.Source, account.Handle));
        var onNetwork = accounts.FindAll(account => Says(source.Source, account.Network) || Says(source.Source, NetworkCatalogue.Of(account.Network).Name));
        var measured = onNetwork.FindAll(account => account.Id.ToString() == source.Subject);
        return byHandle.Count > 0 ? byHandle : measured.Count > 0 ? measured : onNetwork;
    }

    /// <summary>Whether a text has a name in it as a word of its own.</summary>
    private static bool Says(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var (before, after) = (at - 1, at + name.Length);
            if ((before < 0 || !char.IsLetterOrDigit(text[before])) && (after >= text.Length || !char.IsLetterOrDigit(text[after])))
            {
                return true;
            }
        }

        return false;
    }
}
