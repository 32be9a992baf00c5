using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Channels;

/// <summary>The cadence that a brand has chosen for one of its accounts; without one the network's starting values hold.</summary>
public sealed class CadencePolicy : Entity<CadencePolicy>
{
    private CadencePolicy()
    {
    }

    public CadencePolicy(Id<Brand> brand, Id<SocialAccount> account, Cadence cadence)
    {
        (Brand, Account) = (brand, account);
        Follow(cadence);
    }

    public Id<Brand> Brand { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    public Cadence Cadence { get; private set; } = Cadence.Free;

    public void Follow(Cadence cadence) => Cadence = cadence.Checked();
}

internal sealed class CadencePolicyStorage : IEntityTypeConfiguration<CadencePolicy>
{
    public void Configure(EntityTypeBuilder<CadencePolicy> builder)
    {
        builder.ToTable("cadence_policies");
        builder.Property(policy => policy.Cadence).AsJson();
        builder.HasIndex(policy => policy.Account).IsUnique();
        builder.HasIndex(policy => policy.Brand);
    }
}
