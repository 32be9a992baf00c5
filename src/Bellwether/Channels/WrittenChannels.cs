using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>Themes and channels as they stand in a plan file.</summary>
internal sealed record WrittenChannels(
    IReadOnlyList<WrittenTheme>? Themes = null, IReadOnlyList<WrittenChannel>? Channels = null, IReadOnlyList<WrittenIdea>? Ideas = null, WrittenRules? Rules = null, IReadOnlyList<WrittenCadence>? Cadences = null);

/// <summary>How often an account posts, in a plan file.</summary>
internal sealed record WrittenCadence(string Account, HowOften? Day = null, HowOften? Week = null, int SpacingMinutes = 0, QuietHours? Quiet = null);

/// <summary>An idea of an operation in a plan file; the work made of it stays with its plan.</summary>
internal sealed record WrittenIdea(Id<OperationIdea> Id, string Title, string? About = null, string? Network = null, int? Impact = null, int? Effort = null, bool? Dropped = null, string? Work = null)
{
    public static WrittenIdea Of(OperationIdea idea) => new(idea.Id, idea.Title, idea.About, idea.Network, idea.Impact, idea.Effort, idea.State == OperationIdeaState.Dropped ? true : null, idea.Work);

    public OperationIdea Make(Plan plan)
    {
        var idea = new OperationIdea(plan, Title) { Id = Id };
        idea.Describe(Title, About, Network);
        idea.Guess(Impact ?? 3, Effort ?? 3);
        idea.Drop(Dropped ?? false);
        if (Work is not null)
        {
            idea.TakeUp(Work);
        }

        return idea;
    }
}

/// <summary>How many hours a week somebody has, in a plan file.</summary>
internal sealed record WrittenHours(string Person, decimal Hours);

/// <summary>What channels are judged by, in a plan file.</summary>
internal sealed record WrittenRules(decimal? LeastRelevance = null, int? MinutesPerPost = null, IReadOnlyList<WrittenHours>? Hours = null, Money? HourCost = null)
{
    public static WrittenRules? Of(PortfolioRules? rules, MembersByEmail people) => rules is null ? null : new WrittenRules(
        rules.LeastRelevance, rules.MinutesPerPost,
        rules.Hours.Where(each => people.Email(each.Person) is not null).Select(each => new WrittenHours(people.Email(each.Person)!, each.Hours)).OrderBy(each => each.Person, StringComparer.Ordinal).ToList().OrNull(), rules.HourCost);

    public PortfolioRules Make(Plan plan, MembersByEmail people)
    {
        var rules = new PortfolioRules(plan);
        rules.Judge(LeastRelevance ?? PortfolioRules.UsualRelevance, MinutesPerPost ?? PortfolioRules.UsualMinutes);
        rules.Have([.. (Hours ?? []).Select(each => (Person: people.Find(each.Person), each.Hours)).Where(each => each.Person is not null).Select(each => new PersonHours(each.Person!.Value, each.Hours))]);
        rules.Pay(HourCost);
        return rules;
    }
}

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
internal sealed record WrittenHighlight(
    Id<Activation> Id, string Title, ActivationKind Kind, LocalDate From, LocalDate Until, string? Mechanics = null, string? Owner = null, Money? Budget = null, ChannelKpi? Kpi = null);

/// <summary>A conversation slot in a plan file.</summary>
internal sealed record WrittenConversation(
    Id<ConversationSlot> Id, string Question, IsoDayOfWeek Day, LocalTime At, Id<ContentPillar>? Theme = null, string? Responder = null, int? ReplyWithin = null, string? Escalation = null);

/// <summary>A channel in a plan file.</summary>
internal sealed record WrittenChannel(
    Id<Channel> Id, string Network, string? Account = null, ChannelStatus? Status = null, string? DecisionReason = null, string? Mission = null, Id<Goal>? PrimaryGoal = null,
    IReadOnlyList<Id<Goal>>? Goals = null, IReadOnlyList<ChannelKpi>? Kpis = null, string? EditorialStrategy = null, IReadOnlyList<ThemeShare>? Themes = null,
    IReadOnlyList<WrittenHighlight>? Highlights = null, IReadOnlyList<WrittenConversation>? Conversations = null,
    IReadOnlyList<Id<ContentPillar>>? MissionThemes = null, WrittenGuide? Guide = null, LocalDate? LookAgainOn = null, Relevance? Relevance = null, ChannelEffort? Effort = null)
{
    public static WrittenChannel Of(
        Channel channel, string? account, IEnumerable<Activation> highlights, IEnumerable<ConversationSlot> slots, MembersByEmail people, bool nextCycle) => new(
        channel.Id, channel.Network, account, channel.Status == ChannelStatus.Active ? null : channel.Status, channel.DecisionReason, channel.Mission, channel.PrimaryGoal,
        channel.Goals.OrNull(), channel.Kpis.Select(kpi => nextCycle ? kpi with { Target = null } : kpi).ToList().OrNull(), channel.EditorialStrategy, channel.Themes.OrNull(),
        highlights.OrderBy(each => each.From).ThenBy(each => each.Id)
            .Select(each => new WrittenHighlight(
                each.Id, each.Title, each.Kind, nextCycle ? each.From.PlusYears(1) : each.From, nextCycle ? each.Until.PlusYears(1) : each.Until, each.Mechanics, people.Email(each.Owner),
                nextCycle ? null : each.Budget, each.Kpi))
            .ToList().OrNull(),
        slots.OrderBy(each => each.Day).ThenBy(each => each.At).ThenBy(each => each.Id)
            .Select(each => new WrittenConversation(each.Id, each.Question, each.Day, each.At, each.Pillar, people.Email(each.Responder), each.ReplyWithin, each.Escalation))
            .ToList().OrNull(),
        channel.MissionThemes.OrNull(), WrittenGuide.Of(channel.Guide), nextCycle ? null : channel.LookAgainOn, channel.Relevance, channel.Effort == ChannelEffort.Usual ? null : channel.Effort);

    /// <summary>The channel and what belongs to its sheet. A goal or account that the plan does not have is left out.</summary>
    public IEnumerable<object> Make(Plan plan, int rank, Dictionary<string, SocialAccount> accounts, Dictionary<Id<Goal>, Goal> goals, MembersByEmail people, Instant now, LocalDate today)
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
        channel.CarryBy(MissionThemes ?? []);
        channel.Follow(Guide?.Make() ?? ContentGuide.Empty);
        channel.Follow(now, LookAgainOn, null);
        channel.Weigh(Relevance, today);
        channel.Spend(Effort ?? ChannelEffort.Usual);
        yield return channel;
        foreach (var written in Highlights ?? [])
        {
            var activation = new Activation(channel, written.Title, written.Kind, written.From, written.Until) { Id = written.Id };
            activation.Explain(written.Mechanics);
            activation.Own(people.Find(written.Owner));
            activation.Spend(written.Budget);
            activation.MeasureBy(written.Kpi);
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
