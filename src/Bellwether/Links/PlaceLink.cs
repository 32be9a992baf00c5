using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>
/// Changes what a link counts for. Its clicks go along, and so does credit for what they led to; conversions stay where they were counted,
/// and what was reported of a month stays as it was. The links of a post count for what the post does: 409.
/// </summary>
/// <param name="Place">What it counts for from now on: ids of a plan, channel, account, goal, campaign of the brand; nothing unless given. 422 for any other id, unless it stays what it was.</param>
[Needs(Permission.WritePosts)]
public sealed record PlaceLink(Id<TrackedLink> Link, LinkPlace? Place = null, int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, IPlaces places, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<PlaceLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(PlaceLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            if (link.Variant is not null)
            {
                throw Rule.Conflict("link-of-post", "This link stands in a post and counts for what the post does. Change the goal or the campaign of the post.", "place");
            }

            var brand = await db.FindAsync(link.Brand, "brand", cancel);
            await places.CheckAsync(brand.Id, request.Place, link.Place, cancel);
            link.Count(request.Place ?? new LinkPlace(), link.Tags, brand.OwnHosts, clock.Now());
            db.Raise(new LinkChanged(link.Id, link.Code));
            journal.Say($"changed what the link {link.Code} counts for", link.Brand.Value, subject: link.Id);
            return LinkView.Of(link, address, clock.Now());
        }
    }
}
