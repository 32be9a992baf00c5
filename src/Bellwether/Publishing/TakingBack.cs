using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Deletes on its network what was published there, part by part from the last.</summary>
[Scoped]
public sealed class TakingBack(Db db, AccountKeys keys, IEnumerable<IConnector> connectors)
{
    /// <summary>Whether this program published it and its account is still connected.</summary>
    internal async Task<bool> CanAsync(Publication publication, CancellationToken cancel) =>
        publication.Parts.Count > 0 && Connector(publication) is not null && await ConnectionAsync(publication, cancel) is not null;

    /// <summary>Null when all of it is gone; else why a part is not.</summary>
    internal async Task<DeleteOutcome.Failed?> FromNetworkAsync(Publication publication, CancellationToken cancel)
    {
        var access = keys.Open((await ConnectionAsync(publication, cancel))!);
        foreach (var part in publication.Parts.Reverse())
        {
            if (await Connector(publication)!.DeleteAsync(access, part.Id, cancel) is DeleteOutcome.Failed failed)
            {
                return failed;
            }
        }

        return null;
    }

    private IConnector? Connector(Publication publication) => connectors.FirstOrDefault(one => one.Network == publication.Network);

    private Task<Connection?> ConnectionAsync(Publication publication, CancellationToken cancel) =>
        db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == publication.Account, cancel);
}
