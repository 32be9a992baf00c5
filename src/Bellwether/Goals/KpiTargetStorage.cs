using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

internal sealed class KpiTargetStorage : IEntityTypeConfiguration<KpiTarget>
{
    public void Configure(EntityTypeBuilder<KpiTarget> builder)
    {
        builder.ToTable("kpi_targets");
        builder.Ignore(row => row.Series);
        builder.Property(row => row.Metric).HasMaxLength(60);
        builder.Property(row => row.Subject).HasMaxLength(80);
        builder.Property(row => row.Source).HasMaxLength(120);
        builder.Property(row => row.Query).HasMaxLength(1000);
        builder.Property(row => row.Phasing).AsJson();
        builder.Property(row => row.Thresholds).AsJson();
        builder.Property(row => row.Items).AsJson();
        builder.Property(row => row.Judgings).AsJson();
        builder.Property(row => row.Frozen).AsJson();
        builder.HasIndex(row => row.Goal);
        builder.HasIndex(row => row.Collector);
    }
}
