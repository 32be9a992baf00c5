using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Links;

/// <summary>
/// Says when a link ends: after a day, after a number of clicks, or both, whichever comes first; and where it leads then. What is left
/// out is lifted. Hits after the end are kept as dropped, with “expired” for the reason.
/// </summary>
/// <param name="LastDay">The last day it leads to its target, in the brand's zone.</param>
/// <param name="MostClicks">How many clicks and scans that count it leads to its target.</param>
/// <param name="Fallback">Where it leads after that; the brand's fallback unless given, and a page with words where there is none.</param>
[Needs(Permission.WritePosts)]
public sealed record LimitLink(Id<TrackedLink> Link, LocalDate? LastDay = null, int? MostClicks = null, [property: MaxLength(4000)] string? Fallback = null, int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, LinkMaker maker, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<LimitLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(LimitLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            var brand = await db.FindAsync(link.Brand, "brand", cancel);
            if (!string.IsNullOrWhiteSpace(request.Fallback))
            {
                maker.Check(request.Fallback, "fallback");
            }

            link.Limit(request.LastDay, request.MostClicks, request.Fallback, clock.Today(brand.Zone), clock.Now());
            db.Raise(new LinkChanged(link.Id, link.Code));
            journal.Say(link.LastDay is null && link.MostClicks is null ? $"let the link {link.Code} work without end" : $"set when the link {link.Code} ends", link.Brand.Value, subject: link.Id);
            return LinkView.Of(link, address);
        }
    }
}
