using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Media;

/// <summary>Port: says which pictures and videos something of a brand shows. Every step that holds one fulfils it, so that nothing in use is ever deleted.</summary>
[Port]
public interface IUseMedia
{
    /// <summary>What is shown, whole or cut.</summary>
    Task<IReadOnlyCollection<Id<Asset>>> UsedAsync(Id<Brand> brand, CancellationToken cancel);
}
