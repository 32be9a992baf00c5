using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// Somebody on their way to a network and back. It is stored, so it outlives a restart; it is good for one return of the same
/// member, within a quarter of an hour.
/// </summary>
public sealed class SignInTry : Entity<SignInTry>
{
    private static readonly Duration Life = Duration.FromMinutes(15);

    private SignInTry()
    {
    }

    /// <summary>Somebody leaves for the network.</summary>
    /// <param name="account">Which account is signed in.</param>
    /// <param name="member">Who went; the program itself goes nowhere.</param>
    /// <param name="stateHash">The hash of the state the network brings back.</param>
    /// <param name="sealedContent">What is needed on the way back, encrypted.</param>
    /// <param name="now">When they left.</param>
    public SignInTry(SocialAccount account, Guid? member, string stateHash, string sealedContent, Instant now) =>
        (Account, Brand, Member, State, Encrypted, EndsAt) = (account.Id, account.Brand, member, stateHash, sealedContent, now + Life);

    public Id<SocialAccount> Account { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Who may come back with it.</summary>
    public Guid? Member { get; private set; }

    /// <summary>SHA-256 of the state.</summary>
    public string State { get; private set; } = "";

    /// <summary>The form as it was typed, where to come back to, and the proof key; encrypted together.</summary>
    public string Encrypted { get; private set; } = "";

    public Instant EndsAt { get; private set; }
}

/// <summary>What is needed when somebody comes back from a network.</summary>
internal sealed record SignInTravel(Dictionary<string, string> Settings, Dictionary<string, string> Secrets, string Redirect, string Verifier);

internal sealed class SignInTryStorage : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> builder)
    {
        builder.ToTable("sign_in_tries");
        builder.Property(one => one.State).HasMaxLength(64);
        builder.HasIndex(one => one.State).IsUnique();
        builder.HasIndex(one => one.Account);
    }
}
