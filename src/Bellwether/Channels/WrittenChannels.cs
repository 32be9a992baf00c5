using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>Themes and channels as they stand in a plan file.</summary>
internal sealed record WrittenChannels(IReadOnlyList<WrittenTheme>? Themes = null, IReadOnlyList<WrittenChannel>? Channels = null);

/// <summary>A theme in a plan file.</summary>
internal sealed record WrittenTheme(
    Id<ContentPillar> Id, string Name, string? About = null, IReadOnlyList<string>? Personas = null, IReadOnlyList<string>? Examples = null,
    IReadOnlyList<string>? Dos = null, IReadOnlyList<string>? Donts = null)
{
    public static WrittenTheme Of(ContentPillar pillar) => new(
        pillar.Id, pillar.Name, pillar.About, pillar.Personas.OrNull(), pillar.Examples.OrNull(), pillar.Dos.OrNull(), pillar.Donts.OrNull());

    public ContentPillar Make(Plan plan, int rank)
    {
        var pillar = new ContentPillar(plan, Name, rank) { Id = Id };
        pillar.Describe(About, Personas ?? [], Examples ?? [], Dos ?? [], Donts ?? []);
        return pillar;
    }
}

/// <summary>A highlight in a plan file.</summary>
internal sealed record WrittenHighlight(Id<Activation> Id, string Title, ActivationKind Kind, LocalDate From, LocalDate Until, string? Mechanics = null, string? Owner = null);

/// <summary>A conversation slot in a plan file.</summary>
internal sealed record WrittenConversation(
    Id<ConversationSlot> Id, string Question, IsoDayOfWeek Day, LocalTime At, Id<ContentPillar>? Theme = null, string? Responder = null, int? ReplyWithin = null, string? Escalation = null);

/// <summary>A channel in a plan file.</summary>
internal sealed record WrittenChannel(
    Id<Channel> Id, string Network, string? Account = null, ChannelStatus? Status = null, string? DecisionReason = null, string? Mission = null, Id<Goal>? PrimaryGoal = null,
    IReadOnlyList<Id<Goal>>? Goals = null, IReadOnlyList<ChannelKpi>? Kpis = null, string? EditorialStrategy = null, IReadOnlyList<ThemeShare>? Themes = null,
    IReadOnlyList<WrittenHighlight>? Highlights = null, IReadOnlyList<WrittenConversation>? Conversations = null)
{
    public static WrittenChannel Of(
        Channel channel, string? account, IEnumerable<Activation> highlights, IEnumerable<ConversationSlot> slots, MembersByEmail people, bool nextCycle) => new(
        channel.Id, channel.Network, account, channel.Status == ChannelStatus.Active ? null : channel.Status, channel.DecisionReason, channel.Mission, channel.PrimaryGoal,
        channel.Goals.OrNull(), channel.Kpis.Select(kpi => nextCycle ? kpi with { Target = null } : kpi).ToList().OrNull(), channel.EditorialStrategy, channel.Themes.OrNull(),
        highlights.OrderBy(each => each.From).ThenBy(each => each.Id)
            .Select(each => new WrittenHighlight(
                each.Id, each.Title, each.Kind, nextCycle ? each.From.PlusYears(1) : each.From, nextCycle ? each.Until.PlusYears(1) : each.Until, each.Mechanics, people.Email(each.Owner)))
            .ToList().OrNull(),
        slots.OrderBy(each => each.Day).ThenBy(each => each.At).ThenBy(each => each.Id)
            .Select(each => new WrittenConversation(each.Id, each.Question, each.Day, each.At, each.Pillar, people.Email(each.Responder), each.ReplyWithin, each.Escalation))
            .ToList().OrNull());

    /// <summary>The channel and what belongs to its sheet. A goal or account that the plan does not have is left out.</summary>
    public IEnumerable<object> Make(Plan plan, int rank, Dictionary<string, SocialAccount> accounts, Dictionary<Id<Goal>, Goal> goals, MembersByEmail people, Instant now)
    {
        var channel = new Channel(plan, Network, rank) { Id = Id };
        channel.RunOn(Account is null ? null : accounts.GetValueOrDefault(Account));
        channel.Decide(Status ?? ChannelStatus.Active, DecisionReason);
        if (Mission is not null && PrimaryGoal is { } primary && goals.TryGetValue(primary, out var goal))
        {
            channel.Serve(Mission, goal, now);
        }

        channel.WorkFor((Goals ?? []).Where(goals.ContainsKey));
        channel.MeasureBy(Kpis ?? []);
        channel.Speak(EditorialStrategy);
        channel.Cover(Themes ?? []);
        yield return channel;
        foreach (var written in Highlights ?? [])
        {
            var activation = new Activation(channel, written.Title, written.Kind, written.From, written.Until) { Id = written.Id };
            activation.Explain(written.Mechanics);
            activation.Own(people.Find(written.Owner));
            yield return activation;
        }

        foreach (var written in Conversations ?? [])
        {
            var slot = new ConversationSlot(channel, written.Day, written.At, written.Question) { Id = written.Id };
            slot.Answer(people.Find(written.Responder), written.ReplyWithin, written.Escalation);
            slot.Belong(written.Theme);
            yield return slot;
        }
    }
}
