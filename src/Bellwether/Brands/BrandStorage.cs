using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Brands;

internal sealed class BrandStorage : IEntityTypeConfiguration<Brand>
{
    public void Configure(EntityTypeBuilder<Brand> builder)
    {
        builder.ToTable("brands");
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.ZoneName).HasMaxLength(60);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Hours).AsJson();
        builder.Property(row => row.OwnHosts).AsJson();
        builder.Property(row => row.Words).AsJson();
        builder.Ignore(row => row.Zone);
    }
}
