using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

// How Publishing follows the calendar:
// - It reacts to PostScheduled by making (or, when told again, bringing up to date) one publication per variant,
//   due at DueAt; variants that are no longer listed are withdrawn. The event may be told twice or again after a change.
// - PostMoved carries the same content with the new instant; PostUnscheduled withdraws what is not yet on its way.
// - What to send is read at sending time: load the Post with its Variants, then variant.Parts(post) gives the text parts
//   (already with tracked links), variant.Media the pictures.
// - After each change of a publication it tells the post how all of its publications stand: post.Follow(outcomes).

/// <summary>One variant that is to go out.</summary>
public sealed record PlannedVariant(Id<Variant> Variant, Id<SocialAccount> Account, string Network);

/// <summary>A post goes out at an instant, on these accounts. Told again whenever a scheduled post's content changes.</summary>
public sealed record PostScheduled(Id<Post> Post, Id<Brand> Brand, Id<Plan>? Plan, Instant DueAt, IReadOnlyList<PlannedVariant> Variants) : IEvent
{
    internal static PostScheduled Of(Post post) => new(post.Id, post.Brand, post.Plan, post.DueAt!.Value, Planned(post));

    internal static IReadOnlyList<PlannedVariant> Planned(Post post) =>
        [.. post.Variants.Select(variant => new PlannedVariant(variant.Id, variant.Account, variant.Network))];
}

/// <summary>A scheduled post moved to another instant.</summary>
public sealed record PostMoved(Id<Post> Post, Id<Brand> Brand, Id<Plan>? Plan, Instant From, Instant DueAt, IReadOnlyList<PlannedVariant> Variants) : IEvent;

/// <summary>A post that was scheduled is no longer: nothing of it may go out.</summary>
public sealed record PostUnscheduled(Id<Post> Post, Id<Brand> Brand, Id<Plan>? Plan) : IEvent;

/// <summary>What a post says holds no longer.</summary>
/// <param name="TakeBack">Whether it is to be deleted where it is out and the network allows that.</param>
public sealed record PostEnded(Id<Post> Post, Id<Brand> Brand, Id<Plan>? Plan, bool TakeBack) : IEvent;

/// <summary>A post was put up for approval, got a yes, or left the review: whoever keeps it waiting may be somebody else now.</summary>
public sealed record ReviewMoved(Id<Post> Post) : IEvent;
