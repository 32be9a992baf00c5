using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>
/// Leads people elsewhere by their device, by the language their browser asks for first, or by the day: the rules are asked in this
/// order, the first that fits is served, and where none fits, the link's target. Each click keeps what it was served.
/// </summary>
/// <param name="Rules">All rules of the link, at most 20; none to lead everybody to its target.</param>
[Needs(Permission.WritePosts)]
public sealed record SetLinkRules(Id<TrackedLink> Link, [property: Required] IReadOnlyList<LinkRule> Rules, int? IfVersion = null) : ICommand<LinkView>, IExpectsVersion
{
    internal sealed class Handler(Db db, LinkMaker maker, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<SetLinkRules, LinkView>
    {
        public async Task<LinkView> HandleAsync(SetLinkRules request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            link.Expect(request.IfVersion);
            var brand = await db.FindAsync(link.Brand, "brand", cancel);
            for (var place = 0; place < request.Rules.Count; place++)
            {
                maker.Check(request.Rules[place].Target, $"rules[{place}]");
            }

            link.Decide(request.Rules, brand.OwnHosts, clock.Now());
            db.Raise(new LinkChanged(link.Id, link.Code));
            journal.Say(link.Rules.Count == 0 ? $"let the link {link.Code} lead everybody to {link.Target}" : $"set {link.Rules.Count} rules of the link {link.Code}", link.Brand.Value, subject: link.Id);
            return LinkView.Of(link, address);
        }
    }
}
