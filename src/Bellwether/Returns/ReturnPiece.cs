using Bellwether.Kernel;

namespace Bellwether.Returns;

/// <summary>A conversion that something known led to.</summary>
/// <param name="Kind">sale, lead, signup or a word of one's own.</param>
/// <param name="IsNewCustomer">Whether it is the first sale to a customer who is known by an id.</param>
/// <param name="Value">In the brand's currency; null where it has none, or its currency has no rate.</param>
/// <param name="Margin">What is left of it; null where no margin is known.</param>
public sealed record ReturnPiece(string Kind, bool IsNewCustomer, Money? Value, Money? Margin, WorkPlace Place);
