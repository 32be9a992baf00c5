using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>A claim with what proves it.</summary>
/// <param name="IsDream">Whether nothing proves it.</param>
public sealed record ClaimView(Id<Claim> Id, Id<Plan> Plan, string Text, IReadOnlyList<ProofItem> Proofs, bool IsDream, int Rank, int Version) : IVersioned
{
    public static ClaimView Of(Claim claim) => new(claim.Id, claim.Plan, claim.Text, claim.Proofs, claim.IsDream, claim.Rank, claim.Version);
}

/// <summary>Words that open a conversation.</summary>
public sealed record ConversationStarterView(Id<ConversationStarter> Id, Id<Plan> Plan, string Text, StarterKind Kind, string? Persona, int Rank, int Version) : IVersioned
{
    public static ConversationStarterView Of(ConversationStarter starter) => new(starter.Id, starter.Plan, starter.Text, starter.Kind, starter.Persona, starter.Rank, starter.Version);
}

/// <summary>A plan's positioning with its claims, its starters and how its checks come out.</summary>
/// <param name="Checks">Unique, engaging, realistic, in this order.</param>
/// <param name="Likeness">Rivals with how alike their position is, the nearest first.</param>
/// <param name="Version">0 while nothing was written yet.</param>
public sealed record PositioningView(
    Id<Plan> Plan, string? BrandPosition, string? SocialConcept, string? Voice, ContentGuide Guide, IReadOnlyList<RivalPosition> Rivals,
    IReadOnlyList<ClaimView> Claims, IReadOnlyList<ConversationStarterView> Starters, IReadOnlyList<TraitFinding> Checks, IReadOnlyList<RivalLikeness> Likeness, int Version) : IVersioned;
