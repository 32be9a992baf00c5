using Bellwether.Brands;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A number that a later step counted for a channel.</summary>
/// <param name="Subject">The id of the channel or of its account.</param>
/// <param name="Metric">The metric's key.</param>
public sealed record ChannelResult(string Subject, string Metric, decimal Value);

/// <summary>Port: what came through channels and accounts in a span, counted by a later step. Tracking fulfils it with clicks, visits and conversions.</summary>
[Port]
public interface IChannelResults
{
    Task<IReadOnlyList<ChannelResult>> OfAsync(Id<Brand> brand, Instant from, Instant until, CancellationToken cancel);
}
