using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>Makes links for whoever needs one: a person at the screen, the calendar for a post.</summary>
[Scoped]
public sealed class LinkMaker(Db db, TimeProvider clock, PublicAddress address)
{
    /// <summary>A new link; its code is free over the whole installation. It stands on the host that the brand chose for new links.</summary>
    public async Task<TrackedLink> MakeAsync(Brand brand, string target, CampaignTags? tags, LinkPlace place, bool? passClickId, string? code, CancellationToken cancel)
    {
        Check(target, "target");
        var own = code is null ? await LinkCode.FreeAsync(candidate => TakenAsync(candidate, cancel)) : LinkCode.Chosen(code);
        if (code is not null && await TakenAsync(own, cancel))
        {
            throw Rule.Conflict("code-taken", $"The code “{own}” is taken. Choose another one; if a link of yours that is archived has it, restore that one.", "code");
        }

        var policy = await db.Set<LinkPolicy>().AsNoTracking().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
        var link = new TrackedLink(brand.Id, own, target, tags, brand.OwnHosts, place, passClickId ?? policy?.PassClickId ?? false, clock.Now());
        link.StandOn(policy?.Host);
        db.Add(link);
        db.Raise(new LinkChanged(link.Id, link.Code));
        return link;
    }

    /// <summary>422 for an address that is none of the web, or one of our own short ones: a link to a link would lead in a circle.</summary>
    public void Check(string? target, string field)
    {
        var text = TaggedAddress.Web(target, field).OriginalString;
        Rule.Require(!address.IsShort(text.Trim()), "link-to-link", "This is a short address already. Name the address it leads to.", field);
    }

    // Codes are shared by all workspaces: the address says nothing about whose it is.
    private async Task<bool> TakenAsync(string code, CancellationToken cancel) =>
        db.Set<TrackedLink>().Local.Any(link => link.Code == code)
        || await db.Set<TrackedLink>().IgnoreQueryFilters().AnyAsync(link => link.Code == code, cancel);
}
