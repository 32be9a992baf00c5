namespace Bellwether.Returns.Attribution;

/// <summary>What one channel gets.</summary>
/// <param name="Conversions">Of how many conversions it has the credit; a share of one may be part of it.</param>
/// <param name="Value">What they are worth.</param>
/// <param name="Influenced">How many conversions it was on the path of; these do not add up.</param>
/// <param name="Assisted">On how many of them it was before the last touch without being the last one.</param>
/// <param name="Last">How many it was the last touch of.</param>
public sealed record ChannelCredit(string Channel, double Conversions, double Value, double Influenced, double Assisted, double Last);

/// <summary>Who gets which credit under one model. The credits and what nobody led to add up to the whole.</summary>
/// <param name="Channels">In the order their names were learnt.</param>
/// <param name="Unattributed">Conversions without a touch that counts, and what they were worth.</param>
/// <param name="Total">All conversions, and what they were worth.</param>
public sealed record Credits(AttributionModel Model, IReadOnlyList<ChannelCredit> Channels, Outcome Unattributed, Outcome Total);
