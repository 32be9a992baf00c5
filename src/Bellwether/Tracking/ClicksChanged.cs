using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Clicks of some time stand otherwise than before: counted back in, dropped again, or sorted into other groups.</summary>
/// <param name="From">The first moment of such a click.</param>
/// <param name="Until">The moment after the last one.</param>
public sealed record ClicksChanged(Id<Brand> Brand, Instant From, Instant Until) : IEvent;
