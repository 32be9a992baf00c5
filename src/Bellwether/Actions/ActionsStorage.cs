using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Actions;

internal sealed class TacticStorage : IEntityTypeConfiguration<Tactic>
{
    public void Configure(EntityTypeBuilder<Tactic> builder)
    {
        builder.ToTable("tactics");
        WorkColumns.Shape(builder);
    }
}

internal sealed class ActionItemStorage : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> builder)
    {
        builder.ToTable("action_items");
        builder.Property(row => row.Updates).AsJson();
        builder.Property(row => row.Stage).HasMaxLength(40);
        WorkColumns.Shape(builder);
    }
}

internal sealed class StepStorage : IEntityTypeConfiguration<Step>
{
    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.ToTable("steps");
        builder.Property(row => row.Deliverable).AsJson();
        builder.HasIndex(row => row.ActionItem);
        WorkColumns.Shape(builder);
    }
}

internal sealed class WorkRelationStorage : IEntityTypeConfiguration<WorkRelation>
{
    public void Configure(EntityTypeBuilder<WorkRelation> builder)
    {
        builder.ToTable("work_relations");
        builder.Property(row => row.From).HasMaxLength(60);
        builder.Property(row => row.To).HasMaxLength(60);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class ProgressEntryStorage : IEntityTypeConfiguration<ProgressEntry>
{
    public void Configure(EntityTypeBuilder<ProgressEntry> builder)
    {
        builder.ToTable("progress_entries");
        builder.Property(row => row.Node).HasMaxLength(60);
        builder.HasIndex(row => row.Node);
    }
}

internal static class WorkColumns
{
    public static void Shape<T>(EntityTypeBuilder<T> builder)
        where T : Work<T>
    {
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Roles).AsJson();
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.Accountable);
    }
}
