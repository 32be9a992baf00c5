using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A piece of collateral with what it did.</summary>
/// <param name="ClaimText">The claim it proves, in words.</param>
/// <param name="Uses">How often somebody used it: copied its link to send it.</param>
/// <param name="Opened">How often its links were followed.</param>
/// <param name="Opportunities">How many opportunities it helped along, lost ones included.</param>
/// <param name="Won">How many of them were won.</param>
/// <param name="Value">What the won ones are worth, one sum per currency. An assist: never added to revenue.</param>
/// <param name="Open">What the open ones would be worth.</param>
/// <param name="Attribution">How the value counts: always “assist”.</param>
public sealed record CollateralView(
    Id<Collateral> Id, Id<Brand> Brand, Id<Plan>? Plan, CollateralKind Kind, string Title, string? Text, Id<Asset>? Asset, string? Link, Id<Claim>? Claim, string? ClaimText,
    int Uses, long Opened, int Opportunities, int Won, IReadOnlyList<Money> Value, IReadOnlyList<Money> Open, string Attribution, Instant CreatedAt, Instant? ArchivedAt, int Version) : IVersioned;

/// <summary>A person's tracked link to a piece.</summary>
/// <param name="Short">The short address to send.</param>
/// <param name="Opened">How often it was followed.</param>
public sealed record CollateralShareView(Id<Collateral> Collateral, Id<Member> Member, string Person, string Short, int Uses, long Opened, Instant LastUsedAt);

/// <summary>An opportunity that pieces helped along.</summary>
/// <param name="Attribution">How its value counts: always “assist”.</param>
public sealed record AssistedDealView(Id<AssistedDeal> Id, IReadOnlyList<Id<Collateral>> Items, string Title, Money? Value, DealOutcome Outcome, LocalDate On, Id<Member>? By, string Attribution, int Version) : IVersioned
{
    internal static AssistedDealView Of(AssistedDeal deal) => new(deal.Id, deal.Items, deal.Title, deal.Value, deal.Outcome, deal.On, deal.By, AssistedDeal.Attribution, deal.Version);
}

/// <summary>One piece with who used it and what it helped along.</summary>
public sealed record CollateralSheet(CollateralView Item, IReadOnlyList<CollateralShareView> Shares, IReadOnlyList<AssistedDealView> Deals);
