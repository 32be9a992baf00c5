using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.People;

/// <summary>A key for programs: acts for one member, with a part of the member's permissions, until a date. Only its hash is kept.</summary>
[ForEveryBrand("It is its member's own and sees what the member sees.")]
public sealed class ApiToken : Entity<ApiToken>
{
    private ApiToken()
    {
    }

    public ApiToken(Id<Member> member, string name, IReadOnlyList<Permission> scope, string hash, string shownAs, Instant expiresAt)
    {
        Member = member;
        Name = Rule.Text(name, "name", 120);
        Scope = [.. scope.Distinct()];
        Hash = hash;
        ShownAs = shownAs;
        ExpiresAt = expiresAt;
    }

    public Id<Member> Member { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Permission> Scope { get; private set; } = [];

    public string Hash { get; private set; } = "";

    /// <summary>The first characters, to tell tokens apart in a list.</summary>
    public string ShownAs { get; private set; } = "";

    public Instant ExpiresAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public Instant? LastUsedAt { get; private set; }

    public bool IsUsable(Instant now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(Instant now) => RevokedAt ??= now;

    public void Use(Instant now) => LastUsedAt = now;
}

internal sealed class ApiTokenStorage : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.ShownAs).HasMaxLength(20);
        builder.Property(row => row.Scope).AsJson();
        builder.HasIndex(row => row.Hash).IsUnique();
    }
}
