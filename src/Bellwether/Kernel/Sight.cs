namespace Bellwether.Kernel;

/// <summary>What somebody may see of a workspace: all of it, only some brands, or of those only some plans.</summary>
/// <param name="Brands">The brands that are seen; null for every brand, also those to come.</param>
/// <param name="Plans">The plans that are seen; null for every plan of the brands.</param>
/// <param name="Internal">Whether what is for employees only is seen.</param>
public sealed record Sight(IReadOnlyList<Guid>? Brands, IReadOnlyList<Guid>? Plans, bool Internal = true)
{
    /// <summary>Everything in the workspace.</summary>
    public static Sight All { get; } = new(null, null);

    public bool IsLimited => Brands is not null || Plans is not null;

    /// <summary>Whether a brand is seen at all.</summary>
    public bool Covers(Guid brand) => Brands is null || Brands.Contains(brand);

    /// <summary>Whether a plan is seen, as far as plans are limited.</summary>
    public bool CoversPlan(Guid plan) => Plans is null || Plans.Contains(plan);

    /// <summary>Whether everything that the other one sees is seen.</summary>
    public bool Covers(Sight other) => Within(other.Brands, Brands) && Within(other.Plans, Plans) && (Internal || !other.Internal);

    /// <summary>Whether there is a brand that both see.</summary>
    public bool Meets(Sight other) => Brands is null || other.Brands is null || Brands.Intersect(other.Brands).Any();

    private static bool Within(IReadOnlyList<Guid>? some, IReadOnlyList<Guid>? all) => all is null || (some is not null && some.All(all.Contains));
}
