using Bellwether.Audits;
using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>
/// Port: why nothing can be sent to an account right now, such as no connection or an expired token. The post stays
/// planned; people are told before its slot. Publishing fulfils it.
/// </summary>
[Port]
public interface IAccountTrouble
{
    /// <summary>A sentence with the way out per account that is in trouble; accounts that are well are left out.</summary>
    Task<IReadOnlyDictionary<Id<SocialAccount>, string>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, CancellationToken cancel);
}
