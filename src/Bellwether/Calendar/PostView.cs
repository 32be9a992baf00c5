using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What one account is to say.</summary>
/// <param name="OwnText">Words of its own; null while it follows the shared text.</param>
/// <param name="LinkedText">The text with its links made short and tracked; null until it is scheduled.</param>
/// <param name="Likeness">How like the shared text its own words are, from 0 to 1.</param>
/// <param name="FirstComment">What is said below it right after it is out.</param>
/// <param name="Options">What it says of itself on its network; the account's settings count for the rest.</param>
public sealed record VariantView(
    Id<Variant> Id, Id<SocialAccount> Account, string Network, string? OwnText, string? LinkedText, IReadOnlyList<VariantMedia> Media, string? Link, string? TrackedLink, double Likeness, string? FirstComment,
    IReadOnlyDictionary<string, string> Options);

/// <summary>A post with its variants and where it stands.</summary>
/// <param name="At">The local time at which it goes out, in the brand's zone.</param>
/// <param name="DueAt">The instant of the slot.</param>
/// <param name="SlotNote">What is worth saying about the time: it moved over a jump of the clocks, or happens twice.</param>
/// <param name="Moves">What the status lets people do with it now.</param>
/// <param name="Open">Whether its words may still change.</param>
/// <param name="Until">The local time until which what it says holds; null for good.</param>
/// <param name="AtExpiry">What happens to it then, where it is out.</param>
/// <param name="EndedAt">When it was found to hold no longer.</param>
/// <param name="Campaign">The campaign it belongs to.</param>
/// <param name="Revision">The number of the version its words stand at.</param>
/// <param name="ApprovedRevision">The version somebody approved; null where nobody was asked.</param>
public sealed record PostView(
    Id<Post> Id,
    Id<Brand> Brand,
    Id<Plan>? Plan,
    Id<Goal>? Goal,
    bool Unguided,
    Id<ActionItem>? Action,
    Id<ContentPillar>? Theme,
    string Title,
    string Text,
    PostStatus Status,
    LocalDateTime? At,
    string? Zone,
    Instant? DueAt,
    string? SlotNote,
    Guid? Author,
    Guid? ApprovedBy,
    Instant? ApprovedAt,
    Instant? ScheduledAt,
    string? Note,
    bool Open,
    IReadOnlyList<PostMove> Moves,
    IReadOnlyList<VariantView> Variants,
    LocalDateTime? Until,
    AtExpiry AtExpiry,
    Instant? EndedAt,
    Instant? ArchivedAt,
    Id<Campaign>? Campaign,
    int Revision,
    int? ApprovedRevision,
    int Version) : IVersioned
{
    public static PostView Of(Post post) => new(
        post.Id, post.Brand, post.Plan, post.Goal, post.Unguided, post.Action, post.Theme, post.Title, post.Text, post.Status,
        post.Slot?.Local, post.ZoneName, post.DueAt, post.Slot?.Note, post.Author, post.ApprovedBy, post.ApprovedAt, post.ScheduledAt, post.Note,
        post.IsOpen, post.ArchivedAt is null ? PostMoves.From(post.Status) : [],
        [.. post.Variants.OrderBy(variant => variant.Place).Select(variant => new VariantView(
            variant.Id, variant.Account, variant.Network, variant.OwnText, variant.LinkedText, variant.Media, variant.Link, variant.TrackedLink,
            variant.OwnText is { } own ? Similarity.Of(own, post.Text) : 1, variant.FirstComment, variant.Options))],
        post.ExpiresMeant, post.AtExpiry, post.EndedAt, post.ArchivedAt, post.Campaign, post.Revision, post.ApprovedRevision, post.Version);
}
