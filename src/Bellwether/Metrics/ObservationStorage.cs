using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Metrics;

internal sealed class ObservationStorage : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("observations");
        builder.Ignore(observation => observation.Point);
        builder.Property(observation => observation.Metric).HasMaxLength(60);
        builder.Property(observation => observation.Subject).HasMaxLength(80);
        builder.Property(observation => observation.Source).HasMaxLength(120);
        // The series of a metric for a subject, and no two numbers of one revision.
        builder.HasIndex(observation => new { observation.WorkspaceKey, observation.Subject, observation.Metric, observation.Length, observation.Start, observation.Revision })
            .IsUnique();
        // A metric over all subjects of a brand, and what a batch brought.
        builder.HasIndex(observation => new { observation.Brand, observation.Metric, observation.Start });
        builder.HasIndex(observation => observation.Batch);
    }
}

internal sealed class ObservationBatchStorage : IEntityTypeConfiguration<ObservationBatch>
{
    public void Configure(EntityTypeBuilder<ObservationBatch> builder)
    {
        builder.ToTable("observation_batches");
        builder.Property(batch => batch.Source).HasMaxLength(120);
        builder.HasIndex(batch => new { batch.Brand, batch.RecordedAt });
    }
}
