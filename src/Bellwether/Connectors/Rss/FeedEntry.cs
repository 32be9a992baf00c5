using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Connectors.Rss;

/// <summary>One entry of the public feed of an account. It exists once for each key, whatever happens while it is stored.</summary>
public sealed class FeedEntry : Entity<FeedEntry>
{
    private FeedEntry()
    {
    }

    public FeedEntry(SocialAccount account, string key, string title, string html, string? link, Instant now) =>
        (Account, Brand, Key, Title, Html, Link, PublishedAt, UpdatedAt) = (account.Id, account.Brand, key, title, html, link, now, now);

    public Id<SocialAccount> Account { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The key of the call that made it.</summary>
    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Its text as HTML, made from plain text.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The page it is about.</summary>
    public string? Link { get; private set; }

    public Instant PublishedAt { get; private set; }

    public Instant UpdatedAt { get; private set; }

    /// <summary>Other words under the same id; readers show them as changed.</summary>
    public void Reword(string title, string html, string? link, Instant now)
    {
        if ((title, html, link) != (Title, Html, Link))
        {
            (Title, Html, Link, UpdatedAt) = (title, html, link, now);
        }
    }
}

/// <summary>A picture of an entry, kept as it was when the entry went out.</summary>
public sealed class FeedPicture : Entity<FeedPicture>
{
    private FeedPicture()
    {
    }

    public FeedPicture(FeedEntry entry, int place, string contentType, string alt, byte[] content) =>
        (Entry, Brand, Place, ContentType, Alt, Content) = (entry.Id, entry.Brand, place, contentType, alt, content);

    public Id<FeedEntry> Entry { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public int Place { get; private set; }

    public string ContentType { get; private set; } = "";

    public string Alt { get; private set; } = "";

    public byte[] Content { get; private set; } = [];
}

internal sealed class FeedEntryStorage : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("feed_entries");
        builder.Property(entry => entry.Key).HasMaxLength(200);
        builder.Property(entry => entry.Title).HasMaxLength(255);
        builder.Property(entry => entry.Link).HasMaxLength(2000);
        builder.HasIndex(entry => new { entry.Account, entry.Key }).IsUnique();
        builder.HasIndex(entry => new { entry.Account, entry.PublishedAt });
    }
}

internal sealed class FeedPictureStorage : IEntityTypeConfiguration<FeedPicture>
{
    public void Configure(EntityTypeBuilder<FeedPicture> builder)
    {
        builder.ToTable("feed_pictures");
        builder.Property(picture => picture.ContentType).HasMaxLength(80);
        builder.Property(picture => picture.Alt).HasMaxLength(1000);
        builder.HasIndex(picture => picture.Entry);
    }
}
