using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Reminders;

/// <summary>
/// Port: notices whose words say how something stands. They are told as it stands when they are read, and not as it stood when
/// they were raised.
/// </summary>
[Port]
public interface IStandingNotices
{
    /// <summary>The word that the keys of these notices begin with.</summary>
    string Kind { get; }

    /// <summary>Of open notices of the kind the words of today by their keys; what is no longer so is left out.</summary>
    Task<IReadOnlyDictionary<string, string>> OfAsync(Id<Brand> brand, IReadOnlyCollection<string> keys, CancellationToken cancel);
}
