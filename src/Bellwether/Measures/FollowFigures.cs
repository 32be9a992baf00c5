using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Measures;

/// <summary>Begins to read what people do with a post when it goes out on a network that tells.</summary>
internal sealed class FollowFigures(Db db, IEnumerable<IReadFigures> readers) : IReact<PublicationConfirmed>
{
    public async Task ReactAsync(PublicationConfirmed happened, CancellationToken cancel)
    {
        if (readers.Any(reader => reader.Network == happened.Network) && !await db.Set<FigureReading>().AnyAsync(row => row.Publication == happened.Publication, cancel))
        {
            db.Add(new FigureReading(happened));
        }
    }
}
