using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

internal sealed class PlanStorage : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.Property(row => row.Template).HasMaxLength(80);
        builder.Property(row => row.FunctionName).HasMaxLength(80);
        builder.Property(row => row.Situation).AsJson();
        builder.Property(row => row.Reviews).AsJson();
        builder.Property(row => row.Insists).AsJson();
        builder.HasIndex(row => row.Brand);
        builder.HasIndex(row => row.Predecessor);
    }
}
