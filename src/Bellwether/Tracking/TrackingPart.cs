using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Media;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// The plan's own links with their campaign tags, its deals, and the collateral written for it. Links that a post made for itself come with the post
/// when it is scheduled again.
/// </summary>
internal sealed class TrackingPart(Db db, WrittenAccounts known, TimeProvider clock) : IPlanPart
{
    public string Name => "tracking";

    public int Order => 1700;

    public IReadOnlyList<string> Flow => ["links"];

    /// <summary>Links and deals stay with the cycle they were handed out in; the library is the brand's and there for the next one anyway.</summary>
    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        if (nextCycle)
        {
            return null;
        }

        var key = plan.Id.ToString();
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == plan.Brand && link.Plan == key && link.Post == null && link.ArchivedAt == null).ToListAsync(cancel);
        var deals = await db.Set<Deal>().AsNoTracking().Where(deal => deal.Brand == plan.Brand && deal.Plan == key).ToListAsync(cancel);
        var pieces = await db.Set<Collateral>().AsNoTracking().Where(item => item.Plan == plan.Id && item.ArchivedAt == null).OrderBy(item => item.Id).ToListAsync(cancel);
        if (links.Count + deals.Count + pieces.Count == 0)
        {
            return null;
        }

        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == plan.Brand && account.ArchivedAt == null).ToDictionaryAsync(account => account.Id.ToString(), account => account.Key, StringComparer.Ordinal, cancel);
        string? Account(string? id) => id is null ? null : accounts.GetValueOrDefault(id);
        return PartJson.Write(new Written(
            links.OrderBy(link => link.Code, StringComparer.Ordinal).Select(link => new WrittenLink(link.Id, link.Code, link.Target, link.Title, link.Tags, link.Channel, Account(link.Account), link.Goal, link.Campaign, link.PassClickId ? true : null)).ToList().OrNull(),
            deals.OrderBy(deal => deal.Code, StringComparer.Ordinal).Select(deal => new WrittenDeal(deal.Id, deal.Code, deal.Title, deal.From, deal.Until, deal.Issued, deal.Channel, Account(deal.Account), deal.Goal, deal.Campaign)).ToList().OrNull(),
            pieces.Select(item => new WrittenCollateral(item.Id, item.Kind, item.Title, item.Text, item.Asset, item.Link, item.Claim)).ToList().OrNull()));
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var written = PartJson.Read<Written>(Name, part);
        var accounts = await known.ByKeyAsync(plan.Brand, cancel);
        LinkPlace Place(string? channel, string? account, string? goal, string? campaign) => new(
            plan.Id.ToString(), null, null, channel,
            account is null ? null : accounts.GetValueOrDefault(account)?.Id.ToString() ?? throw Rule.Broken("part-invalid", $"there is no account “{account}” in the file or the brand.", Name), goal, campaign);
        var brand = await db.FindAsync(plan.Brand, "brand", cancel);
        foreach (var (each, place) in (written.Links ?? []).Select((each, place) => (each, place)))
        {
            var code = await CodeAsync(each.Code, cancel);
            var link = PartJson.At($"tracking.links[{place}]", () => new TrackedLink(
                brand.Id, code, each.Target, Checked(each.Tags), brand.OwnHosts,
                Place(each.Channel, each.Account, each.Goal, each.Campaign), each.PassClickId ?? false, clock.Now()) { Id = each.Id });
            link.Name(each.Title);
            db.Add(link);
            db.Raise(new LinkChanged(link.Id, link.Code));
        }

        foreach (var (each, place) in (written.Collateral ?? []).Select((each, place) => (each, place)))
        {
            var item = PartJson.At($"tracking.collateral[{place}]", () => new Collateral(brand.Id, plan.Id, each.Kind, each.Title) { Id = each.Id });
            item.Write(each.Kind, each.Title, each.Text ?? (each.Link is null && each.Asset is null ? each.Title : null), each.Asset, each.Link, each.Claim);
            db.Add(item);
        }

        var codes = (await db.Set<Deal>().Where(deal => deal.Brand == brand.Id).Select(deal => deal.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var (each, place) in (written.Deals ?? []).Select((each, place) => (each, place)))
        {
            var deal = PartJson.At($"tracking.deals[{place}]", () => new Deal(brand.Id, each.Code, each.Title, Place(each.Channel, each.Account, each.Goal, each.Campaign), each.From, each.Until, each.Issued) { Id = each.Id });
            // A code that people have in their hands stays the deal it is.
            if (codes.Add(deal.Code))
            {
                db.Add(deal);
            }
        }
    }

    private static CampaignTags? Checked(CampaignTags? tags) => tags is null ? null : CampaignTags.Of(tags.Source, tags.Medium, tags.Campaign, tags.Content, tags.Term);

    /// <summary>The code as it was where it is free; a copy beside its original gets one of its own.</summary>
    private async Task<string> CodeAsync(string wanted, CancellationToken cancel)
    {
        var code = LinkCode.Chosen(wanted);
        return await TakenAsync(code, cancel) ? await LinkCode.FreeAsync(candidate => TakenAsync(candidate, cancel)) : code;
    }

    private async Task<bool> TakenAsync(string code, CancellationToken cancel) =>
        db.Set<TrackedLink>().Local.Any(link => link.Code == code) || await db.Set<TrackedLink>().IgnoreQueryFilters().AnyAsync(link => link.Code == code, cancel);

    private sealed record Written(IReadOnlyList<WrittenLink>? Links = null, IReadOnlyList<WrittenDeal>? Deals = null, IReadOnlyList<WrittenCollateral>? Collateral = null);

    private sealed record WrittenCollateral(Id<Collateral> Id, CollateralKind Kind, string Title, string? Text = null, Id<Asset>? Asset = null, string? Link = null, Id<Claim>? Claim = null);

    private sealed record WrittenLink(
        Id<TrackedLink> Id, string Code, string Target, string? Title = null, CampaignTags? Tags = null, string? Channel = null, string? Account = null, string? Goal = null, string? Campaign = null, bool? PassClickId = null);

    private sealed record WrittenDeal(
        Id<Deal> Id, string Code, string Title, LocalDate From, LocalDate Until, int? Issued = null, string? Channel = null, string? Account = null, string? Goal = null, string? Campaign = null);
}
