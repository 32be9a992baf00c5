using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>A way to reach a goal; its action items are what is done.</summary>
public sealed class Tactic : Work<Tactic>
{
    private Tactic()
    {
    }

    /// <summary>A tactic without a goal is allowed and remembered as “tactic first”, for good.</summary>
    public Tactic(Plan plan, string title, Id<Goal>? goal, int rank)
        : base(plan.Id, plan.Brand, title, rank)
    {
        Goal = goal;
        TacticFirst = goal is null;
    }

    public Id<Goal>? Goal { get; private set; }

    public Id<Channel>? Channel { get; private set; }

    /// <summary>The campaign it belongs to.</summary>
    public Id<Campaign>? Campaign { get; private set; }

    /// <summary>Whether it was there before its goal. A goal linked later does not change what came first.</summary>
    public bool TacticFirst { get; private set; }

    public override string? ParentKey => null;

    public override WorkKind Kind => WorkKind.Tactic;

    public void Link(Id<Goal>? goal) => Goal = goal;

    public void RunOn(Id<Channel>? channel) => Channel = channel;

    public void Join(Id<Campaign>? campaign) => Campaign = campaign;

    internal void RememberFirst(bool tacticFirst) => TacticFirst = tacticFirst;
}
