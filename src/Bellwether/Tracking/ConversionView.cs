using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A conversion as people see it.</summary>
/// <param name="Type">sale, lead, signup, or a word of one's own.</param>
/// <param name="MatchedBy">How it was joined to what led to it.</param>
/// <param name="VoidedAt">When it was taken back; it counts no more until it is restored.</param>
/// <param name="Import">The file it came with; absent when it was told by itself.</param>
/// <param name="Why">Why nothing was found; null when something was.</param>
public sealed record ConversionView(
    Id<Conversion> Id,
    Id<Brand> Brand,
    string ExternalId,
    string Type,
    Money? Value,
    Instant At,
    MatchedBy MatchedBy,
    string? Why,
    Id<TrackedLink>? Link,
    Id<Deal>? Deal,
    LinkPlace Place,
    Instant? VoidedAt,
    Id<ConversionImport>? Import,
    int Version) : IVersioned
{
    internal static ConversionView Of(Conversion one) => new(
        one.Id, one.Brand, one.ExternalId, one.Kind, one.Value, one.At, one.MatchedBy, one.Why, one.Link, one.Deal,
        one.Place, one.VoidedAt, one.Import, one.Version);
}
