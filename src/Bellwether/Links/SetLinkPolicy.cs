using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Links;

/// <summary>What a brand's new links do unless told otherwise, and the words their tags may use.</summary>
/// <param name="PassClickId">Whether redirects to own hosts carry the click's id (bwc=…).</param>
/// <param name="OwnHosts">The hosts whose links get campaign tags.</param>
/// <param name="Fallback">Where links lead that ended and have no fallback of their own.</param>
/// <param name="Host">The brand's own host on which new links stand; absent for the address of the installation.</param>
/// <param name="Sources">The values of utm_source that people may use; empty for any.</param>
/// <param name="Campaigns">The values of utm_campaign that people may use; empty for any.</param>
/// <param name="Templates">Campaign tags under a name, to start a link from.</param>
public sealed record LinkPolicyView(
    Id<Brand> Brand, bool PassClickId, IReadOnlyList<string> OwnHosts, string? Fallback, string? Host, IReadOnlyList<string> Sources, IReadOnlyList<string> Campaigns, IReadOnlyList<TagTemplate> Templates)
{
    internal static LinkPolicyView Of(Brand brand, LinkPolicy? policy) => new(
        brand.Id, policy?.PassClickId ?? false, brand.OwnHosts, policy?.Fallback, policy?.Host, policy?.Sources ?? [], policy?.Campaigns ?? [], policy?.Templates ?? []);
}

/// <summary>Says what a brand's new links do, where ended ones lead, and which words their tags may use. What is left out stays as it is.</summary>
/// <param name="Fallback">Where links lead that ended; empty text for none, which shows a page with words.</param>
/// <param name="Host">One of the brand's own hosts for new links; empty text for the address of the installation.</param>
/// <param name="Sources">The values of utm_source that people may use; empty for any.</param>
/// <param name="Campaigns">The values of utm_campaign that people may use; empty for any.</param>
[Needs(Permission.Administer)]
public sealed record SetLinkPolicy(
    Id<Brand> Brand, bool? PassClickId = null, [property: MaxLength(4000)] string? Fallback = null, [property: MaxLength(LinkDomain.Longest)] string? Host = null,
    IReadOnlyList<string>? Sources = null, IReadOnlyList<string>? Campaigns = null, IReadOnlyList<TagTemplate>? Templates = null) : ICommand<LinkPolicyView>
{
    internal sealed class Handler(Db db, PublicAddress address, Journal journal) : IHandle<SetLinkPolicy, LinkPolicyView>
    {
        public async Task<LinkPolicyView> HandleAsync(SetLinkPolicy request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var policy = await db.Set<LinkPolicy>().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            if (policy is null)
            {
                db.Add(policy = new LinkPolicy(brand.Id));
            }

            if (request.PassClickId is { } pass && pass != policy.PassClickId)
            {
                policy.PassClicks(pass);
                journal.Say(pass ? "let new links pass click ids" : "stopped new links from passing click ids", brand.Id.Value, subject: brand.Id);
            }

            if (request.Fallback is { } fallback)
            {
                Rule.Require(!address.IsShort(fallback.Trim()), "link-to-link", "This is a short address. Name the address it leads to.", "fallback");
                policy.FallBackTo(fallback);
                journal.Say(policy.Fallback is { } to ? $"let links that ended lead to {to}" : "took away the fallback of links", brand.Id.Value, subject: brand.Id);
            }

            if (request.Host is { } host)
            {
                await StandAsync(policy, host.Trim().ToLowerInvariant(), cancel);
                journal.Say($"puts new links on {policy.Host ?? "the address of the installation"}", brand.Id.Value, subject: brand.Id);
            }

            if (request.Sources is not null || request.Campaigns is not null || request.Templates is not null)
            {
                policy.Speak(request.Sources ?? policy.Sources, request.Campaigns ?? policy.Campaigns, request.Templates ?? policy.Templates);
                journal.Say("changed the words that tags of links may use", brand.Id.Value, subject: brand.Id);
            }

            db.Raise(new LinkHostsChanged(brand.Id));
            return LinkPolicyView.Of(brand, policy);
        }

        private async Task StandAsync(LinkPolicy policy, string host, CancellationToken cancel)
        {
            Rule.Require(
                host.Length == 0 || await db.Set<LinkDomain>().AnyAsync(domain => domain.Brand == policy.Brand && domain.Host == host && domain.RetiredAt == null, cancel),
                "host-unknown", $"“{host}” is none of the brand's own hosts for links. Add it first.", "host");
            policy.StandOn(host.Length == 0 ? null : host);
        }
    }
}

/// <summary>What a brand's new links do unless told otherwise, and the words their tags may use.</summary>
[Needs(Permission.Read)]
public sealed record LinkPolicyDetail(Id<Brand> Brand) : IQuery<LinkPolicyView>
{
    internal sealed class Handler(Db db) : IHandle<LinkPolicyDetail, LinkPolicyView>
    {
        public async Task<LinkPolicyView> HandleAsync(LinkPolicyDetail request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return LinkPolicyView.Of(brand, await db.Set<LinkPolicy>().AsNoTracking().FirstOrDefaultAsync(policy => policy.Brand == brand.Id, cancel));
        }
    }
}
