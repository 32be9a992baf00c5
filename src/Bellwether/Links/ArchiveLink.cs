using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>Takes a link out of the lists. Its short address keeps working and counting, for ever.</summary>
[Needs(Permission.WritePosts)]
public sealed record ArchiveLink(Id<TrackedLink> Link, int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<ArchiveLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(ArchiveLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            link.Archive(clock.Now());
            journal.Say($"archived the link {link.Code}", link.Brand.Value, subject: link.Id);
            return LinkView.Of(link, address);
        }
    }
}
