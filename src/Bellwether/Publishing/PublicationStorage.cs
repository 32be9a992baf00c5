using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Publishing;

internal sealed class PublicationStorage : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.Property(publication => publication.Network).HasMaxLength(40);
        builder.Property(publication => publication.Call).AsJson();
        builder.Property(publication => publication.Parts).AsJson();
        builder.Property(publication => publication.Url).HasMaxLength(2000);
        builder.Ignore(publication => publication.Outcome).Ignore(publication => publication.IsUntouched).Ignore(publication => publication.IsAtComment);
        builder.HasIndex(publication => publication.Variant).IsUnique();
        builder.HasIndex(publication => publication.Post);
        builder.HasIndex(publication => new { publication.Status, publication.NextTryAt });
        builder.HasIndex(publication => new { publication.Account, publication.Status, publication.NextTryAt });
        builder.HasIndex(publication => new { publication.Brand, publication.DueAt });
    }
}

internal sealed class AttemptStorage : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("attempts");
        builder.Property(attempt => attempt.Fingerprint).HasMaxLength(64);
        builder.Property(attempt => attempt.ClientKey).HasMaxLength(200);
        builder.HasIndex(attempt => attempt.Publication);
    }
}

internal sealed class LaneStorage : IEntityTypeConfiguration<Lane>
{
    public void Configure(EntityTypeBuilder<Lane> builder)
    {
        builder.ToTable("lanes");
        builder.Property(lane => lane.Holder).HasMaxLength(80);
        builder.HasIndex(lane => lane.Account).IsUnique();
    }
}

internal sealed class ConnectionStorage : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("connections");
        builder.Property(connection => connection.Network).HasMaxLength(40);
        builder.Property(connection => connection.Settings).AsJson();
        builder.Property(connection => connection.RemoteId).HasMaxLength(200);
        builder.Property(connection => connection.Handle).HasMaxLength(300);
        builder.HasIndex(connection => connection.Account).IsUnique();
        builder.HasIndex(connection => connection.Brand);
    }
}

internal sealed class PublishingRulesStorage : IEntityTypeConfiguration<PublishingRules>
{
    public void Configure(EntityTypeBuilder<PublishingRules> builder)
    {
        builder.ToTable("publishing_rules");
        builder.Property(rules => rules.PauseReason).HasMaxLength(400);
        builder.Property(rules => rules.PausedBy).HasMaxLength(200);
        builder.HasIndex(rules => rules.Brand).IsUnique();
    }
}
