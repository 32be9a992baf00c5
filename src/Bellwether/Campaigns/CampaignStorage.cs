using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Campaigns;

internal sealed class CampaignStorage : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Tag).HasMaxLength(CampaignTags.Longest);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Goals).AsJson();
        builder.Property(row => row.Channels).AsJson();
        builder.Property(row => row.Kpis).AsJson();
        builder.Ignore(row => row.Budget).Ignore(row => row.IsPaid).Ignore(row => row.Counts);
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.Brand);
    }
}
