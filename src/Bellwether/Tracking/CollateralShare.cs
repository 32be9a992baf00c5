using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>One person's tracked link to one piece of collateral, and how often they used it.</summary>
public sealed class CollateralShare : Entity<CollateralShare>
{
    private CollateralShare()
    {
    }

    public CollateralShare(Collateral item, Id<Member> member, Id<TrackedLink> link) => (Collateral, Brand, Member, Link) = (item.Id, item.Brand, member, link);

    public Id<Collateral> Collateral { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Member> Member { get; private set; }

    public Id<TrackedLink> Link { get; private set; }

    public int Uses { get; private set; }

    public Instant LastUsedAt { get; private set; }

    public void Use(Instant now) => (Uses, LastUsedAt) = (Uses + 1, now);
}

internal sealed class CollateralShareStorage : IEntityTypeConfiguration<CollateralShare>
{
    public void Configure(EntityTypeBuilder<CollateralShare> builder)
    {
        builder.ToTable("collateral_shares");
        builder.HasIndex(share => new { share.Collateral, share.Member }).IsUnique();
    }
}
