using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

internal sealed class GoalStorage : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals");
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Picture).HasMaxLength(1000);
        builder.Property(row => row.Tracking).HasMaxLength(1000);
        builder.Property(row => row.Audience).HasMaxLength(200);
        builder.Property(row => row.Channel).HasMaxLength(120);
        builder.Property(row => row.FunctionName).HasMaxLength(80);
        builder.HasIndex(row => new { row.Plan, row.Place });
        builder.HasIndex(row => row.Owner);
    }
}
