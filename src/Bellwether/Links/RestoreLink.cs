using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>Puts an archived link back into the lists.</summary>
[Needs(Permission.WritePosts)]
public sealed record RestoreLink(Id<TrackedLink> Link, int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PublicAddress address, Journal journal) : IHandle<RestoreLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(RestoreLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            link.Restore();
            journal.Say($"restored the link {link.Code}", link.Brand.Value, subject: link.Id);
            return LinkView.Of(link, address);
        }
    }
}
