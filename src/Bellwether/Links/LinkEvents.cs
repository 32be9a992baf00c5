using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>A link was made or leads somewhere else now.</summary>
public sealed record LinkChanged(Id<TrackedLink> Link, string Code) : IEvent;
