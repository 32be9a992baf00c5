namespace Bellwether.Plans;

/// <summary>A kind of content with a purpose of its own, which a plan template may set up.</summary>
public enum Archetype
{
    /// <summary>Content brings visits to the brand's site, visits bring sales: goals that count them, links that are followed.</summary>
    ContentToSale,

    /// <summary>Information that comes again with other words in some places, such as where the van stands: a post template with its table.</summary>
    Information,

    /// <summary>Complaints and questions answered in time: goals for the answers, a rota.</summary>
    Care,

    /// <summary>Proofs that help people who sell: a library with its first pieces.</summary>
    Collateral,
}
