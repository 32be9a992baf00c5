using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>What a brand's new links do unless told otherwise.</summary>
/// <param name="PassClickId">Whether redirects to own hosts carry the click's id (bwc=…).</param>
/// <param name="OwnHosts">The hosts whose links get campaign tags.</param>
public sealed record LinkPolicyView(Id<Brand> Brand, bool PassClickId, IReadOnlyList<string> OwnHosts);

/// <summary>Says whether a brand's new links pass the click's id on to its own site.</summary>
[Needs(Permission.Administer)]
public sealed record SetLinkPolicy(Id<Brand> Brand, bool PassClickId) : ICommand<LinkPolicyView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetLinkPolicy, LinkPolicyView>
    {
        public async Task<LinkPolicyView> HandleAsync(SetLinkPolicy request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var policy = await db.Set<LinkPolicy>().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            if (policy is null)
            {
                db.Add(policy = new LinkPolicy(brand.Id));
            }

            policy.PassClicks(request.PassClickId);
            journal.Say(request.PassClickId ? "let new links pass click ids" : "stopped new links from passing click ids", brand.Id.Value, subject: brand.Id);
            return new LinkPolicyView(brand.Id, policy.PassClickId, brand.OwnHosts);
        }
    }
}

/// <summary>What a brand's new links do unless told otherwise.</summary>
[Needs(Permission.Read)]
public sealed record LinkPolicyDetail(Id<Brand> Brand) : IQuery<LinkPolicyView>
{
    internal sealed class Handler(Db db) : IHandle<LinkPolicyDetail, LinkPolicyView>
    {
        public async Task<LinkPolicyView> HandleAsync(LinkPolicyDetail request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var pass = await db.Set<LinkPolicy>().AnyAsync(policy => policy.Brand == brand.Id && policy.PassClickId, cancel);
            return new LinkPolicyView(brand.Id, pass, brand.OwnHosts);
        }
    }
}
