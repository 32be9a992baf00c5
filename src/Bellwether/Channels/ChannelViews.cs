using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.People;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>One channel with its sheet.</summary>
/// <param name="NetworkLabel">The network's name as people write it.</param>
/// <param name="Parts">The six parts in order; what is missing is said.</param>
/// <param name="Complete">How many of the six have content.</param>
/// <param name="MissionWarning">What is worth knowing about the mission, such as its length.</param>
/// <param name="MissionThemes">The themes that carry the mission.</param>
/// <param name="Guide">What it promotes and avoids beside the plan's own guide, and its friends there.</param>
/// <param name="LookAgainOn">For a channel that waits: when it is decided again.</param>
/// <param name="DecisionWork">The id of the work that the last decision made.</param>
/// <param name="Relevance">What is known about the network for this plan; null when nothing is.</param>
/// <param name="RelevanceScore">Presence × goal fit × capability − cost, with its reasons.</param>
/// <param name="Effort">What it is planned to cost.</param>
/// <param name="Rivals">The rivals on file that are on this network.</param>
public sealed record ChannelView(
    Id<Channel> Id, Id<Plan> Plan, string Network, string NetworkLabel, Id<SocialAccount>? Account, string? Handle,
    ChannelStatus Status, string? DecisionReason, string? Mission, string? MissionWarning, Id<Goal>? PrimaryGoal,
    IReadOnlyList<Id<Goal>> Goals, IReadOnlyList<ChannelKpi> Kpis, string? EditorialStrategy, IReadOnlyList<ThemeShare> Themes,
    IReadOnlyList<ActivationView> Highlights, IReadOnlyList<ConversationSlotView> Conversations,
    IReadOnlyList<SheetPartState> Parts, int Complete, int Rank,
    IReadOnlyList<Id<ContentPillar>> MissionThemes, ContentGuide Guide, Instant? DecidedAt, LocalDate? LookAgainOn, string? DecisionWork,
    Relevance? Relevance, RelevanceScore RelevanceScore, ChannelEffort Effort, IReadOnlyList<string> Rivals, int Version) : IVersioned
{
    public static ChannelView Of(Channel channel, SocialAccount? account, IReadOnlyList<Activation> highlights, IReadOnlyList<ConversationSlot> slots, RelevanceScore relevance, IReadOnlyList<string> rivals)
    {
        var parts = Sheet.Of(channel, highlights.Count, slots.Count);
        return new ChannelView(
            channel.Id, channel.Plan, channel.Network, NetworkCatalogue.Of(channel.Network).Name, channel.Account, account?.Handle,
            channel.Status, channel.DecisionReason, channel.Mission, Channels.Mission.Warning(channel.Mission), channel.PrimaryGoal,
            channel.Goals, channel.Kpis, channel.EditorialStrategy, channel.Themes,
            [.. highlights.OrderBy(each => each.From).Select(ActivationView.Of)],
            [.. slots.OrderBy(each => each.Day).ThenBy(each => each.At).Select(ConversationSlotView.Of)],
            parts, parts.Count(part => part.Complete), channel.Rank,
            channel.MissionThemes, channel.Guide, channel.DecidedAt, channel.LookAgainOn, channel.DecisionWork,
            channel.Relevance, relevance, channel.Effort, rivals, channel.Version);
    }
}

/// <summary>One theme of the plan.</summary>
public sealed record ContentPillarView(
    Id<ContentPillar> Id, Id<Plan> Plan, string Name, string? About, IReadOnlyList<string> Personas, IReadOnlyList<string> Examples,
    IReadOnlyList<string> Dos, IReadOnlyList<string> Donts, int Rank, int Version) : IVersioned
{
    public static ContentPillarView Of(ContentPillar pillar) => new(
        pillar.Id, pillar.Plan, pillar.Name, pillar.About, pillar.Personas, pillar.Examples, pillar.Dos, pillar.Donts, pillar.Rank, pillar.Version);
}

/// <summary>One dated highlight.</summary>
/// <param name="Budget">What it may cost.</param>
/// <param name="Kpi">What it is judged by.</param>
/// <param name="Hook">Whether it returns every year by itself, as holidays and seasons do; otherwise it is the brand's own highlight. Calendars show the two apart.</param>
public sealed record ActivationView(
    Id<Activation> Id, Id<Channel> Channel, string Title, ActivationKind Kind, LocalDate From, LocalDate Until, string? Mechanics, Id<Member>? Owner,
    Money? Budget, ChannelKpi? Kpi, bool Hook, int Version) : IVersioned
{
    public static ActivationView Of(Activation activation) => new(
        activation.Id, activation.Channel, activation.Title, activation.Kind, activation.From, activation.Until, activation.Mechanics, activation.Owner,
        activation.Budget, activation.Kpi, activation.IsHook, activation.Version);
}

/// <summary>One weekly opening for a conversation.</summary>
/// <param name="Warning">Set when nobody is there to answer.</param>
public sealed record ConversationSlotView(
    Id<ConversationSlot> Id, Id<Channel> Channel, IsoDayOfWeek Day, LocalTime At, string Question, Id<ContentPillar>? Pillar,
    Id<Member>? Responder, int? ReplyWithin, string? Escalation, string? Warning, int Version) : IVersioned
{
    public static ConversationSlotView Of(ConversationSlot slot) => new(
        slot.Id, slot.Channel, slot.Day, slot.At, slot.Question, slot.Pillar, slot.Responder, slot.ReplyWithin, slot.Escalation, slot.Warning, slot.Version);
}
