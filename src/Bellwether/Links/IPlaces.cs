using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>Port: whether the ids of a place stand for things of the brand. Links and deals know them as text only; a later step knows the things.</summary>
[Port]
public interface IPlaces
{
    /// <summary>422 with a message beside each field whose id is unknown, of another kind, or of another brand.</summary>
    /// <param name="brand">Whose things they have to be.</param>
    /// <param name="place">What somebody named; nothing is fine.</param>
    /// <param name="before">What it was so far: an id that stays is not asked about, for what it names may be gone by now.</param>
    /// <param name="cancel">Stops it.</param>
    Task CheckAsync(Id<Brand> brand, LinkPlace? place, LinkPlace? before, CancellationToken cancel);
}
