using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>Makes links for whoever needs one: a person at the screen, the calendar for a post.</summary>
[Scoped]
public sealed class LinkMaker(Db db, TimeProvider clock, PublicAddress address)
{
    /// <summary>A new link; its code is free over the whole installation.</summary>
    public async Task<TrackedLink> MakeAsync(Brand brand, string target, CampaignTags? tags, LinkPlace place, bool? passClickId, string? code, CancellationToken cancel)
    {
        TaggedAddress.Web(target);
        Rule.Require(!address.IsShort(target.Trim()), "link-to-link", "This is a short address already. Shorten the address it leads to.", "target");
        var own = code is null ? await LinkCode.FreeAsync(candidate => TakenAsync(candidate, cancel)) : LinkCode.Chosen(code);
        if (code is not null && await TakenAsync(own, cancel))
        {
            throw Rule.Conflict("code-taken", $"The code “{own}” is taken. Choose another one.", "code");
        }

        var pass = passClickId ?? await db.Set<LinkPolicy>().AnyAsync(policy => policy.Brand == brand.Id && policy.PassClickId, cancel);
        var link = new TrackedLink(brand.Id, own, target, tags, brand.OwnHosts, place, pass, clock.Now());
        db.Add(link);
        db.Raise(new LinkChanged(link.Id, link.Code));
        return link;
    }

    // Codes are shared by all workspaces: the address says nothing about whose it is.
    private async Task<bool> TakenAsync(string code, CancellationToken cancel) =>
        db.Set<TrackedLink>().Local.Any(link => link.Code == code)
        || await db.Set<TrackedLink>().IgnoreQueryFilters().AnyAsync(link => link.Code == code, cancel);
}
