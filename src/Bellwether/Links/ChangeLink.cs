using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>Changes where a link leads, its title, or whether it passes click ids. The short address stays.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangeLink(
    Id<TrackedLink> Link,
    [property: MaxLength(4000)] string? Target = null,
    string? Title = null,
    bool? PassClickId = null,
    int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, LinkMaker maker, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<ChangeLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(ChangeLink request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            if (request.Target is { } target && target.Trim() != link.Target)
            {
                var brand = await db.FindAsync(link.Brand, "brand", cancel);
                maker.Check(target, "target");
                var before = link.Target;
                link.LeadTo(target, brand.OwnHosts, clock.Now());
                journal.Say($"let the link {link.Code} lead to {link.Target} instead of {before}", link.Brand.Value, subject: link.Id);
            }

            if (request.Title is not null)
            {
                link.Name(request.Title);
            }

            if (request.PassClickId is { } pass)
            {
                link.PassClicks(pass, clock.Now());
            }

            db.Raise(new LinkChanged(link.Id, link.Code));
            return LinkView.Of(link, address);
        }
    }
}
