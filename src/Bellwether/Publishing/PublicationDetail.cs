using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>One publication with everything that was tried.</summary>
[Needs(Permission.Read)]
public sealed record PublicationDetail(Id<Publication> Publication) : IQuery<PublicationDetail.View>
{
    /// <summary>The publication and its log, the oldest line first.</summary>
    public sealed record View(PublicationView Publication, IReadOnlyList<AttemptView> Log);

    internal sealed class Handler(Db db, ICurrent current) : IHandle<PublicationDetail, View>
    {
        public async Task<View> HandleAsync(PublicationDetail request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Publication, "publication", cancel);
            var log = await db.Set<Attempt>().AsNoTracking().Where(line => line.Publication == row.Id).ToListAsync(cancel);
            return new View((await PublicationList.ViewAsync(db, current, [row], cancel))[0], [.. log.OrderBy(line => line.StartedAt).ThenBy(line => line.Id).Select(AttemptView.Of)]);
        }
    }
}
