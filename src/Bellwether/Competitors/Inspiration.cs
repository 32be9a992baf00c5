using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Who made what is worth learning from.</summary>
public enum AuthorType
{
    /// <summary>A leader of the field.</summary>
    Leader,

    /// <summary>A rival.</summary>
    Competitor,

    /// <summary>A customer or a fan.</summary>
    Customer,

    /// <summary>Ourselves, on a good day.</summary>
    Own,
}

/// <summary>An example worth learning from: where it is, whose it is, what to learn, and whether it may be used again.</summary>
public sealed class Inspiration : Entity<Inspiration>
{
    private Inspiration()
    {
    }

    public Inspiration(Id<Brand> brand, string title) => (Brand, Title) = (brand, Rule.Text(title, "title", 200));

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public string? Url { get; private set; }

    public string? Network { get; private set; }

    /// <summary>Who made it.</summary>
    public string? Author { get; private set; }

    public AuthorType AuthorType { get; private set; }

    /// <summary>What to learn from it.</summary>
    public string? Learn { get; private set; }

    /// <summary>How its writer speaks: words, length, tone.</summary>
    public string? Voice { get; private set; }

    /// <summary>Its words, to notice when ours come too close.</summary>
    public string? Quoted { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Who allowed to use it again, and how; null while nobody has.</summary>
    public string? Permission { get; private set; }

    public LocalDate? PermittedOn { get; private set; }

    /// <summary>SHA-256 of its picture; null while there is none.</summary>
    public string? PictureHash { get; private set; }

    public string? PictureType { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public void Write(string title, string? url, string? network, string? author, AuthorType type)
    {
        (Title, Url, Author, AuthorType) = (Rule.Text(title, "title", 200), AccountAddress.Web(url, "url"), Rule.OptionalText(author, "author", 120), type);
        Network = string.IsNullOrWhiteSpace(network) ? null : NetworkName.Of(network);
    }

    public void Teach(string? learn, string? voice, string? quoted, IEnumerable<string> tags) =>
        (Learn, Voice, Quoted, Tags) = (Rule.OptionalText(learn, "learn"), Rule.OptionalText(voice, "voice"), Rule.OptionalText(quoted, "quoted"), TagsOf.Words(tags));

    /// <summary>Writes down who allowed to use it again; an empty text takes that back.</summary>
    public void Permit(string? permission, LocalDate on)
    {
        Permission = Rule.OptionalText(permission, "permission", 400);
        PermittedOn = Permission is null ? null : on;
    }

    public void Picture(MediaFacts facts, string hash) => (PictureType, PictureHash) = (facts.ContentType, hash);

    /// <summary>Whether it is ours, or its author allowed it.</summary>
    public bool MayReuse => AuthorType == AuthorType.Own || Permission is not null;

    /// <summary>422 unless it is ours or its author allowed it.</summary>
    public void RequirePermission() => Rule.Require(
        MayReuse, "permission-missing",
        $"This is {(Author is null ? "somebody else’s" : $"{Author}’s")} work. Ask, and write down who allowed it and how, before it is used again.", "permission");

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

/// <summary>The picture of an example, apart, so that lists never read it.</summary>
public sealed class InspirationPicture : Entity<InspirationPicture>
{
    private InspirationPicture()
    {
    }

    public InspirationPicture(Id<Inspiration> inspiration, byte[] content) => (Inspiration, Content) = (inspiration, content);

    public Id<Inspiration> Inspiration { get; private set; }

    public byte[] Content { get; private set; } = [];

    public void Replace(byte[] content) => Content = content;
}

internal sealed class InspirationStorage : IEntityTypeConfiguration<Inspiration>
{
    public void Configure(EntityTypeBuilder<Inspiration> builder)
    {
        builder.ToTable("inspirations");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Url).HasMaxLength(520);
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.Author).HasMaxLength(120);
        builder.Property(row => row.PictureHash).HasMaxLength(64);
        builder.Property(row => row.PictureType).HasMaxLength(100);
        builder.Property(row => row.Tags).AsJson();
        builder.Ignore(row => row.MayReuse);
        builder.HasIndex(row => row.Brand);
    }
}

internal sealed class InspirationPictureStorage : IEntityTypeConfiguration<InspirationPicture>
{
    public void Configure(EntityTypeBuilder<InspirationPicture> builder)
    {
        builder.ToTable("inspiration_pictures");
        builder.HasIndex(row => row.Inspiration).IsUnique();
    }
}
