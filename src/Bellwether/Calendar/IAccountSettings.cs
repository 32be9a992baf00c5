using Bellwether.Audits;
using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>Port: what was chosen when an account was connected, as far as a post may choose otherwise. Publishing fulfils it.</summary>
[Port]
public interface IAccountSettings
{
    /// <summary>The settings of each account by name; an account that is not connected is left out.</summary>
    Task<IReadOnlyDictionary<Id<SocialAccount>, IReadOnlyDictionary<string, string>>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, CancellationToken cancel);
}
