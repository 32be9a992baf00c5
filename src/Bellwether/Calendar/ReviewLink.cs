using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A way in for a reviewer without an account: one address, one post or a set of them, until a day. Only the code's hash is kept.</summary>
public sealed class ReviewLink : Entity<ReviewLink>
{
    /// <summary>The most posts one link shows.</summary>
    public const int Most = 50;

    private ReviewLink()
    {
    }

    public ReviewLink(Id<Brand> brand, IReadOnlyList<Id<Post>> posts, string to, string hash, Instant until, Guid? madeBy, string by)
    {
        Rule.Require(posts.Count is > 0 and <= Most, "posts-count", $"Choose between one and {Most} posts.", "posts");
        (Brand, Posts, Hash, Until, MadeBy) = (brand, posts, hash, until, madeBy);
        (To, By) = (Rule.Text(to, "to", 120), by.Length > 120 ? by[..120] : by);
    }

    public Id<Brand> Brand { get; private set; }

    public IReadOnlyList<Id<Post>> Posts { get; private set; } = [];

    /// <summary>Whom it was made for.</summary>
    public string To { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>When it ends by itself.</summary>
    public Instant Until { get; private set; }

    /// <summary>The member who made it.</summary>
    public Guid? MadeBy { get; private set; }

    public string By { get; private set; } = "";

    public Instant? OpenedAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public bool IsOpen(Instant now) => RevokedAt is null && now < Until;

    /// <summary>Notes that somebody looked.</summary>
    public void Open(Instant now) => OpenedAt ??= now;

    public void Revoke(Instant now) => RevokedAt ??= now;
}

internal sealed class ReviewLinkStorage : IEntityTypeConfiguration<ReviewLink>
{
    public void Configure(EntityTypeBuilder<ReviewLink> builder)
    {
        builder.ToTable("review_links");
        builder.Property(row => row.Posts).AsJson();
        builder.Property(row => row.To).HasMaxLength(120);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => row.Hash).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
