using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Where the brand stands when it plans: what goals are justified with.</summary>
public sealed record PlanSituation(string? Customers = null, string? Competitors = null, string? Capability = null, string? Market = null, string? Constraints = null)
{
    /// <summary>Nothing written yet.</summary>
    public static readonly PlanSituation Unwritten = new();

    /// <summary>The same texts trimmed, each of at most 4,000 characters.</summary>
    public PlanSituation Checked() => new(
        Rule.OptionalText(Customers, "customers"),
        Rule.OptionalText(Competitors, "competitors"),
        Rule.OptionalText(Capability, "capability"),
        Rule.OptionalText(Market, "market"),
        Rule.OptionalText(Constraints, "constraints"));
}

/// <summary>The business purpose a plan or a goal serves.</summary>
public enum BusinessFunction
{
    Marketing,
    Sales,
    CustomerService,
    Fulfilment,
    Recruiting,
    PublicRelations,

    /// <summary>Named in the plan's own words.</summary>
    Other,
}
