using Bellwether.Kernel;

namespace Bellwether.Returns;

/// <summary>A conversion that something of the plan led to, or the part of one that a place is credited with.</summary>
/// <param name="Kind">sale, lead, signup or a word of one's own.</param>
/// <param name="IsNewCustomer">Whether it is the first sale to a customer who is known by an id.</param>
/// <param name="Value">What the whole conversion was worth, in the brand's currency; null where it has none, or its currency has no rate.</param>
/// <param name="Margin">What is left of that; null where no margin is known.</param>
/// <param name="Share">Which part of all that the place is credited with, from 0 to 1.</param>
/// <param name="Foreign">What the whole conversion was worth where its currency has no rate; null otherwise.</param>
public sealed record ReturnPiece(string Kind, bool IsNewCustomer, Money? Value, Money? Margin, WorkPlace Place, decimal Share = 1, Money? Foreign = null);
