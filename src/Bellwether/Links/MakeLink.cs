using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Links;

/// <summary>Makes a short address that counts who follows it; on the brand's own hosts it carries campaign tags.</summary>
/// <param name="Target">Where it leads: an absolute http or https address.</param>
/// <param name="Source">utm_source, such as “instagram”. Source, medium and campaign go together.</param>
/// <param name="Medium">utm_medium, such as “social”.</param>
/// <param name="Campaign">utm_campaign, such as “spring-2027”.</param>
/// <param name="Content">utm_content; the variant or post unless given.</param>
/// <param name="Code">A code of one's own choice; a random one unless given.</param>
/// <param name="Place">What clicks count for: ids of a plan, post, variant, channel, account, goal, campaign of the brand; 422 for any other.</param>
/// <param name="PassClickId">Whether redirects to own hosts carry the click's id; as the brand's policy says unless given.</param>
/// <param name="LastDay">The last day it leads there, in the brand's zone; for ever unless given.</param>
/// <param name="MostClicks">How many clicks and scans that count it leads there; any number unless given.</param>
/// <param name="Fallback">Where it leads after that; the brand's fallback unless given.</param>
[Needs(Permission.WritePosts)]
public sealed record MakeLink(
    Id<Brand> Brand,
    [property: MaxLength(4000)] string Target,
    string? Source = null,
    string? Medium = null,
    string? Campaign = null,
    string? Content = null,
    string? Term = null,
    string? Title = null,
    string? Code = null,
    LinkPlace? Place = null,
    bool? PassClickId = null,
    LocalDate? LastDay = null,
    int? MostClicks = null,
    [property: MaxLength(4000)] string? Fallback = null) : ICommand<LinkView>
{
    internal CampaignTags? Tags() =>
        Source is null && Medium is null && Campaign is null
            ? null
            : CampaignTags.Of(Source, Medium, Campaign, Content ?? Place?.Variant ?? Place?.Post, Term);

    internal sealed class Handler(Db db, LinkMaker maker, IPlaces places, PublicAddress address, TimeProvider clock, Journal journal) : IHandle<MakeLink, LinkView>
    {
        public async Task<LinkView> HandleAsync(MakeLink request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            await places.CheckAsync(brand.Id, request.Place, before: null, cancel);
            var tags = request.Tags();
            (await db.Set<LinkPolicy>().AsNoTracking().FirstOrDefaultAsync(policy => policy.Brand == brand.Id, cancel))?.Check(tags);
            var link = await maker.MakeAsync(brand, request.Target, tags, request.Place ?? new LinkPlace(), request.PassClickId, request.Code, cancel);
            link.Name(request.Title);
            if (request.Fallback is { Length: > 0 } fallback)
            {
                maker.Check(fallback, "fallback");
            }

            link.Limit(request.LastDay, request.MostClicks, request.Fallback, clock.Today(brand.Zone), clock.Now());
            journal.Say($"made the link {address.Short(link.Code, link.Host)} to {link.Target}", brand.Id.Value, subject: link.Id);
            return LinkView.Of(link, address, clock.Now());
        }
    }
}
