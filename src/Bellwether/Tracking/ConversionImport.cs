using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>One file of orders, leads or sign-ups: what it brought can be taken back together, and restored.</summary>
public sealed class ConversionImport : Entity<ConversionImport>
{
    private ConversionImport()
    {
    }

    public ConversionImport(Id<Brand> brand, string? file, string by, int recorded, int known)
    {
        (Brand, Recorded, Known) = (brand, recorded, known);
        File = Excerpt.Of(string.IsNullOrWhiteSpace(file) ? "orders" : file.Trim(), 200);
        By = Excerpt.Of(by, 120);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The name of the file.</summary>
    public string File { get; private set; } = "";

    /// <summary>The name of who imported it.</summary>
    public string By { get; private set; } = "";

    /// <summary>How many conversions it brought.</summary>
    public int Recorded { get; private set; }

    /// <summary>How many rows were there already.</summary>
    public int Known { get; private set; }

    public Instant? UndoneAt { get; private set; }

    internal void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "import-undone", "This import was taken back already.");
        UndoneAt = now;
    }

    internal Instant Restore()
    {
        var undone = UndoneAt ?? throw Rule.Conflict("import-stands", "This import was not taken back.");
        UndoneAt = null;
        return undone;
    }
}

internal sealed class ConversionImportStorage : IEntityTypeConfiguration<ConversionImport>
{
    public void Configure(EntityTypeBuilder<ConversionImport> builder)
    {
        builder.ToTable("conversion_imports");
        builder.Property(row => row.File).HasMaxLength(200);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => row.Brand);
    }
}

/// <summary>A file of conversions that was imported.</summary>
/// <param name="Recorded">How many conversions it brought.</param>
/// <param name="Known">How many of its rows were there already.</param>
/// <param name="UndoneAt">When it was taken back; absent while it stands.</param>
public sealed record ConversionImportView(Id<ConversionImport> Id, string File, string By, Instant At, int Recorded, int Known, Instant? UndoneAt);

/// <summary>The files of conversions of a brand, the newest first; the last 50.</summary>
[Needs(Permission.Read)]
public sealed record ConversionImportList(Id<Brand> Brand) : IQuery<IReadOnlyList<ConversionImportView>>
{
    internal sealed class Handler(Db db) : IHandle<ConversionImportList, IReadOnlyList<ConversionImportView>>
    {
        public async Task<IReadOnlyList<ConversionImportView>> HandleAsync(ConversionImportList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var imports = await db.Set<ConversionImport>().AsNoTracking().Where(row => row.Brand == brand.Id).OrderByDescending(row => row.Id).Take(50).ToListAsync(cancel);
            return [.. imports.Select(row => new ConversionImportView(row.Id, row.File, row.By, row.CreatedAt, row.Recorded, row.Known, row.UndoneAt))];
        }
    }
}
