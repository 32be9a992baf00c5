using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Links;

/// <summary>A tracked link as people see it.</summary>
/// <param name="Short">The short address to put into a post.</param>
/// <param name="Target">Where it leads, as it was written.</param>
/// <param name="Destination">Where it leads, with its campaign tags.</param>
/// <param name="Outcome">What happened to the tags, and why.</param>
public sealed record LinkView(
    Id<TrackedLink> Id,
    Id<Brand> Brand,
    string Code,
    string Short,
    string Target,
    string Destination,
    TagOutcome Outcome,
    CampaignTags? Tags,
    string? Title,
    LinkPlace Place,
    bool PassClickId,
    bool IsOwnHost,
    Instant CreatedAt,
    Instant? ArchivedAt,
    int Version) : IVersioned
{
    internal static LinkView Of(TrackedLink link, PublicAddress address, Instant? now = null) => new(
        link.Id, link.Brand, link.Code, address.Short(link.Code), link.Target, link.Destination, link.Outcome, link.Tags, link.Title,
        link.Place,
        link.PassClickId, link.IsOwnHost, link.CreatedAt == default ? now ?? default : link.CreatedAt, link.ArchivedAt, link.Version);
}
