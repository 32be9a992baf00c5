using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

internal sealed class PlanStorage : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.HasIndex(row => row.Brand);
    }
}
