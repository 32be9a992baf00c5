using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Channels;

internal sealed class ChannelStorage : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("channels");
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Goals).AsJson();
        builder.Property(row => row.Kpis).AsJson();
        builder.Property(row => row.Themes).AsJson();
        builder.Property(row => row.Relevance).AsJson();
        builder.Property(row => row.Effort).AsJson();
        builder.Property(row => row.Guide).AsJson();
        builder.Property(row => row.MissionThemes).AsJson();
        builder.Property(row => row.DecisionWork).HasMaxLength(80);
        builder.HasIndex(row => row.Plan);
        builder.HasIndex(row => row.Account);
    }
}

internal sealed class ContentPillarStorage : IEntityTypeConfiguration<ContentPillar>
{
    public void Configure(EntityTypeBuilder<ContentPillar> builder)
    {
        builder.ToTable("content_pillars");
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Personas).AsJson();
        builder.Property(row => row.Examples).AsJson();
        builder.Property(row => row.Dos).AsJson();
        builder.Property(row => row.Donts).AsJson();
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class ActivationStorage : IEntityTypeConfiguration<Activation>
{
    public void Configure(EntityTypeBuilder<Activation> builder)
    {
        builder.ToTable("activations");
        builder.Property(row => row.Title).HasMaxLength(160);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Kpi).AsJson();
        builder.Ignore(row => row.Budget);
        builder.Ignore(row => row.IsHook);
        builder.HasIndex(row => row.Channel);
        builder.HasIndex(row => row.Plan);
    }
}

internal sealed class ConversationSlotStorage : IEntityTypeConfiguration<ConversationSlot>
{
    public void Configure(EntityTypeBuilder<ConversationSlot> builder)
    {
        builder.ToTable("conversation_slots");
        builder.Property(row => row.Question).HasMaxLength(400);
        builder.HasIndex(row => row.Channel);
        builder.HasIndex(row => row.Plan);
    }
}
