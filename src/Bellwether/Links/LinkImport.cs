using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Links;

/// <summary>One import of links: what it made can be taken back together.</summary>
public sealed class LinkImport : Entity<LinkImport>
{
    private LinkImport()
    {
    }

    public LinkImport(Id<Brand> brand, string file, Guid? by, int made, int notMade) => (Brand, File, By, Made, NotMade) = (brand, file, by, made, notMade);

    public Id<Brand> Brand { get; private set; }

    /// <summary>The name of the file, or that lines were pasted.</summary>
    public string File { get; private set; } = "";

    /// <summary>The member who imported it.</summary>
    public Guid? By { get; private set; }

    /// <summary>How many links it made.</summary>
    public int Made { get; private set; }

    /// <summary>How many lines became no link.</summary>
    public int NotMade { get; private set; }

    public Instant? UndoneAt { get; private set; }

    public void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "import-undone", "This import was taken back already.");
        UndoneAt = now;
    }
}

internal sealed class LinkImportStorage : IEntityTypeConfiguration<LinkImport>
{
    public void Configure(EntityTypeBuilder<LinkImport> builder)
    {
        builder.ToTable("link_imports");
        builder.Property(row => row.File).HasMaxLength(200);
        builder.HasIndex(row => row.Brand);
    }
}
