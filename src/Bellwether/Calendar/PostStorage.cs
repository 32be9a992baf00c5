using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

internal sealed class PostStorage : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Property(post => post.Title).HasMaxLength(200);
        builder.Property(post => post.ZoneName).HasMaxLength(64);
        builder.Property(post => post.Seal).HasMaxLength(64);
        builder.Ignore(post => post.Slot).Ignore(post => post.IsOpen).Ignore(post => post.IsTouched).Ignore(post => post.IsReworded).Ignore(post => post.Stage);
        builder.HasMany(post => post.Variants).WithOne().HasForeignKey(variant => variant.Post).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(post => post.Variants).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(post => new { post.Brand, post.DueAt });
        builder.HasIndex(post => new { post.Status, post.DueAt });
        builder.HasIndex(post => post.Plan);
        builder.HasIndex(post => post.Campaign);
    }
}

/// <summary>On which account a post goes out: the variants once more, without their filter, to know whether a post is for employees only.</summary>
internal sealed record PostPlace(Id<Post> Post, Id<SocialAccount> Account);

internal sealed class PostPlaceStorage : IEntityTypeConfiguration<PostPlace>
{
    public void Configure(EntityTypeBuilder<PostPlace> builder) => builder.HasNoKey().ToView("variants");
}

internal sealed class VariantStorage : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.ToTable("variants");
        builder.Property(variant => variant.Network).HasMaxLength(40);
        builder.Property(variant => variant.Link).HasMaxLength(2000);
        builder.Property(variant => variant.TrackedLink).HasMaxLength(2000);
        builder.Property(variant => variant.Media).AsJson();
        builder.Property(variant => variant.Options).AsJson();
        builder.Property(variant => variant.LinkedOptions).AsJson();
        builder.Ignore(variant => variant.IsDetached);
        builder.Ignore(variant => variant.OptionsToSend);
        builder.HasIndex(variant => variant.Account);
    }
}
