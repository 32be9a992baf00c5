using Bellwether.Audits;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>How often a kind of update goes to a network.</summary>
/// <param name="Kind">The kind, such as “behind the scenes”.</param>
/// <param name="Network">The network's key.</param>
/// <param name="PerWeek">Times a week; 0 says: not there.</param>
public sealed record UpdateRow(string Kind, string Network, int PerWeek);

/// <summary>Something to do, by somebody, until a day; broken down into steps as far as needed.</summary>
public sealed class ActionItem : Work<ActionItem>
{
    private ActionItem()
    {
    }

    /// <summary>An action stands under a tactic or directly in the plan.</summary>
    public ActionItem(Plan plan, string title, ActionType type, Tactic? tactic, int rank)
        : base(plan.Id, plan.Brand, title, rank)
    {
        Type = type;
        Tactic = tactic?.Id;
    }

    public Id<Tactic>? Tactic { get; private set; }

    public ActionType Type { get; private set; }

    public Id<Goal>? Goal { get; private set; }

    public Id<Channel>? Channel { get; private set; }

    /// <summary>The campaign it belongs to.</summary>
    public Id<Campaign>? Campaign { get; private set; }

    /// <summary>The account that this action sets up or works on.</summary>
    public Id<SocialAccount>? Account { get; private set; }

    /// <summary>A point that everybody looks at, without work of its own.</summary>
    public bool Milestone { get; private set; }

    /// <summary>For the type UpdateType: which kinds of updates on which network.</summary>
    public IReadOnlyList<UpdateRow> Updates { get; private set; } = [];

    /// <summary>The id of what it came from: a comment, an idea, a review.</summary>
    public string? Origin { get; private set; }

    /// <summary>The column of the board it was put into; null until somebody did.</summary>
    public string? Stage { get; private set; }

    public override string? ParentKey => Tactic?.ToString();

    public override WorkKind Kind => WorkKind.ActionItem;

    public void Place(Id<Tactic>? tactic) => Tactic = tactic;

    public void Link(Id<Goal>? goal) => Goal = goal;

    public void RunOn(Id<Channel>? channel) => Channel = channel;

    public void Join(Id<Campaign>? campaign) => Campaign = campaign;

    public void WorkOn(Id<SocialAccount>? account) => Account = account;

    public void Mark(bool milestone) => Milestone = milestone;

    /// <summary>Which column of the board it stands in.</summary>
    public void StandIn(string? stage) => Stage = stage;

    public void ComeFrom(string? origin) => Origin = Rule.OptionalText(origin, "origin", 80);

    /// <summary>Which kinds of updates go to which network; one row for each pair.</summary>
    public void Update(IReadOnlyList<UpdateRow> rows)
    {
        Rule.Require(Type == ActionType.UpdateType, "not-update-type", "Only an action of the type “updateType” has such a table.", "rows");
        Rule.Require(rows.All(row => row.PerWeek is >= 0 and <= 200), "per-week-out-of-range", "Say 0 to 200 times a week.", "rows");
        var clean = rows.Select(row => new UpdateRow(Rule.Text(row.Kind, "rows", 80), NetworkName.Of(row.Network), row.PerWeek)).ToList();
        Rule.Require(clean.DistinctBy(row => (row.Kind.ToLowerInvariant(), row.Network)).Count() == clean.Count, "update-twice", "A kind of update stands here twice for one network. Keep one row.", "rows");
        Updates = clean;
    }
}
