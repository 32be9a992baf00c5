using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Links;

/// <summary>A tracked link as people see it.</summary>
/// <param name="Short">The short address to put into a post.</param>
/// <param name="Scan">The marked address that stands in its QR code.</param>
/// <param name="Host">The brand's own host it was given on; absent for the address of the installation.</param>
/// <param name="Target">Where it leads, as it was written.</param>
/// <param name="Destination">Where it leads, with its campaign tags.</param>
/// <param name="Outcome">What happened to the tags, and why.</param>
/// <param name="Rules">Who is led elsewhere, in the order the rules are asked; the first that fits is served.</param>
/// <param name="LastDay">The last day it leads to its target, in the brand's zone.</param>
/// <param name="MostClicks">How many clicks and scans that count it leads to its target.</param>
/// <param name="Fallback">Where it leads after that; the brand's fallback unless it has one.</param>
public sealed record LinkView(
    Id<TrackedLink> Id,
    Id<Brand> Brand,
    string Code,
    string Short,
    string Scan,
    string? Host,
    string Target,
    string Destination,
    TagOutcome Outcome,
    CampaignTags? Tags,
    string? Title,
    LinkPlace Place,
    bool PassClickId,
    bool IsOwnHost,
    IReadOnlyList<LinkRule> Rules,
    LocalDate? LastDay,
    int? MostClicks,
    string? Fallback,
    Instant CreatedAt,
    Instant? ArchivedAt,
    int Version) : IVersioned
{
    internal static LinkView Of(TrackedLink link, PublicAddress address, Instant? now = null) => new(
        link.Id, link.Brand, link.Code, address.Short(link.Code, link.Host), address.Scan(link.Code, link.Host), link.Host, link.Target, link.Destination, link.Outcome, link.Tags, link.Title,
        link.Place,
        link.PassClickId, link.IsOwnHost, [.. link.Rules.Select(rule => rule.Rule)], link.LastDay, link.MostClicks, link.Fallback,
        link.CreatedAt == default ? now ?? default : link.CreatedAt, link.ArchivedAt, link.Version);
}
