using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>A variant is out on an account, with the network's own id of it.</summary>
public sealed record PublicationConfirmed(
    Id<Publication> Publication, Id<Post> Post, Id<Brand> Brand, Id<Plan>? Plan, Id<SocialAccount> Account, string Network, string RemoteId, string? Url, Instant At) : IEvent;
