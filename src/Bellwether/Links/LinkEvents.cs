using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>A link was made or leads somewhere else now.</summary>
public sealed record LinkChanged(Id<TrackedLink> Link, string Code) : IEvent;

/// <summary>Links of a post count for something else now, with what came of them so far.</summary>
public sealed record LinksMoved(Id<Brand> Brand, IReadOnlyList<Id<TrackedLink>> Links) : IEvent;

/// <summary>Many links were made or changed at once.</summary>
public sealed record ManyLinksChanged(Id<Brand> Brand) : IEvent;
