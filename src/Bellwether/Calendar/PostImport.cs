using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post that an import made, as often changed as it was then.</summary>
public sealed record ImportedPost(Id<Post> Post, int Line, int Edits);

/// <summary>One import of posts: what it made can be taken back together.</summary>
public sealed class PostImport : Entity<PostImport>
{
    private PostImport()
    {
    }

    public PostImport(Id<Brand> brand, string file, Guid? by, IReadOnlyList<ImportedPost> posts, int notMade) =>
        (Brand, File, By, Posts, NotMade) = (brand, file, by, posts, notMade);

    public Id<Brand> Brand { get; private set; }

    /// <summary>The name of the file.</summary>
    public string File { get; private set; } = "";

    /// <summary>The member who imported it.</summary>
    public Guid? By { get; private set; }

    public IReadOnlyList<ImportedPost> Posts { get; private set; } = [];

    /// <summary>How many rows became no post.</summary>
    public int NotMade { get; private set; }

    public Instant? UndoneAt { get; private set; }

    public void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "import-undone", "This import was taken back already.");
        UndoneAt = now;
    }
}

internal sealed class PostImportStorage : IEntityTypeConfiguration<PostImport>
{
    public void Configure(EntityTypeBuilder<PostImport> builder)
    {
        builder.ToTable("post_imports");
        builder.Property(row => row.File).HasMaxLength(200);
        builder.Property(row => row.Posts).AsJson();
        builder.HasIndex(row => row.Brand);
    }
}
