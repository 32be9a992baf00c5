using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Links;

internal sealed class TrackedLinkStorage : IEntityTypeConfiguration<TrackedLink>
{
    public void Configure(EntityTypeBuilder<TrackedLink> builder)
    {
        builder.ToTable("tracked_links");
        builder.Property(link => link.Code).HasMaxLength(LinkCode.Longest);
        builder.Property(link => link.Host).HasMaxLength(LinkDomain.Longest);
        builder.Property(link => link.Fallback).HasMaxLength(4000);
        builder.Property(link => link.Tags).AsJson();
        builder.Property(link => link.Rules).AsJson();
        builder.Property(link => link.Served).AsJson();
        builder.HasIndex(link => link.Code).IsUnique();
        builder.HasIndex(link => link.ChangedAt);
        builder.HasIndex(link => link.Import);
        builder.HasIndex(link => new { link.Brand, link.Post });
        builder.HasIndex(link => new { link.Brand, link.Variant });
        builder.MapPlace();
    }
}
