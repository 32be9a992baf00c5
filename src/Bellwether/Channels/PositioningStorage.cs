using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Channels;

internal sealed class PositioningStorage : IEntityTypeConfiguration<Positioning>
{
    public void Configure(EntityTypeBuilder<Positioning> builder)
    {
        builder.ToTable("positionings");
        builder.Property(row => row.Guide).AsJson();
        builder.Property(row => row.Rivals).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}

internal sealed class ClaimStorage : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims");
        builder.Property(row => row.Text).HasMaxLength(300);
        builder.Property(row => row.Proofs).AsJson();
        builder.Ignore(row => row.IsDream);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class ConversationStarterStorage : IEntityTypeConfiguration<ConversationStarter>
{
    public void Configure(EntityTypeBuilder<ConversationStarter> builder)
    {
        builder.ToTable("conversation_starters");
        builder.Property(row => row.Text).HasMaxLength(400);
        builder.Property(row => row.Persona).HasMaxLength(120);
        builder.HasIndex(row => row.Plan);
    }
}
