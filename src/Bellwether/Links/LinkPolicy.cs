using Bellwether.Brands;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Links;

/// <summary>What a brand's new links do unless told otherwise.</summary>
public sealed class LinkPolicy : Entity<LinkPolicy>
{
    private LinkPolicy()
    {
    }

    public LinkPolicy(Id<Brand> brand) => Brand = brand;

    public Id<Brand> Brand { get; private set; }

    /// <summary>
    /// Whether redirects to own hosts carry the click's id. Off unless switched on: the site that receives it has to ask
    /// its visitors for consent before it keeps it.
    /// </summary>
    public bool PassClickId { get; private set; }

    public void PassClicks(bool pass) => PassClickId = pass;
}

internal sealed class LinkPolicyStorage : IEntityTypeConfiguration<LinkPolicy>
{
    public void Configure(EntityTypeBuilder<LinkPolicy> builder)
    {
        builder.ToTable("link_policies");
        builder.HasIndex(policy => policy.Brand).IsUnique();
    }
}
