using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Goals;

/// <summary>What the business itself wants, beyond social media: the top of every chain of alignment.</summary>
public sealed class BusinessObjective : Qualitative<BusinessObjective>
{
    private BusinessObjective()
    {
    }

    /// <summary>A title is enough; the metric by which the business feels it can follow.</summary>
    public BusinessObjective(Plan plan, string title)
        : base(plan, title)
    {
    }
}

/// <summary>What marketing wants to reach for the business, in words; its goals put numbers to it.</summary>
public sealed class Objective : Qualitative<Objective>
{
    private Objective()
    {
    }

    /// <summary>A title is enough; it may serve a business objective.</summary>
    public Objective(Plan plan, string title)
        : base(plan, title)
    {
    }

    /// <summary>The business objective it serves; null leaves the chain broken.</summary>
    public Id<BusinessObjective>? Serves { get; private set; }

    public void Serve(BusinessObjective? business)
    {
        Rule.Require(business is null || business.Plan == Plan, "other-plan", "The business objective belongs to another plan.", "serves");
        Serves = business?.Id;
    }
}

internal sealed class BusinessObjectiveStorage() : QualitativeStorage<BusinessObjective>("business_objectives");

internal sealed class ObjectiveStorage() : QualitativeStorage<Objective>("objectives");
