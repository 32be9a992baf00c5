using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>One change of a parent's progress and what caused it; never changed afterwards.</summary>
public sealed class ProgressEntry : Entity<ProgressEntry>
{
    private ProgressEntry()
    {
    }

    public ProgressEntry(Id<Plan> plan, string node, decimal before, decimal after, string why, Instant at)
    {
        (Plan, Node, Before, After, Why, At) = (plan, node, before, after, why, at);
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>The id of the action or tactic, as text.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Per cent before.</summary>
    public decimal Before { get; private set; }

    /// <summary>Per cent after.</summary>
    public decimal After { get; private set; }

    /// <summary>What caused it, in words.</summary>
    public string Why { get; private set; } = "";

    public Instant At { get; private set; }
}
