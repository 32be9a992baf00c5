using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Links;

/// <summary>What a link would look like.</summary>
public sealed record LinkPreview(string Destination, TagOutcome Outcome, CampaignTags? Tags);

/// <summary>Shows the address with its campaign tags before a link is made.</summary>
[Needs(Permission.Read)]
public sealed record PreviewLink(
    Id<Brand> Brand,
    [property: MaxLength(4000)] string Target,
    string? Source = null,
    string? Medium = null,
    string? Campaign = null,
    string? Content = null,
    string? Term = null) : IQuery<LinkPreview>
{
    internal sealed class Handler(Db db) : IHandle<PreviewLink, LinkPreview>
    {
        public async Task<LinkPreview> HandleAsync(PreviewLink request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var tags = new MakeLink(request.Brand, request.Target, request.Source, request.Medium, request.Campaign, request.Content, request.Term).Tags();
            var tagged = TaggedAddress.Of(request.Target, tags, brand.OwnHosts);
            return new LinkPreview(tagged.Address, tagged.Outcome, tags);
        }
    }
}
