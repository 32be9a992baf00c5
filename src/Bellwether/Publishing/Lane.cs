using Bellwether.Audits;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// The one-way street to an account: whoever holds it publishes there, one at a time. The hold ends by itself; the fence
/// grows with each new holder, so a worker that was believed dead cannot store anything any more.
/// </summary>
public sealed class Lane : Entity<Lane>
{
    private Lane()
    {
    }

    public Lane(Id<SocialAccount> account) => Account = account;

    public Id<SocialAccount> Account { get; private set; }

    public string? Holder { get; private set; }

    public Instant HeldUntil { get; private set; }

    /// <summary>Grows with every new holder.</summary>
    public long Fence { get; private set; }

    /// <summary>Nothing goes out before: the network asked to wait, or a backlog is let out slowly.</summary>
    public Instant RestUntil { get; private set; }

    /// <summary>Holds it longer; a commit that carries this fails when somebody else has taken over.</summary>
    public void Extend(Instant until) => HeldUntil = until;

    public void Rest(Instant until) => RestUntil = Instant.Max(RestUntil, until);

    /// <summary>Lets go.</summary>
    public void Leave() => (Holder, HeldUntil) = (null, default);
}
