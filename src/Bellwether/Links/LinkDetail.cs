using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>One tracked link.</summary>
[Needs(Permission.Read)]
public sealed record LinkDetail(Id<TrackedLink> Link) : IQuery<LinkView>
{
    internal sealed class Handler(Db db, PublicAddress address) : IHandle<LinkDetail, LinkView>
    {
        public async Task<LinkView> HandleAsync(LinkDetail request, CancellationToken cancel) =>
            LinkView.Of(Rule.Found(await db.Set<TrackedLink>().AsNoTracking().FirstOrDefaultAsync(link => link.Id == request.Link, cancel), "link"), address);
    }
}
