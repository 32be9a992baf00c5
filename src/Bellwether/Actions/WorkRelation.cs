using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>How two nodes of the work belong together.</summary>
public enum RelationKind
{
    /// <summary>Cannot start before the other is done.</summary>
    HardDependsOn,

    /// <summary>Had better not start before the other is done.</summary>
    SoftDependsOn,

    /// <summary>Worth knowing of one another.</summary>
    RelatesTo,
}

/// <summary>A relation from one node of the work to another, besides parent and child.</summary>
public sealed class WorkRelation : Entity<WorkRelation>
{
    private WorkRelation()
    {
    }

    public WorkRelation(IWork from, IWork to, RelationKind kind)
    {
        Rule.Require(from.Plan == to.Plan, "relation-across-plans", "Both must belong to the same plan.", "to");
        Rule.Require(from.Key != to.Key, "relation-to-itself", $"“{from.Title}” cannot depend on itself.", "to");
        Plan = from.Plan;
        (From, To, Kind) = (from.Key, to.Key, kind);
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>The id of the node that depends, as text.</summary>
    public string From { get; private set; } = "";

    /// <summary>The id of the node it depends on, as text.</summary>
    public string To { get; private set; } = "";

    public RelationKind Kind { get; private set; }

    public bool IsDependency => Kind != RelationKind.RelatesTo;

    public void Become(RelationKind kind) => Kind = kind;
}
