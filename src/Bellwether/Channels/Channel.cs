using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Channels;

/// <summary>A metric that a channel is judged by.</summary>
/// <param name="Metric">The metric's key in the catalogue, such as “engagement_rate_reach”.</param>
/// <param name="Target">The number aimed at, in the metric's unit; may come later.</param>
public sealed record ChannelKpi(string Metric, decimal? Target = null, string? Note = null);

/// <summary>How much of a channel's posts a theme should have.</summary>
/// <param name="Pillar">The theme.</param>
/// <param name="Share">Per cent of the channel's posts, 0 to 100.</param>
public sealed record ThemeShare(Id<ContentPillar> Pillar, decimal Share);

/// <summary>A brand's use of one network in a plan: its mission, the goal it serves, and its six-part sheet.</summary>
public sealed class Channel : Entity<Channel>
{
    private Channel()
    {
    }

    /// <summary>A channel is a network in a plan; the account may follow.</summary>
    public Channel(Plan plan, string network, int rank)
    {
        Plan = plan.Id;
        Brand = plan.Brand;
        Network = NetworkName.Of(network);
        Rank = rank;
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The network's key, such as “instagram”.</summary>
    public string Network { get; private set; } = "";

    /// <summary>The account it runs on; none yet is allowed.</summary>
    public Id<SocialAccount>? Account { get; private set; }

    public ChannelStatus Status { get; private set; } = ChannelStatus.Candidate;

    /// <summary>Why it was entered, put off or rejected.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>When it was last decided.</summary>
    public Instant? DecidedAt { get; private set; }

    /// <summary>For a channel that waits: the day on which it is decided again.</summary>
    public LocalDate? LookAgainOn { get; private set; }

    /// <summary>The id of the work that the last decision made.</summary>
    public string? DecisionWork { get; private set; }

    /// <summary>What is known about the network for this plan.</summary>
    public Relevance? Relevance { get; private set; }

    /// <summary>What it is planned to cost.</summary>
    public ChannelEffort Effort { get; private set; } = ChannelEffort.Usual;

    /// <summary>What it is for, in exactly one sentence.</summary>
    public string? Mission { get; private set; }

    /// <summary>The one goal the mission serves.</summary>
    public Id<Goal>? PrimaryGoal { get; private set; }

    /// <summary>Part 1: every goal it works for, the primary one first.</summary>
    public IReadOnlyList<Id<Goal>> Goals { get; private set; } = [];

    /// <summary>Part 2: what it is judged by.</summary>
    public IReadOnlyList<ChannelKpi> Kpis { get; private set; } = [];

    /// <summary>Part 3: what it says, how, and what it leaves out.</summary>
    public string? EditorialStrategy { get; private set; }

    /// <summary>Beside the plan's own guide: what this channel promotes and avoids, and its friends there.</summary>
    public ContentGuide Guide { get; private set; } = ContentGuide.Empty;

    /// <summary>The themes that carry the mission: posts of them fit it, whatever goal they name.</summary>
    public IReadOnlyList<Id<ContentPillar>> MissionThemes { get; private set; } = [];

    /// <summary>Part 4: its themes and their shares.</summary>
    public IReadOnlyList<ThemeShare> Themes { get; private set; } = [];

    /// <summary>Its place in the plan's list of channels, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>When the mission was last written.</summary>
    public Instant? MissionAt { get; private set; }

    public void RunOn(SocialAccount? account)
    {
        Rule.Require(account is null || account.Brand == Brand, "account-of-another-brand", "This account belongs to another brand. Choose one of this brand's.", "account");
        Rule.Require(account is null || account.Network == Network, "account-of-another-network", $"This account is on {account?.Network}, the channel is {Network}. Choose an account of the same network.", "account");
        Account = account?.Id;
    }

    /// <summary>Writes the one-sentence mission and the one goal it serves.</summary>
    public void Serve(string mission, Goal goal, Instant now)
    {
        Rule.Require(goal.Plan == Plan, "goal-of-another-plan", "This goal belongs to another plan. Choose one of this plan's.", "goal");
        Mission = Channels.Mission.Of(mission);
        PrimaryGoal = goal.Id;
        Goals = [goal.Id, .. Goals.Where(other => other != goal.Id)];
        MissionAt = now;
    }

    /// <summary>Part 1. The primary goal stays first and cannot be left out.</summary>
    public void WorkFor(IEnumerable<Id<Goal>> goals)
    {
        var others = goals.Distinct().Where(goal => goal != PrimaryGoal);
        Goals = PrimaryGoal is { } first ? [first, .. others] : [.. others];
    }

    /// <summary>Part 2. A metric counts once.</summary>
    public void MeasureBy(IReadOnlyList<ChannelKpi> kpis)
    {
        Rule.Require(kpis.Select(kpi => kpi.Metric).Distinct(StringComparer.Ordinal).Count() == kpis.Count, "kpi-twice", "A metric stands here twice. Keep one of them.", "kpis");
        Kpis = [.. kpis.Select(kpi => kpi with { Metric = Rule.Text(kpi.Metric, "kpis", 120), Note = Rule.OptionalText(kpi.Note, "kpis", 400) })];
    }

    /// <summary>Part 3.</summary>
    public void Speak(string? strategy) => EditorialStrategy = Rule.OptionalText(strategy, "editorialStrategy", 8000);

    /// <summary>Part 4. Shares are 0 to 100 each and at most 100 together.</summary>
    public void Cover(IReadOnlyList<ThemeShare> themes)
    {
        Rule.Require(themes.All(theme => theme.Share is >= 0 and <= 100), "share-out-of-range", "A share is a per cent from 0 to 100.", "themes");
        Rule.Require(themes.Select(theme => theme.Pillar).Distinct().Count() == themes.Count, "theme-twice", "A theme stands here twice. Give it one share.", "themes");
        var sum = themes.Sum(theme => theme.Share);
        Rule.Require(sum <= 100, "shares-over-100", $"The shares add up to {sum:0.##} %. Lower some: together they are at most 100 %.", "themes");
        Themes = [.. themes];
    }

    /// <summary>Enter, wait or reject; a rejection needs its reason.</summary>
    public void Decide(ChannelStatus status, string? reason)
    {
        DecisionReason = Rule.OptionalText(reason, "reason", 1000);
        Rule.Require(status != ChannelStatus.Rejected || DecisionReason is not null, "reason-missing", "Say why this network is rejected; the next plan will ask.", "reason");
        Status = status;
    }

    /// <summary>Notes when it was decided, when to look again, and the work that came of it.</summary>
    public void Follow(Instant decidedAt, LocalDate? lookAgainOn, string? work) => (DecidedAt, LookAgainOn, DecisionWork) = (decidedAt, lookAgainOn, work);

    /// <summary>Says which themes carry the mission.</summary>
    public void CarryBy(IEnumerable<Id<ContentPillar>> themes) => MissionThemes = [.. themes.Distinct()];

    /// <summary>What this channel promotes and avoids beside the plan's own guide.</summary>
    public void Follow(ContentGuide guide) => Guide = guide.Checked();

    public void Weigh(Relevance? relevance, LocalDate today) => Relevance = relevance?.Checked(today);

    public void Spend(ChannelEffort effort) => Effort = effort.Checked();

    /// <summary>Whether a post that serves this goal or belongs to this theme fits the mission.</summary>
    public bool Fits(Id<Goal>? goal, Id<ContentPillar>? theme) => (goal is not null && goal == PrimaryGoal) || (theme is { } of && MissionThemes.Contains(of));

    public void Stand(int rank) => Rank = rank;
}
